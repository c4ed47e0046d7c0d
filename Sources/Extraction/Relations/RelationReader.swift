internal import Language
internal import Record

/// Tries the lines of the table at the words and mentions of one sentence.
struct RelationReader {
    let sentence: RelationSentence
    let view: SentenceView
    let source: Sentence
    let rules: RelationRules
    let lexicon: RelationLexicon
    let context: EventContext
    let geography: Geography
    let record: AnnotationRecord
    /// What the words of modality say in the sentence; found when first asked for.
    private lazy var matches = context.matches(in: view)
    /// The times and the words that they hang on.
    private var links: [TimeLinks.Link] = []

    init(
        sentence: RelationSentence, view: SentenceView, source: Sentence, rules: RelationRules,
        lexicon: RelationLexicon, context: EventContext, geography: Geography, record: AnnotationRecord
    ) {
        self.sentence = sentence
        self.view = view
        self.source = source
        self.rules = rules
        self.lexicon = lexicon
        self.context = context
        self.geography = geography
        self.record = record
    }

    /// An office as the text words it.
    private struct Office {
        var words: String
        var predicate: String
    }

    /// The list that a phrase stands in.
    private enum List {
        case lines([RelationRule])
        case office(Office)
        /// With its predicate.
        case kin(String)
        /// With its full form.
        case rank(String)
    }

    /// What lines are tried at.
    private struct Pivot {
        var anchor: RelationSentence.Anchor
        var list: List
        var hasEnded = false
    }

    /// In text order.
    /// - Parameter times: gives the times of the sentence with the words that they hang on, of which the nouns at some
    ///   places may be.
    mutating func relations(times: (Set<Int>) -> [TimeLinks.Link]) -> [Relation] {
        let pivots = pivots()
        guard !pivots.isEmpty else { return [] }
        links = times(Set(pivots.lazy.filter { $0.anchor.place == nil }.map(\.anchor.head)))
        var found: [Relation] = []
        for pivot in pivots {
            switch pivot.list {
            case .lines(let lines): for rule in lines { add(rule, pivot, &found) }
            case .kin: for rule in rules.kin { add(rule, pivot, &found) }
            case .rank: for rule in rules.rank { add(rule, pivot, &found) }
            case .office(let office): add(office, pivot, &found)
            }
        }
        return settled(found)
    }

    private func pivots() -> [Pivot] {
        var pivots: [Pivot] = []
        var phraseEnd = 0
        for at in sentence.tokens.indices {
            let token = sentence.tokens[at]
            guard token.tag != .punctuation else { continue }
            if at >= phraseEnd {
                let found = phrases(at)
                pivots += found
                phraseEnd = found.map(\.anchor.tokens.upperBound).max() ?? phraseEnd
            }
            guard let all = rules.byWord[token.lemmaWord] ?? rules.byWord[token.lowerWord] else { continue }
            // "Permian Partners": a noun in a name is no word of its own.
            if token.tag != .verb, let name = sentence.name(over: at), name.tokens.count > 1 { continue }
            let lines = all.filter { sentence.fits($0, at) }
            guard !lines.isEmpty else { continue }
            pivots.append(
                Pivot(
                    anchor: .init(tokens: at..<at + 1, head: at), list: .lines(lines),
                    hasEnded: prefixes(before: at).hasEnded))
        }
        for place in sentence.places {
            let mention = record.mentions[place.index]
            guard mention.form != .pronoun else { continue }
            let lines = rules.rules(for: mention.kind).filter { fits($0, place) }
            guard !lines.isEmpty else { continue }
            pivots.append(
                Pivot(anchor: .init(tokens: place.tokens, head: place.head, place: place), list: .lines(lines)))
        }
        return pivots
    }

    /// Whether a mention stands after one of the prepositions that a line asks for.
    private func fits(_ rule: RelationRule, _ place: RelationSentence.Place) -> Bool {
        rule.form.isEmpty || sentence.preposition(of: place.head).map(rule.form.contains) ?? false
    }

    // MARK: Phrases of the lists

    /// The entries of the lists that begin at a word.
    private func phrases(_ at: Int) -> [Pivot] {
        let words = sentence.words
        var found: [Pivot] = []
        func add(_ end: Int, _ list: List, hasEnded: Bool = false) {
            let range = at..<end
            // The noun stands before "of" and "in"; of words that hang equally high it is the last.
            let noun = range.prefix { sentence.tokens[$0].tag != .adposition }
            let head =
                (noun.isEmpty ? range : noun).reversed().min { sentence.tree.depths[$0] < sentence.tree.depths[$1] }
                ?? at
            found.append(Pivot(anchor: .init(tokens: range, head: head), list: list, hasEnded: hasEnded))
        }
        if let office = lexicon.offices.match(words, at: at, limit: words.count), office.value.predicate != "title",
            isNoun(at, office.end)
        {
            let before = prefixes(before: at)
            let name = (before.kept + [office.value.name]).joined(separator: " ")
            add(
                office.end, .office(Office(words: name, predicate: office.value.predicate)), hasEnded: before.hasEnded)
        }
        if let kin = lexicon.kin.match(words, at: at, limit: words.count), isNoun(at, kin.end) {
            add(kin.end, .kin(kin.value), hasEnded: prefixes(before: at).hasEnded)
        }
        if var rank = lexicon.ranks.match(words, at: at, limit: words.count) {
            // "Col." where the dot is a token of its own.
            if rank.end < words.count, words[rank.end].token.text == ".", words[rank.end - 1].key.count <= 4 {
                rank.end += 1
            }
            add(rank.end, .rank(rank.value))
        }
        return found
    }

    private func isNoun(_ start: Int, _ end: Int) -> Bool {
        (start..<end).contains {
            let tag = sentence.tokens[$0].tag
            return tag == .noun || tag == .properNoun || tag == .adjective || tag == .other
        }
    }

    /// The words before an office that belong to it: "former" ends it, others are kept ("deputy").
    private func prefixes(before position: Int) -> (kept: [String], hasEnded: Bool) {
        var kept: [String] = []
        var hasEnded = false
        var at = position
        while at > 0 {
            // "ex-" with its hyphen is two tokens.
            var found: (start: Int, name: String)?
            for start in stride(from: at - 1, through: max(0, at - 3), by: -1) {
                // "was elected president" is no "president elect".
                guard sentence.tokens[start].tag != .verb || sentence.has(start, "amod"),
                    let match = lexicon.prefixes.match(sentence.words, at: start, limit: at)
                else { continue }
                if match.end == at || match.end == at - 1 && sentence.tokens[at - 1].text == "-" {
                    found = (start, match.value)
                }
            }
            guard let found else { break }
            if found.name == RelationLexicon.formerPrefix {
                hasEnded = true
            } else {
                kept.insert(found.name, at: 0)
            }
            at = found.start
        }
        return (kept, hasEnded)
    }

    // MARK: Relations

    /// Of the lines for an office the first that finds both ends counts.
    private mutating func add(_ office: Office, _ pivot: Pivot, _ found: inout [Relation]) {
        let isIndefinite = sentence.isIndefinite(pivot.anchor.head)
        let count = found.count
        for rule in rules.office where found.count == count {
            var form = rule.form[...]
            if form.first == RelationRule.indefinite {
                guard isIndefinite else { continue }
                form = form.dropFirst()
            }
            if form.isEmpty || form.contains(office.predicate) { add(rule, pivot, &found) }
        }
        // "President Ada Stone"
        guard found.count == count, office.predicate == RelationRule.officeAlone, let rule = rules.office.last else {
            return
        }
        for subject in sentence.fillers(rule.subject, of: pivot.anchor) {
            guard let mention = subject.mention, record.mentions[mention].form == .name else { continue }
            add(rule, office.predicate, pivot, subject, object: nil, &found)
        }
    }

    private mutating func add(_ rule: RelationRule, _ pivot: Pivot, _ found: inout [Relation]) {
        var predicate = rule.predicate
        switch (predicate, pivot.list) {
        case ("office", .office(let office)): predicate = office.predicate
        case ("kin", .kin(let kin)): predicate = kin
        default: break
        }
        guard !predicate.isEmpty else { return }
        let subjects = sentence.fillers(rule.subject, of: pivot.anchor)
        guard !subjects.isEmpty else { return }
        if rule.value != nil {
            for subject in subjects { add(rule, predicate, pivot, subject, object: nil, &found) }
            return
        }
        let objects = sentence.fillers(rule.object, of: pivot.anchor)
        // "between Norland and Southland": each with those after it.
        let isMutual = rule.subject.first?.position == rule.object.first?.position
        for (number, subject) in subjects.enumerated() {
            for object in isMutual ? objects.dropFirst(number + 1) : objects[...] {
                add(rule, predicate, pivot, subject, object: object, &found)
            }
        }
    }

    private mutating func add(
        _ rule: RelationRule, _ predicate: String, _ pivot: Pivot, _ subject: RelationSentence.Filler,
        object: RelationSentence.Filler?, _ found: inout [Relation]
    ) {
        guard let mention = subject.mention else { return }
        var relation = Relation(subject: mention, predicate: predicate, object: object?.mention, rule: rule.rule)
        if let other = relation.object, !fits(mention, predicate, other, isAppended: object?.isAppended ?? false) {
            return
        }
        let base = subject.link?.verb ?? pivot.anchor.head
        relation.value = value(rule, pivot, object)
        let state = subject.link.map(\.state) ?? rule.state
        let ties = links.filter { $0.host == base || $0.host == pivot.anchor.head }
        if rule.value == .date {
            relation.time = ties.first?.time
            relation.value = relation.time.map { record.times[$0].value }
        } else {
            for tie in ties { date(&relation, tie, state) }
        }
        guard relation.object != nil || relation.value?.isEmpty == false else { return }
        guard isSaid(&relation, base, state, isClause: subject.link != nil) else { return }
        if pivot.hasEnded || state == .ended { relation.ended = true }
        let span = span(of: pivot, subject, object)
        relation.start = span.start
        relation.end = span.end
        found.append(relation)
    }

    /// Whether two mentions can stand in a relation at all.
    private func fits(_ subject: Int, _ predicate: String, _ object: Int, isAppended: Bool) -> Bool {
        let (one, other) = (record.mentions[subject], record.mentions[object])
        // A thing has no relation to itself, or to a place that stands for it.
        guard one.chain != other.chain else { return false }
        guard other.kind == .place else { return true }
        if one.kind == .place, predicate == RelationRule.containment, !geography.mayLie(subject, in: object) {
            return false
        }
        if isAppended, !geography.isRegion(object) { return false }
        return other.form == .name || sentence.namedChains[other.chain]
    }

    private func value(_ rule: RelationRule, _ pivot: Pivot, _ object: RelationSentence.Filler?) -> String? {
        let country = object.flatMap { $0.mention == nil ? $0.country : nil }
        switch (rule.value, pivot.list) {
        case (.age, _): return sentence.age(of: pivot.anchor)
        case (.words, .rank(let rank)): return rank
        case (_, .office(let office)): return country.map { "\(office.words) of \($0.name)" } ?? office.words
        default: return country?.name
        }
    }

    private func date(_ relation: inout Relation, _ tie: TimeLinks.Link, _ state: RelationRule.State) {
        switch (tie.role, state) {
        case (.started, _), (.occurred, .began): relation.since = relation.since ?? tie.time
        case (.ended, _), (.occurred, .ended): relation.until = relation.until ?? tie.time
        default: relation.time = relation.time ?? tie.time
        }
    }

    /// Whether the sentence says or denies it, and how surely; false for what it only thinks of.
    private mutating func isSaid(
        _ relation: inout Relation, _ base: Int, _ state: RelationRule.State, isClause: Bool
    ) -> Bool {
        let isVerb = sentence.tokens[base].tag == .verb || sentence.tokens[base].tag == .auxiliary
        guard isVerb || isClause else { return true }
        let outlook = context.outlook(of: base, view, matches)
        if outlook.polarity == .negative { relation.polarity = .negative }
        if state == .intended { return sentence.isBare(base) && outlook.polarity == .positive }
        switch outlook.modality {
        case .asserted, .habitual: break
        // "could become head"
        case .hedged where state == .always: relation.certainty = outlook.certainty
        default: return false
        }
        return true
    }

    private func span(
        of pivot: Pivot, _ subject: RelationSentence.Filler, _ object: RelationSentence.Filler?
    ) -> Span {
        var span = source.span(of: pivot.anchor.tokens)
        for filler in [subject, object] {
            guard let filler else { continue }
            var other = sentence.tokens[filler.token].span
            // A country known by its adjective is mentioned elsewhere.
            if let mention = filler.mention, source.span.contains(record.mentions[mention].span), filler.country == nil
            {
                other = record.mentions[mention].span
            }
            span = Span(start: min(span.start, other.start), end: max(span.end, other.end))
        }
        return span
    }

    /// Who stands in which relation: an office with its body makes the same one without it needless.
    private struct Stand: Hashable {
        var subject: Int
        var predicate: String
        var object: Int?
        var value: String?
    }

    /// In text order, each once.
    private func settled(_ found: [Relation]) -> [Relation] {
        var seen: Set<Stand> = []
        var longest: [Stand: Int] = [:]
        var kept: [Relation] = []
        func weight(_ relation: Relation) -> Int {
            (relation.object == nil ? 0 : 1000) + (relation.value?.utf8.count ?? 0)
        }
        for relation in found {
            var stand = Stand(
                subject: relation.subject, predicate: relation.predicate, object: relation.object,
                value: relation.object == nil ? relation.value : nil)
            guard seen.insert(stand).inserted else { continue }
            kept.append(relation)
            stand.object = nil
            stand.value = nil
            longest[stand] = max(longest[stand] ?? 0, weight(relation))
        }
        return kept.filter { relation in
            let stand = Stand(subject: relation.subject, predicate: relation.predicate, object: nil, value: nil)
            return relation.object != nil || relation.predicate != "holds-office"
                || weight(relation) >= longest[stand] ?? 0
        }.enumerated().sorted {
            ($0.element.start ?? 0, $0.offset) < ($1.element.start ?? 0, $1.offset)
        }.map(\.element)
    }
}
