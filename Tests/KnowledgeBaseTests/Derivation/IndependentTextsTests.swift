internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("Copies and passages")
struct IndependentTextsTests {
    private static let wire = [
        "The governor of the northern district said on Monday that two bridges over the Lom had been closed to all traffic.",
        "Engineers will examine the piers for cracks before the end of the week, he told reporters in the small town of Vale.",
        "Nobody was hurt when a barge struck the older bridge in thick fog early in the morning, according to the river police.",
    ]
    private static let own = [
        "Residents have long complained that the crossing is too narrow for the lorries which bring timber from the hills.",
        "A ferry that served the two banks for sixty years was given up when the second bridge opened to cars and cyclists.",
        "Our reporter counted forty vans waiting at the barrier, some of them since the evening of the day before yesterday.",
    ]

    private func text(_ outlet: String, _ published: String?, _ sentences: [String]) -> AnnotationRecord {
        RecordSketch(outlet: outlet, published: published, title: "Bridges", sentences: sentences).record
    }

    private func texts(of records: [AnnotationRecord]) throws -> [String: String] {
        let sample = try SampleStore(records: records)
        var found: [String: String] = [:]
        try sample.connection.each(
            """
            SELECT c.outlet, f.outlet, (SELECT group_concat(s.ordinal || ':' || o.name, ' ') FROM copied_sentences p
                JOIN sentences s ON s.id = p.sentence_id JOIN versions v ON v.id = p.text_id JOIN sources o ON o.id = v.source_id
                WHERE p.version_id = c.version_id)
            FROM live_documents c JOIN live_documents f ON f.version_id = c.text_id
            """
        ) { row in found[row.text(0)] = row.text(1) + (row.isNull(2) ? "" : " " + row.text(2)) }
        return found
    }

    @Test("the first to publish stands for its copies, in whatever order they are loaded")
    func copies() throws {
        let records = [
            text("Wire", "2025-01-12T08:00", Self.wire),
            text("Same", "2025-01-12T09:30", Self.wire),
            text("Edited", "2025-01-13", Self.wire + ["Editing by the night desk."]),
            text("Undated", nil, Self.wire),
            text("Other", "2025-01-12", Self.own),
        ]
        let expected = ["Wire": "Wire", "Same": "Wire", "Edited": "Wire", "Undated": "Wire", "Other": "Other"]
        #expect(try texts(of: records) == expected)
        #expect(try texts(of: records.reversed()) == expected)
    }

    @Test("a wire story inside a longer article counts for the wire, the rest for the article")
    func passages() throws {
        let article = [Self.own[0]] + Self.wire.prefix(1) + Self.own[1...]
        let records = [text("Wire", "2025-01-12", Self.wire), text("Paper", "2025-01-13", Array(article))]
        let expected = ["Wire": "Wire", "Paper": "Paper 1:Wire"]
        #expect(try texts(of: records) == expected)
        #expect(try texts(of: records.reversed()) == expected)
    }

    @Test("reports on one form with other numbers are no copies of each other")
    func forms() throws {
        let form =
            "The price of wheat at the five markets of the plain was {} a tonne on average, of maize {} and of barley {}."
        func report(_ values: [String]) -> String {
            var parts = form.split(separator: "{}", omittingEmptySubsequences: false)[...]
            var text = String(parts.removeFirst())
            for (value, part) in zip(values, parts) { text += value + part }
            return text
        }
        let records = [
            text("January", "2025-01-12", [report(["211.40", "187.15", "160.95"]), Self.own[0], Self.own[1]]),
            text("February", "2025-02-12", [report(["214.10", "183.75", "166.05"]), Self.own[0], Self.own[1]]),
        ]
        #expect(try texts(of: records)["February"]?.hasPrefix("February") == true)
    }
}
