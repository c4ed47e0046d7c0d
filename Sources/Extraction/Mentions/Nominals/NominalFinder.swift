internal import Language
internal import Record

/// Noun phrases for people, agencies, units and places that are no names: "two North Korean soldiers",
/// "Ukraine's military", "the other", "the region".
struct NominalFinder: Sendable {
    let lexicon: MentionLexicon
    let reference: ReferenceWords

    private struct Head {
        var end: Int
        var kind: EntityKind
        var lemma: String
        var sector: String
    }

    /// The nominals of one sentence.
    /// - Parameters:
    ///   - names: the sentence's names, by the token they end before; for possessors and modifiers.
    func nominals(
        _ grammar: SentenceGrammar, sentence: Int, found: NameFinder.Found, names: [(index: Int, draft: MentionDraft)],
        quantities: [(index: Int, tokens: Range<Int>, value: Double?)]
    ) -> [MentionDraft] {
        let words = grammar.words
        var nameAt: [Int: (index: Int, draft: MentionDraft)] = [:]
        for name in names { for token in name.draft.tokens { nameAt[token] = name } }
        var drafts: [MentionDraft] = []
        var position = 0
        while position < words.count {
            guard nameAt[position] == nil, found.countries[position] == nil, let head = head(words, at: position) else {
                if nameAt[position] == nil, let part = part(grammar, at: position, sentence: sentence) {
                    drafts.append(part)
                }
                position += 1
                continue
            }
            let last = head.end - 1
            // "soldier uniform": the head of the phrase stands further on.
            if isModifier(last, grammar, nameAt: nameAt) {
                position = head.end
                continue
            }
            let start = min(position, phraseStart(last, grammar, nameAt: nameAt))
            // A title before its name belongs to the name: "Ukrainian President Volodymyr Zelensky".
            if let next = nameAt[head.end], next.draft.tokens.lowerBound == head.end, next.draft.kind == .person {
                position = head.end
                continue
            }
            var draft = MentionDraft(
                sentence: sentence, tokens: start..<head.end, head: last, kind: head.kind, form: .nominal,
                key: head.lemma)
            draft.sector = head.sector
            describe(&draft, words, noun: position, found: found, nameAt: nameAt)
            if draft.kind == .person, draft.isPlural { draft.kind = .group }
            // "taken prisoner": a state, not a person.
            if draft.kind == .person, draft.definiteness == .bare, !hasNumeral(words, draft.tokens),
                draft.sector != "office", draft.owner == nil,
                draft.country == nil, words[last].shape == .lower
            {
                position = head.end
                continue
            }
            let quantity = quantities.first { $0.tokens.overlaps(draft.tokens) }
            draft.quantity = quantity?.index
            if draft.quantity != nil || hasNumeral(words, draft.tokens), draft.definiteness == .bare {
                draft.definiteness = .indefinite
            }
            draft.count =
                quantity?.value.map { String($0) }
                ?? words[draft.tokens].first { $0.token.tag == .numeral || $0.shape == .number }?.lower
            drafts.append(draft)
            position = head.end
        }
        return drafts
    }

    // MARK: - Heads

    private func head(_ words: [Word], at position: Int) -> Head? {
        let word = words[position]
        guard word.shape == .lower || word.shape == .capitalized, word.token.tag != .auxiliary,
            word.token.tag != .adposition, word.token.tag != .determiner, word.token.tag != .pronoun
        else { return nil }
        if word.token.tag == .verb {
            // "the wounded": a participle that stands for people.
            guard position > 0, words[position - 1].lower == "the",
                GrammaticalRole(relation: word.token.relation).isArgument,
                let people = lexicon.personNouns.value(word.lower), people.kind == .group || people.kind == .person
            else { return nil }
            return Head(end: position + 1, kind: .group, lemma: people.lemma, sector: people.sector)
        }
        let noun = lexicon.personNouns.match(words, at: position, limit: words.count)
        let office = lexicon.offices.match(words, at: position, limit: words.count)
        if let match = noun, isNoun(words[match.end - 1]), match.end > office?.end ?? 0 {
            return Head(end: match.end, kind: match.value.kind, lemma: match.value.lemma, sector: match.value.sector)
        }
        // "father" is no office here, even if a priest's title.
        if let match = office, isNoun(words[match.end - 1]), match.value.predicate != "title" {
            return Head(end: match.end, kind: .person, lemma: match.value.name.lowercased(), sector: "office")
        }
        guard isNoun(word) else { return nil }
        if let match = lexicon.unitNouns.match(words, at: position, limit: words.count) {
            return Head(end: match.end, kind: .unit, lemma: words[match.end - 1].token.lemma, sector: "military")
        }
        if let match = lexicon.placeHeads.match(words, at: position, limit: words.count) {
            return Head(
                end: match.end, kind: .place, lemma: words[match.end - 1].token.lemma, sector: match.value)
        }
        if let match = lexicon.kinNouns.match(words, at: position, limit: words.count) {
            return Head(end: match.end, kind: .person, lemma: words[match.end - 1].token.lemma, sector: "kin")
        }
        return nil
    }

    private func isNoun(_ word: Word) -> Bool {
        word.token.tag == .noun || word.token.tag == .properNoun || word.token.tag == .adjective
    }

    /// Words that stand for people by what they are part of: "two of the captives", "the other".
    private func part(_ grammar: SentenceGrammar, at position: Int, sentence: Int) -> MentionDraft? {
        let words = grammar.words
        let word = words[position]
        if word.lower == "other" {
            guard position > 0, words[position - 1].lower == "the", isAlone(position, grammar) else { return nil }
            var draft = MentionDraft(
                sentence: sentence, tokens: position - 1..<position + 1, head: position, kind: .person, form: .nominal,
                key: "other")
            draft.definiteness = .indefinite
            return draft
        }
        // "two of the captives", "some of them": people if those are.
        guard word.token.tag == .numeral || word.token.tag == .determiner || word.token.tag == .pronoun,
            !reference.isA(word, .definite), !reference.isA(word, .demonstrative), reference.agreement(word) != .plural,
            isAlone(position, grammar), position + 2 < words.count, words[position + 1].lower == "of",
            words[position + 2].token.tag == .determiner || words[position + 2].token.penn == "PRP$"
        else { return nil }
        let whole = grammar.tree.children(of: position).first { $0 > position && grammar.relation($0) == "nmod" }
        guard let whole, let head = head(words, at: whole), head.kind == .person || head.kind == .group else {
            return nil
        }
        let isOne = word.lower == "one"
        var draft = MentionDraft(
            sentence: sentence, tokens: position..<position + 1, head: position, kind: isOne ? .person : .group,
            form: .nominal, key: head.lemma)
        draft.sector = head.sector
        draft.isPlural = !isOne
        draft.definiteness = .indefinite
        draft.count = word.token.tag == .numeral ? word.lower : nil
        return draft
    }

    /// True for a word that no noun after it has as its article or number.
    private func isAlone(_ at: Int, _ grammar: SentenceGrammar) -> Bool {
        switch grammar.relation(at) {
        case "det", "nummod", "amod", "det:predet", "cc:preconj", "compound", "advmod": false
        default: true
        }
    }

    /// True for a noun that only says of what kind the one after it is, or whose: "soldier" of "soldier uniform".
    private func isModifier(
        _ at: Int, _ grammar: SentenceGrammar, nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) -> Bool {
        let words = grammar.words
        if at + 2 < words.count, words[at + 1].joins, !words[at + 1].token.spaceBefore { return true }
        let head = grammar.tree.heads[at]
        // "paid the widow 90,000 dollars", "the company Equinor cut jobs"
        guard head > at, nameAt[head] == nil, nameAt[at + 1] == nil, words[at + 1].token.tag != .numeral else {
            return false
        }
        switch grammar.relation(at) {
        case "compound", "amod", "nmod:desc", "flat", "nmod:unmarked": return true
        default: return false
        }
    }

    // MARK: - Extent

    /// Where the words that belong to a noun before it start: its article, numbers, adjectives and owner.
    private func phraseStart(
        _ head: Int, _ grammar: SentenceGrammar, nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) -> Int {
        let words = grammar.words
        var start = head
        children: for child in grammar.tree.children(of: head).reversed() where child < head {
            switch grammar.relation(child) {
            case "det", "det:predet", "amod", "nummod", "nmod:poss", "compound", "acl", "nmod:desc", "nmod:unmarked":
                // "elected Ada Lind mayor"
                if nameAt[child]?.draft.kind == .person, grammar.relation(child) != "nmod:poss" { break children }
                let phrase = grammar.tree.phrases[child]
                guard phrase.upperBound <= start, phrase.count < Self.longestModifier else { break children }
                start = phrase.lowerBound
            case "punct" where words[child].joins || child + 1 == start: continue
            default: break children
            }
        }
        start = trimmed(words, start, head)
        // An article that the tree has elsewhere.
        if start > 0, words[start - 1].token.tag == .determiner || reference.isA(words[start - 1], .possessive),
            words[start - 1].token.tag != .subordinator, nameAt[start - 1] == nil,
            words[start - 1].token.tag != .pronoun
                || words[start - 1].token.penn == "PRP$",
            grammar.tree.heads[start - 1] >= start, grammar.tree.heads[start - 1] <= head
        {
            start -= 1
        }
        return start
    }

    /// In words: what is longer is a clause that was attached wrongly.
    private static let longestModifier = 12

    private func trimmed(_ words: [Word], _ start: Int, _ head: Int) -> Int {
        var start = start
        while start < head, words[start].isPunctuation { start += 1 }
        // "at least 3,000", but "between 10,000 and 12,000 men"
        if start + 2 <= head, words[start].token.tag == .adposition, words[start + 2].token.tag != .conjunction {
            start += 2
        }
        return start
    }

    // MARK: - What the phrase says

    private func describe(
        _ draft: inout MentionDraft, _ words: [Word], noun: Int, found: NameFinder.Found,
        nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) {
        draft.isFresh = reference.isFresh(draft.key)
        draft.definiteness = reference.definiteness(words[draft.tokens.lowerBound])
        let head = words[draft.head]
        draft.isPlural = isPlural(head) || draft.kind == .group
        draft.isCollective = draft.kind == .group && !isPlural(head)
        draft.isGeneral = reference.isGeneral(head.token.lemma)
        for token in draft.tokens where token < noun {
            if let code = found.countries[token] { draft.country = code }
            if let name = nameAt[token], draft.owner == nil || words[token + 1].isPossessive {
                draft.owner = name.index
                if draft.country == nil, name.draft.kind != .person { draft.country = name.draft.country }
                if token + 1 < words.count, words[token + 1].isPossessive { draft.definiteness = .possessed }
            }
            switch words[token].token.tag {
            case .adjective, .verb, .noun:
                if found.countries[token] == nil, nameAt[token] == nil {
                    draft.modifiers.append(words[token].token.lemma)
                }
            default: break
            }
        }
    }

    private func isPlural(_ word: Word) -> Bool {
        word.token.penn == "NNS" || word.token.penn == "NNPS"
            || word.token.lemma != word.lower && (word.lower.hasSuffix("s") || word.lower.hasSuffix("en"))
    }

    private func hasNumeral(_ words: [Word], _ range: Range<Int>) -> Bool {
        words[range].contains { $0.token.tag == .numeral || $0.shape == .number }
    }
}
