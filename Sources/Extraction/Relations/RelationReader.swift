internal import Language
internal import Record

/// Tries the lines of the table at the words and mentions of one sentence.
struct RelationReader {
    let sentence: RelationSentence
    let source: Sentence
    let rules: RelationRules
    let lexicon: RelationLexicon
    let stance: RelationStance
    let geography: Geography
    let record: AnnotationRecord
    let times: RelationTimes

    /// An office as the text words it.
    private struct Office {
        var words: String
        var predicate: String
    }

    /// The list that a phrase stands in.
    private enum List {
        case none
        case office(Office)
        /// With its predicate.
        case kin(String)
        /// With its full form.
        case rank(String)
    }

    /// What is known of the word that a line is tried at.
    private struct Pivot {
        var anchor: RelationSentence.Anchor
        var list = List.none
        var hasEnded = false
    }

    /// In text order.
    func relations() -> [Relation] {
        var found: [Relation] = []
        let matches = stance.matches(in: sentence.tokens)
        func attempt(_ rules: [RelationRule], _ pivot: Pivot) {
            for rule in rules { add(rule, pivot, matches, &found) }
        }
        func attempt(office pivot: Pivot, _ predicate: String) {
            let isIndefinite = sentence.isIndefinite(pivot.anchor.head)
            let count = found.count
            for rule in rules.office where found.count == count {
                var form = rule.form[...]
                if form.first == "indefinite" {
                    guard isIndefinite else { continue }
                    form = form.dropFirst()
                }
                if form.isEmpty || form.contains(predicate) { add(rule, pivot, matches, &found) }
            }
            // "President Ada Stone"
            guard found.count == count, predicate == "holds-office", let rule = rules.office.last else { return }
            for subject in sentence.fillers(rule.subject, of: pivot.anchor) {
                add(rule, predicate, pivot, subject, object: nil, value: nil, matches, &found)
            }
        }
        var phraseEnd = 0
        for at in sentence.tokens.indices {
            let token = sentence.tokens[at]
            guard token.tag != .punctuation else { continue }
            if at >= phraseEnd {
                for pivot in phrases(at) {
                    phraseEnd = max(phraseEnd, pivot.anchor.tokens.upperBound)
                    switch pivot.list {
                    case .office(let office): attempt(office: pivot, office.predicate)
                    case .kin: attempt(rules.kin, pivot)
                    case .rank: attempt(rules.rank, pivot)
                    case .none: break
                    }
                }
            }
            let lines = rules.byWord[token.lemmaWord] ?? rules.byWord[token.lowerWord]
            if let lines {
                var pivot = Pivot(anchor: .init(tokens: at..<at + 1, head: at))
                pivot.hasEnded = prefixes(before: at).hasEnded
                attempt(lines.filter { sentence.fits($0, at) }, pivot)
            }
        }
        for place in sentence.places {
            let mention = record.mentions[place.index]
            let lines = rules.rules(for: mention.kind)
            guard !lines.isEmpty, mention.form != .pronoun else { continue }
            let pivot = Pivot(anchor: .init(tokens: place.tokens, head: place.head, place: place))
            attempt(lines.filter { fits($0, place) }, pivot)
        }
        return settled(found)
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
            // Of words that hang equally high the last is the noun.
            let head = range.reversed().min { sentence.tree.depths[$0] < sentence.tree.depths[$1] } ?? at
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

    private func add(
        _ rule: RelationRule, _ pivot: Pivot, _ matches: [PatternTable.Match], _ found: inout [Relation]
    ) {
        var predicate = rule.predicate
        switch (predicate, pivot.list) {
        case ("office", .office(let office)): predicate = office.predicate
        case ("kin", .kin(let kin)): predicate = kin
        default: break
        }
        let subjects = sentence.fillers(rule.subject, of: pivot.anchor)
        guard !subjects.isEmpty else { return }
        if let value = rule.value {
            for subject in subjects {
                add(rule, predicate, pivot, subject, object: nil, value: value, matches, &found)
            }
            return
        }
        let objects = sentence.fillers(rule.object, of: pivot.anchor)
        // "between Norland and Southland": each with those after it.
        let isMutual = rule.subject.first?.position == rule.object.first?.position
        for (number, subject) in subjects.enumerated() {
            for object in isMutual ? Array(objects.dropFirst(number + 1)) : objects {
                add(rule, predicate, pivot, subject, object: object, value: nil, matches, &found)
            }
        }
    }

    private func add(
        _ rule: RelationRule, _ predicate: String, _ pivot: Pivot, _ subject: RelationSentence.Filler,
        object: RelationSentence.Filler?, value: RelationRule.Value?, _ matches: [PatternTable.Match],
        _ found: inout [Relation]
    ) {
        guard let mention = subject.mention else { return }
        var relation = Relation(subject: mention, predicate: predicate, rule: rule.rule)
        relation.object = object?.mention
        if let other = relation.object {
            // A thing has no relation to itself, or to a place that stands for it.
            guard record.mentions[other].chain != record.mentions[mention].chain else { return }
            guard predicate != "located-in" || geography.mayLie(mention, in: other) else { return }
            if object?.isAppended == true, record.mentions[other].kind == .place {
                guard geography.isRegion(other) else { return }
            }
            if record.mentions[other].kind == .place, record.mentions[other].form != .name,
                !sentence.namedChains[record.mentions[other].chain]
            {
                return
            }
        }
        let base = subject.link?.verb ?? pivot.anchor.head
        switch value {
        case .words:
            if case .rank(let rank) = pivot.list { relation.value = rank }
        case .age: relation.value = sentence.age(of: pivot.anchor)
        case .date:
            relation.time = times.hanging(on: base).first?.time
            relation.value = relation.time.map { record.times[$0].value }
        case nil: break
        }
        if case .office(let office) = pivot.list {
            let country = object.flatMap { $0.mention == nil ? $0.country : nil }
            relation.value = country.map { "\(office.words) of \($0.name)" } ?? office.words
        } else if relation.object == nil, let country = object?.country {
            relation.value = country.name
        }
        guard relation.object != nil || relation.value?.isEmpty == false else { return }
        let state = subject.link.map(\.state) ?? rule.state
        if rule.state == .intended {
            guard sentence.isBare(base) else { return }
        } else if pivot.anchor.place == nil || subject.link != nil {
            switch stance.verdict(on: base, sentence, matches) {
            case .open: return
            case .denied: relation.polarity = .negative
            case .hedged:
                // "could become head"
                guard state == .always else { return }
                relation.certainty = 1
            case .holds: break
            }
        }
        if value != .date {
            let valid = times.validity(on: Array(Set([base, pivot.anchor.head])).sorted(), state: state)
            (relation.since, relation.until, relation.time) = valid
        }
        if pivot.hasEnded || state == .ended { relation.ended = true }
        let span = span(of: pivot, subject, object)
        relation.start = span.start
        relation.end = span.end
        found.append(relation)
    }

    private func span(
        of pivot: Pivot, _ subject: RelationSentence.Filler, _ object: RelationSentence.Filler?
    ) -> Span {
        var span = source.span(of: pivot.anchor.tokens)
        for filler in [subject, object] {
            guard let filler else { continue }
            let other = filler.mention.map { record.mentions[$0].span } ?? sentence.tokens[filler.token].span
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
