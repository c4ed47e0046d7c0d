internal import Language
internal import Record
internal import Tables

/// Lasting relations: offices, membership, containment.
struct RelationFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables = RelationLexicon.tables + [patternFile]

    private static let patternFile = "lexicon/relation-patterns.tsv"

    private let lexicon: RelationLexicon
    private let patterns: [RelationPattern]
    /// For each pattern whether it starts with a country's adjective.
    private let needsAdjective: [Bool]
    /// Patterns that start with an office, an adjective or another slot.
    private let slotPatterns: [Int]
    /// Patterns that start with a mention, by far the most.
    private let mentionPatterns: [Int]
    /// Patterns by their first word.
    private let wordPatterns: WordMap<[Int]>
    private let needs: RelationNeeds

    init(data: DataFolder) throws(DataError) {
        lexicon = try RelationLexicon(data: data)
        let table = try data.table(Self.patternFile, columns: ["pattern", "predicate", "subject", "object"])
        var read: [RelationPattern] = []
        for row in table.rows {
            read.append(try RelationPattern(row: row, of: table, file: data.path + "/" + table.name))
        }
        patterns = read
        needsAdjective = read.map { pattern in
            if case .demonym = pattern.parts[0].kind { true } else { false }
        }
        var slots: [Int] = []
        var mentions: [Int] = []
        var words = WordMap<[Int]>()
        for (number, pattern) in read.enumerated() {
            if case .words(let choices) = pattern.parts[0].kind, !pattern.parts[0].isOptional {
                for choice in choices { words[choice, default: []].append(number) }
            } else if case .mention = pattern.parts[0].kind, !pattern.parts[0].isOptional {
                mentions.append(number)
            } else {
                slots.append(number)
            }
        }
        slotPatterns = slots
        mentionPatterns = mentions
        wordPatterns = words
        needs = RelationNeeds(read, lexicon)
    }

    /// In text order. The record holds all other layers.
    func relations(in analysis: Analysis, document: DocumentWords, record: AnnotationRecord) -> [Relation] {
        let attributions = AttributionLookup(record.attributions, analysis: analysis)
        var relations: [Relation] = []
        var seen: Set<Key> = []
        var nextMention = 0
        var nextTime = 0
        let mentionOrder = record.mentions.indices.sorted { record.mentions[$0].start < record.mentions[$1].start }
        let timeOrder = record.times.indices.sorted { record.times[$0].start < record.times[$1].start }
        for (number, sentence) in analysis.sentences.enumerated() {
            var mentionsAt: [Int: [RelationMatcher.SlotMention]] = [:]
            while nextMention < mentionOrder.count, record.mentions[mentionOrder[nextMention]].start < sentence.span.end
            {
                let index = mentionOrder[nextMention]
                nextMention += 1
                add(record.mentions[index], index, sentence, &mentionsAt)
            }
            var timesAt: [Int: (end: Int, index: Int)] = [:]
            while nextTime < timeOrder.count, record.times[timeOrder[nextTime]].start < sentence.span.end {
                let tokens = sentence.tokens(in: record.times[timeOrder[nextTime]].span)
                if !tokens.isEmpty { timesAt[tokens.lowerBound] = (tokens.upperBound, timeOrder[nextTime]) }
                nextTime += 1
            }
            guard !mentionsAt.isEmpty else { continue }
            let words = document.sentences[number]
            let live = needs.live(
                in: words, mentions: mentionsAt.values.joined().count(where: \.startsHere), hasTime: !timesAt.isEmpty,
                lexicon)
            guard live.contains(true) else { continue }
            let openers = Openers(
                mention: mentionPatterns.filter { live[$0] }, slot: slotPatterns.filter { live[$0] })
            let matcher = RelationMatcher(
                lexicon: lexicon, words: words, mentionsAt: mentionsAt, timesAt: timesAt)
            /// The end of a country's adjective: nothing starts inside one ("Korean" of "North Korean").
            var adjectiveEnd = 0
            /// The last relation that started before an office's words ended.
            var last: Relation?
            for position in sentence.tokens.indices {
                if position < adjectiveEnd { continue }
                let adjective = matcher.adjectiveEnd(at: position)
                adjectiveEnd = adjective ?? 0
                guard let (pattern, match) = best(matcher, at: position, live, openers, isAdjective: adjective != nil),
                    var relation = relation(patterns[pattern], match, record)
                else { continue }
                // "President Ada Stone" says nothing beyond "Finnish President Ada Stone".
                if let last, last.subject == relation.subject, last.predicate == relation.predicate,
                    last.end == sentence.tokens[match.end - 1].span.end
                {
                    continue
                }
                relation.start = sentence.tokens[position].span.start
                relation.end = sentence.tokens[match.end - 1].span.end
                relation.attribution = attributions.innermost(
                    around: Span(start: relation.start ?? 0, end: relation.end ?? 0), sentence: number)
                relation.certainty = relation.attribution.flatMap { record.attributions[$0].certainty }
                last = relation
                let key = Key(
                    subject: record.mentions[relation.subject].chain, predicate: relation.predicate,
                    object: relation.object.map { record.mentions[$0].chain }, value: relation.value,
                    attribution: relation.attribution)
                if seen.insert(key).inserted { relations.append(relation) }
            }
        }
        return relations
    }

    /// The same relation said again by the same voice is one.
    private struct Key: Hashable {
        var subject: Int
        var predicate: String
        var object: Int?
        var value: String?
        var attribution: Int?
    }

    private func add(
        _ mention: Mention, _ index: Int, _ sentence: Sentence, _ slots: inout [Int: [RelationMatcher.SlotMention]]
    ) {
        let tokens = sentence.tokens(in: mention.span)
        guard !tokens.isEmpty else { return }
        slots[tokens.lowerBound, default: []].append(
            RelationMatcher.SlotMention(index: index, kind: mention.kind, end: tokens.upperBound, startsHere: true))
        guard mention.form == .nominal, let head = mention.head.map({ sentence.tokens(in: $0) }), !head.isEmpty else {
            return
        }
        // "Ukraine's military": the phrase can be entered after its possessor or adjective.
        for token in tokens.lowerBound + 1..<max(tokens.lowerBound + 1, head.lowerBound + 1) {
            slots[token, default: []].append(
                RelationMatcher.SlotMention(index: index, kind: mention.kind, end: tokens.upperBound, startsHere: false)
            )
        }
    }

    /// The patterns that a sentence may hold and that no word opens.
    private struct Openers {
        var mention: [Int]
        var slot: [Int]
    }

    private func best(
        _ matcher: RelationMatcher, at position: Int, _ live: [Bool], _ openers: Openers, isAdjective: Bool
    ) -> (pattern: Int, match: RelationMatcher.Match)? {
        var best: (pattern: Int, match: RelationMatcher.Match)?
        func attempt(_ number: Int) {
            if needsAdjective[number], !isAdjective { return }
            guard let match = matcher.longest(patterns[number], at: position) else { return }
            if let current = best, rank(current.match) >= rank(match) { return }
            best = (number, match)
        }
        /// The longest, then the one that leans on more words, then the one that names both things.
        func rank(_ match: RelationMatcher.Match) -> (Int, Int, Int) {
            (match.end, match.exactness, match.b == nil ? 0 : 1)
        }
        func attempt(openedBy word: HashedWord) {
            for number in wordPatterns[word] ?? [] where live[number] { attempt(number) }
        }
        let lower = matcher.words[position].token.lowerWord
        let lemma = matcher.words[position].token.lemmaWord
        attempt(openedBy: lower)
        if lemma.text != lower.text { attempt(openedBy: lemma) }
        if matcher.mentionsAt[position] != nil { for number in openers.mention { attempt(number) } }
        for number in openers.slot { attempt(number) }
        return best
    }

    private func relation(
        _ pattern: RelationPattern, _ match: RelationMatcher.Match, _ record: AnnotationRecord
    ) -> Relation? {
        guard let subject = pattern.subjectIsB ? match.b : match.a else { return nil }
        var predicate = pattern.predicate
        if predicate == "office" { predicate = match.office?.predicate ?? "holds-office" }
        if predicate == "kin" { predicate = match.kin ?? "kin-of" }
        guard !predicate.isEmpty else { return nil }
        var relation = Relation(subject: subject, predicate: predicate, rule: pattern.rule)
        switch pattern.object {
        case "a": relation.object = match.a
        case "b": relation.object = match.b
        case "words": relation.value = match.words
        case "age": relation.value = match.age
        case "date":
            relation.time = match.time
            relation.value = match.time.map { record.times[$0].value }
        default: break
        }
        if match.office != nil {
            relation.value = match.officeWords
            if relation.object == nil, let country = match.country {
                relation.value = "\(match.officeWords) of \(country.name)"
            }
        } else if relation.object == nil, relation.value == nil, let country = match.country {
            relation.value = country.name
        }
        guard relation.object != nil || relation.value?.isEmpty == false else { return nil }
        if let object = relation.object {
            // A thing has no relation to itself, or to a place that stands for it.
            guard record.mentions[object].chain != record.mentions[subject].chain else { return nil }
            // "Turku, an area …": a place is located only by a name.
            if record.mentions[object].kind == .place, record.mentions[object].form != .name { return nil }
        }
        if match.isNegative { relation.polarity = .negative }
        return relation
    }
}
