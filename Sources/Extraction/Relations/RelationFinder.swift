internal import Language
internal import Record
internal import Tables

/// Lasting relations between mentions, read from the trees: offices, membership, containment, family, sides.
struct RelationFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables =
        RelationLexicon.tables + EventContext.tables + [RelationRules.file, ControlVerbs.table, TimeLinkWords.table]

    private let lexicon: RelationLexicon
    private let rules: RelationRules
    private let context: EventContext
    private let control: ControlVerbs
    private let timeWords: TimeLinkWords

    init(data: DataFolder) throws(DataError) {
        lexicon = try RelationLexicon(data: data)
        rules = try RelationRules(data: data)
        context = try EventContext(data: data)
        control = try ControlVerbs(data: data)
        timeWords = try TimeLinkWords(data: data)
    }

    /// In text order. The record holds all other layers.
    func relations(
        in analysis: Analysis, document: DocumentWords, view: DocumentView, record: AnnotationRecord
    ) -> [Relation] {
        let attributions = AttributionLookup(record.attributions, analysis: analysis)
        let reports = ReportIndex(record.attributions, analysis)
        let geography = Geography(record)
        var namedChains = [Bool](repeating: false, count: (record.mentions.map(\.chain).max() ?? -1) + 1)
        for mention in record.mentions where mention.form == .name { namedChains[mention.chain] = true }
        let timeOrder = record.times.indices.sorted { record.times[$0].start < record.times[$1].start }
        var nextTime = 0
        var relations: [Relation] = []
        var seen: [Key: Int] = [:]
        for (number, sentence) in analysis.sentences.enumerated() {
            var times: [Int] = []
            while nextTime < timeOrder.count, record.times[timeOrder[nextTime]].start < sentence.span.end {
                times.append(timeOrder[nextTime])
                nextTime += 1
            }
            let mentions = view.mentions.inSentence(number)
            let words = view.sentences[number]
            guard !mentions.isEmpty else { continue }
            var reader = RelationReader(
                sentence: RelationSentence(
                    number: number, sentence: sentence, words: document.sentences[number],
                    clauses: Clauses(words, control), lexicon: lexicon, rules: rules, mentions: record.mentions,
                    namedChains: namedChains, countries: geography.countries, inSentence: mentions),
                view: words, source: sentence, rules: rules, lexicon: lexicon, context: context, geography: geography,
                record: record)
            let found = reader.relations { nouns in
                guard !times.isEmpty else { return [] }
                return TimeLinks(
                    times, of: record.times, words.sentence, words.tree, timeWords, nouns: nouns,
                    isCue: { reports.isCue(words.tokens[$0].span, sentence: number) }
                ).links
            }
            for var relation in found {
                relation.attribution = attributions.innermost(
                    around: Span(start: relation.start ?? 0, end: relation.end ?? 0), sentence: number)
                let voiced = relation.attribution.flatMap { record.attributions[$0].certainty }
                if let voiced { relation.certainty = min(voiced, relation.certainty ?? voiced) }
                let key = Key(relation, record.mentions)
                if let first = seen[key] {
                    relations[first].complete(with: relation)
                } else {
                    seen[key] = relations.count
                    relations.append(relation)
                }
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

        init(_ relation: Relation, _ mentions: [Mention]) {
            subject = mentions[relation.subject].chain
            predicate = relation.predicate
            object = relation.object.map { mentions[$0].chain }
            value = relation.object == nil ? relation.value : nil
            attribution = relation.attribution
        }
    }
}

extension Relation {
    /// Takes over what a second mention of the same relation says of its time.
    fileprivate mutating func complete(with other: Relation) {
        guard polarity == other.polarity else { return }
        since = since ?? other.since
        until = until ?? other.until
        time = time ?? other.time
        ended = ended ?? other.ended
    }
}
