internal import Foundation
internal import Record
internal import Testing

@Suite("Records as JSON, against JSONEncoder")
struct RecordJSONTests {
    private func encoded(_ record: AnnotationRecord) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }

    private func bare(_ text: String = "") -> AnnotationRecord {
        AnnotationRecord(document: Document(id: "d/1", text: text))
    }

    @Test("an empty record")
    func empty() throws {
        #expect(String(decoding: bare().json, as: UTF8.self) == (try encoded(bare())))
    }

    @Test(
        "text with marks that JSON escapes",
        arguments: [
            "a \"quoted\" word", "back\\slash / slash", "line\nend\r\n\ttab", "\u{08}\u{0C}\u{00}\u{1F}\u{7F}",
            "Zürich — “Kyiv” 서울 🚢", "{", "[", ",", "\u{2028}\u{2029}",
        ])
    func strings(_ text: String) throws {
        var record = bare(text)
        record.title = text
        record.origins = ["title": text, "a\"b": "x", "Author": "y"]
        #expect(String(decoding: record.json, as: UTF8.self) == (try encoded(record)))
    }

    @Test(
        "numbers",
        arguments: [
            0, 1, -1, 12_000, 0.5, -33.8688, 1e15, 1e16, 1e22, 1.5e300, .leastNormalMagnitude, 0.1 + 0.2,
            100_000_000_000_000_000,
        ])
    func numbers(_ value: Double) throws {
        var record = bare()
        record.quantities = [Quantity(span: Span(start: 3, end: 1_234_567), low: value, point: -value)]
        #expect(String(decoding: record.json, as: UTF8.self) == (try encoded(record)))
    }

    @Test("every field of every layer")
    func full() throws {
        var record = bare("Two ships sank.")
        let span = Span(start: 0, end: 9)
        record.title = "Ships lost"
        record.outlet = "Eastern Wire"
        record.url = "https://example.org/a?b=c"
        record.author = "A. Writer"
        record.language = "en"
        record.published = "2025-01-12"
        record.updated = "2025-01-13T08:00:00Z"
        record.extractor = ExtractorVersion(name: "annals", version: "1", resources: "00ff")
        record.sentences = [span, Span(start: 9, end: Int.max)]
        record.mentions = [
            Mention(
                span: span, kind: .place, form: .name, chain: 4, head: span, entity: "Q1", country: "FI",
                latitude: 60.17, longitude: -24, metonym: true, quantity: 0),
            Mention(span: span, kind: .object, form: .nominal, chain: -1, metonym: false),
        ]
        record.entities = [
            EntityReference(
                id: "Q1", kind: .place, name: "Turku", aliases: ["Åbo", "Abo"], country: "FI", summary: "a city",
                latitude: 60, longitude: 22.25, precision: 0.1, feature: "PPLA", sameAs: ["wikidata:Q38511"],
                within: ["Q33"])
        ]
        record.times = [
            TimeExpression(
                span: span, type: .date, value: "2025", mod: "APPROX", earliest: "2025-01-01", latest: "2025-12-31",
                granularity: .partOfDay)
        ]
        record.quantities = [
            Quantity(span: span, low: 1, high: 2.5, point: 2, qualifier: "exact", unit: "ship", counted: span)
        ]
        record.attributions = [
            Attribution(
                source: [span], cue: [span, span], content: [], speaker: 0, kind: .hedge, certainty: -3, time: 0,
                parent: 1)
        ]
        record.events = [
            Event(
                span: span, type: "attack", class: "conflict", chain: 0, polarity: .negative, modality: .hedged,
                tense: "past", certainty: 1, time: 0, times: [EventTime(role: .announced, time: 0)],
                arguments: [EventArgument(role: "number", span: span, mention: 1, quantity: 0)], attribution: 0,
                claims: [EventClaim(kind: "first", holds: false, span: span)], rule: "lexicon/triggers.tsv:1")
        ]
        record.events[0].instance = "3f9a2c1b04de.e1"
        record.events[0].anchor = EventAnchor(value: "2025-01", basis: .story)
        var relation = Relation(subject: 0, predicate: "holds-office", rule: "x:1")
        relation.object = 1
        relation.value = "mayor"
        relation.start = 0
        relation.end = 3
        relation.time = 0
        relation.since = 0
        relation.until = 0
        relation.ended = true
        relation.attribution = 0
        relation.polarity = .negative
        relation.certainty = 2
        record.relations = [relation, Relation(subject: 1, predicate: "kin-of", rule: "x:2")]
        #expect(String(decoding: record.json, as: UTF8.self) == (try encoded(record)))
        #expect(unset(in: record) == [], "fields that this test forgets")
        #expect(try JSONDecoder().decode(AnnotationRecord.self, from: Data(record.json)) == record)
    }

    /// The fields that are nil in a record or in the first item of one of its layers.
    private func unset(in value: Any) -> [String] {
        Mirror(reflecting: value).children.flatMap { child -> [String] in
            let field = Mirror(reflecting: child.value)
            switch field.displayStyle {
            case .optional: return field.children.isEmpty ? [child.label ?? "?"] : []
            case .collection: return field.children.first.map { unset(in: $0.value) } ?? []
            default: return []
            }
        }
    }
}
