internal import Language
internal import Record

/// Reads a document from sentence to sentence and resolves its pronouns.
struct PronounReader {
    /// What was found so far: pronouns, and groups that are named one by one.
    private(set) var found: [MentionDraft] = []

    private let reference: ReferenceWords
    private let document: DocumentWords
    private let drafts: [MentionDraft]
    /// The numbers of the drafts of each sentence.
    private var draftsOf: [Range<Int>] = []
    /// The antecedents of the sentences that can still be reached, and those of the present one.
    private var earlier: [[Antecedent]] = []
    private var present: [Antecedent] = []
    private var coordinations: [Coordination] = []
    /// How often each chain was mentioned so far, and the gender of its person.
    private var counts: [Int]
    private var genders: [Gender?]

    /// The chain of each group of chains that are named together.
    private var groupChains: [[Int]: Int] = [:]

    /// Things named together: "Ada and Ivo".
    private struct Coordination {
        /// The numbers of their drafts.
        var members: [Int]
        var chain: Int
        /// True once something stands for them.
        var isUsed = false
    }

    /// How many sentences back an antecedent may stand.
    static let window = 4
    /// How many antecedents of a sentence are looked at: lists of hundreds of names are no antecedents.
    private static let most = 60

    init(reference: ReferenceWords, document: DocumentWords, drafts: [MentionDraft], chains: Int) {
        self.reference = reference
        self.document = document
        self.drafts = drafts
        counts = Array(repeating: 0, count: chains)
        genders = Array(repeating: nil, count: chains)
        for draft in drafts where draft.gender != nil && genders[draft.chain] == nil {
            genders[draft.chain] = draft.gender
        }
        var next = 0
        for sentence in document.sentences.indices {
            let first = next
            while next < drafts.count, drafts[next].sentence == sentence { next += 1 }
            draftsOf.append(first..<next)
        }
    }

    /// Resolves the pronouns of the next sentence.
    mutating func read(_ sentence: Int) {
        let words = document.sentences[sentence]
        let grammar = SentenceGrammar(document, sentence, reference)
        present = antecedents(of: sentence, grammar)
        for position in words.indices {
            if let agreement = reference.agreement(words[position]), isPronoun(position, agreement, grammar) {
                resolve(position, agreement, sentence, grammar)
            }
        }
        for antecedent in present where antecedent.isDraft { counts[antecedent.chain] += 1 }
        earlier.append(Array(present.prefix(Self.most)))
        if earlier.count > Self.window { earlier.removeFirst() }
    }

    // MARK: - What may be stood for

    private mutating func antecedents(of sentence: Int, _ grammar: SentenceGrammar) -> [Antecedent] {
        var result: [Antecedent] = []
        var isHead = [Bool](repeating: false, count: grammar.words.count)
        var tops: [Int: Int] = [:]
        for number in draftsOf[sentence] {
            let draft = drafts[number]
            let top = grammar.top(of: draft.tokens)
            for token in draft.tokens { isHead[token] = true }
            if tops[top] == nil { tops[top] = number }
            result.append(antecedent(number, draft, top, grammar))
        }
        for at in grammar.words.indices where !isHead[at] && grammar.words[at].token.tag == .noun {
            if let noun = noun(at, sentence, grammar) { result.append(noun) }
        }
        addCoordinations(&result, tops, grammar)
        result.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return result
    }

    /// Adds what is named together: "Ada and Ivo".
    private mutating func addCoordinations(_ result: inout [Antecedent], _ tops: [Int: Int], _ grammar: SentenceGrammar)
    {
        var members: [Int: [Antecedent]] = [:]
        for antecedent in result {
            guard case .draft(let number) = antecedent.source, tops[antecedent.top] == number,
                grammar.relation(antecedent.top) == "conj"
            else { continue }
            let first = grammar.firstConjunct(of: antecedent.top)
            if first != antecedent.top { members[first, default: []].append(antecedent) }
        }
        for first in members.keys.sorted() {
            guard let number = tops[first], let others = members[first],
                let head = result.first(where: { $0.top == first && $0.isDraft })
            else { continue }
            let all = [head] + others
            let numbers = [number] + others.compactMap { if case .draft(let other) = $0.source { other } else { nil } }
            let chains = numbers.map { drafts[$0].chain }.sorted()
            guard Set(chains).count == chains.count, isTogether(numbers) else { continue }
            let chain = groupChains[chains] ?? counts.count
            if chain == counts.count {
                counts.append(0)
                genders.append(nil)
                groupChains[chains] = chain
            }
            coordinations.append(Coordination(members: numbers, chain: chain))
            var features: Antecedent.Features = [.plural, .name]
            if numbers.count == 2 { features.insert(.pair) }
            let end = all.map(\.tokens.upperBound).max() ?? head.tokens.upperBound
            result.append(
                Antecedent(
                    source: .together(coordinations.count - 1), chain: chain, sentence: head.sentence,
                    tokens: head.tokens.lowerBound..<end, top: first, role: head.role, features: features, gender: nil,
                    quote: head.quote, lastSentence: head.sentence + 2))
        }
    }

    /// True for things that one word may stand for: people, or bodies that act.
    private func isTogether(_ numbers: [Int]) -> Bool {
        numbers.allSatisfy { drafts[$0].kind == .person || drafts[$0].kind == .group }
            || numbers.allSatisfy { number in
                let draft = drafts[number]
                return draft.kind == .agency || draft.kind == .unit
                    || draft.kind == .place && draft.entity?.table == .countries
            }
    }

    private func antecedent(_ number: Int, _ draft: MentionDraft, _ top: Int, _ grammar: SentenceGrammar) -> Antecedent
    {
        Antecedent(
            source: .draft(number), chain: draft.chain, sentence: draft.sentence, tokens: draft.tokens, top: top,
            role: grammar.role(of: top), features: features(draft, grammar), gender: genders[draft.chain],
            quote: grammar.quote(top), lastSentence: draft.sentence + reach(draft))
    }

    private func features(_ draft: MentionDraft, _ grammar: SentenceGrammar) -> Antecedent.Features {
        var features: Antecedent.Features = draft.form == .name ? .name : []
        let isSingular = !grammar.words[draft.head].token.penn.hasSuffix("S")
        switch draft.kind {
        case .person: features.insert(draft.isPlural ? .plural : .person)
        case .group:
            features.insert(.plural)
            if draft.form == .nominal, isSingular { features.insert([.thing, .body]) }
        case .agency, .unit:
            features.formUnion(draft.isPlural || draft.form == .nominal && !isSingular ? .plural : [.thing, .body])
        case .place:
            features.insert(.place)
            if draft.form == .name, draft.entity?.table == .countries {
                features.formUnion([.thing, .body])
            } else {
                features.insert(draft.isPlural || !isSingular ? .plural : .thing)
            }
        case .object: features.insert(.thing)
        }
        if draft.count == "2" || draft.count == "2.0" || draft.count == "two" { features.insert(.pair) }
        if draft.form == .nominal,
            draft.definiteness == .indefinite || draft.definiteness == .possessed || draft.sector == "kin"
        {
            features.insert(.passing)
        }
        return features
    }

    /// How many sentences later a pronoun may still lean on a mention: names stay in mind, "a man" does not.
    private func reach(_ draft: MentionDraft) -> Int {
        if draft.form == .name { return draft.kind == .group ? 1 : Self.window }
        switch draft.definiteness {
        case .bare, .indefinite: return 2
        case .definite, .demonstrative, .possessed: return draft.kind == .group ? 2 : 3
        }
    }

    /// A noun that no mention has as its head: "the talks", "the ship".
    private func noun(_ at: Int, _ sentence: Int, _ grammar: SentenceGrammar) -> Antecedent? {
        let role = grammar.role(of: at)
        guard role.isArgument, grammar.relation(at) != "obl:unmarked" else { return nil }
        let isPlural = grammar.words[at].token.penn == "NNS"
        return Antecedent(
            source: .noun, chain: -1, sentence: sentence, tokens: at..<at + 1, top: at, role: role,
            features: isPlural ? .plural : .thing, gender: nil, quote: grammar.quote(at), lastSentence: sentence + 1)
    }

    // MARK: - Pronouns

    /// True if a word stands for something here: "that" is no pronoun in "said that", "both" none in "both sides".
    private func isPronoun(_ at: Int, _ agreement: ReferenceWords.Class, _ grammar: SentenceGrammar) -> Bool {
        let word = grammar.words[at]
        let relation = word.token.relation
        switch agreement {
        case .thing: return relation != "expl" && word.shape != .upper && !grammar.isImpersonal(at)
        case .pair:
            // "both", and "the two" where no noun follows.
            guard relation != "det", relation != "det:predet", relation != "cc:preconj" else { return false }
            guard word.token.tag == .numeral else { return true }
            return relation != "nummod" && relation != "compound" && at > 0 && grammar.words[at - 1].lower == "the"
                && GrammaticalRole(relation: relation).isArgument
                && (at + 1 >= grammar.words.count || grammar.words[at + 1].lower != "of")
        case .relative: return word.token.tag == .pronoun && relation != "mark"
        default: return word.shape != .upper || word.lower.utf8.count > 2
        }
    }

    private mutating func resolve(
        _ position: Int, _ agreement: ReferenceWords.Class, _ sentence: Int, _ grammar: SentenceGrammar
    ) {
        let chosen =
            agreement == .relative
            ? relative(position, grammar) : best(position, agreement, sentence, grammar)
        guard let chosen, let model = model(chosen) else { return }
        let hasArticle = agreement == .pair && grammar.words[position].token.tag == .numeral
        let tokens = (hasArticle ? position - 1 : position)..<position + 1
        var draft = MentionDraft(
            sentence: sentence, tokens: tokens, head: position, kind: model.kind,
            form: hasArticle ? .nominal : .pronoun,
            key: grammar.words[position].lower)
        draft.members = model.members
        draft.chain = model.chain
        draft.country = model.country
        draft.entity = model.entity
        draft.isMetonym = model.isMetonym
        draft.isPlural = agreement == .plural || agreement == .pair
        found.append(draft)
        switch agreement {
        case .masculine where genders[model.chain] == nil: genders[model.chain] = .masculine
        case .feminine where genders[model.chain] == nil: genders[model.chain] = .feminine
        default: break
        }
        guard agreement != .relative else { return }
        // A later pronoun may lean on this one.
        var antecedent = chosen
        antecedent.chain = model.chain
        antecedent.sentence = sentence
        antecedent.tokens = position..<position + 1
        antecedent.top = position
        antecedent.role = grammar.role(of: position)
        antecedent.features.insert(.pronoun)
        antecedent.features.remove([.name, .passing])
        antecedent.gender = genders[model.chain]
        antecedent.quote = grammar.quote(position)
        antecedent.lastSentence = max(chosen.lastSentence, min(sentence + 2, chosen.lastSentence + 2))
        let place = present.partitioningIndex { $0.tokens.lowerBound > position }
        present.insert(antecedent, at: place)
    }

    /// The draft whose kind, chain and entry a pronoun shares. A group is noted where it is stood for first.
    private mutating func model(_ antecedent: Antecedent) -> MentionDraft? {
        switch antecedent.source {
        case .noun: return nil
        case .draft(let number): return drafts[number]
        case .together(let number):
            let coordination = coordinations[number]
            let members = coordination.members.map { drafts[$0] }
            guard let first = members.first, let last = members.last else { return nil }
            let words = document.sentences[first.sentence]
            let tokens = first.tokens.lowerBound..<max(last.tokens.upperBound, first.tokens.upperBound)
            // Its head is the word that joins them: their own heads are theirs.
            let joint = (first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound)).last {
                words[$0].token.tag == .conjunction
            }
            guard let joint else { return nil }
            var group = MentionDraft(
                sentence: first.sentence, tokens: tokens, head: joint, kind: .group, form: .nominal, key: "")
            group.chain = coordination.chain
            group.isPlural = true
            group.members = coordination.members
            if members.allSatisfy({ $0.country == first.country }) { group.country = first.country }
            if !coordination.isUsed {
                found.append(group)
                coordinations[number].isUsed = true
            }
            return group
        }
    }

    /// What stands before a relative pronoun.
    private func relative(_ position: Int, _ grammar: SentenceGrammar) -> Antecedent? {
        if let noun = grammar.antecedent(ofRelative: position), noun < position {
            let isWho = reference.isA(grammar.words[position], .animate)
            return present.first {
                $0.tokens.contains(noun) && $0.isDraft && !(isWho && $0.features.contains(.place))
            }
        }
        guard reference.isA(grammar.words[position], .animate) else { return nil }
        // Where the tree does not know, it is what ends just before.
        var end = position
        while end > 0, grammar.words[end - 1].isPunctuation { end -= 1 }
        return present.last {
            $0.tokens.upperBound == end && $0.isDraft && !$0.features.isDisjoint(with: [.person, .plural, .body])
        }
    }

    private func best(
        _ position: Int, _ agreement: ReferenceWords.Class, _ sentence: Int, _ grammar: SentenceGrammar
    ) -> Antecedent? {
        let pronoun = Pronoun(
            position: position, sentence: sentence, agreement: agreement, role: grammar.role(of: position),
            isPossessive: grammar.words[position].token.penn == "PRP$"
                || grammar.relation(position) == "nmod:poss", quote: grammar.quote(position),
            predicate: grammar.predicate(of: position))
        if reference.isA(grammar.words[position], .reflexive) { return reflexive(pronoun, grammar) }
        var excluded: Set<Int> = []
        for candidate in present where candidate.isMentioned && candidate.tokens.lowerBound < position + 12 {
            if grammar.excludes(
                candidate.tokens, top: candidate.top, from: position, isPossessive: pronoun.isPossessive,
                isName: candidate.features.contains(.name))
            {
                excluded.insert(candidate.chain)
            }
        }
        let later = grammar.laterSubject(for: position)
        var choice = AntecedentChoice(pronoun: pronoun)
        for candidate in present {
            guard candidate.tokens.upperBound <= position || candidate.top == later else { continue }
            guard !excluded.contains(candidate.chain), !candidate.tokens.contains(position) else { continue }
            choice.consider(candidate, count: count(candidate), grammar: grammar)
        }
        for candidates in earlier.reversed() {
            for candidate in candidates where candidate.lastSentence >= sentence && !excluded.contains(candidate.chain)
            {
                choice.consider(candidate, count: count(candidate), grammar: nil)
            }
        }
        return choice.result
    }

    private func count(_ candidate: Antecedent) -> Int { candidate.chain < 0 ? 0 : counts[candidate.chain] }

    private func reflexive(_ pronoun: Pronoun, _ grammar: SentenceGrammar) -> Antecedent? {
        guard let predicate = pronoun.predicate, let subject = grammar.subject(of: predicate) else { return nil }
        return present.first { $0.top == subject && $0.isDraft && pronoun.agrees($0) }
    }
}
