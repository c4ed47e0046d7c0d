internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Testing

@Suite("Events that are parts of others")
struct EventPartsTests {
    /// A strike and its dead in one sentence, and somebody who died elsewhere.
    private static func record(polarity: Polarity = .positive, isDated: Bool = true) -> AnnotationRecord {
        var sketch = RecordSketch(
            outlet: "Alpha", published: "2025-01-12", title: "Strike",
            sentences: ["A strike on Friday killed two workers.", "A driver died in a hospital."])
        let friday = sketch.time("Friday", "2025-01-10")
        let workers = sketch.group("two workers", head: "workers", country: "UA")
        let driver = sketch.group("A driver", head: "driver", country: "UA")
        sketch.event("strike", "strike", [:], time: isDated ? friday : nil)
        sketch.event("killed", "kill", ["patient": workers], time: friday, polarity: polarity)
        sketch.event("died", "die", ["patient": driver], time: friday)
        return sketch.record
    }

    private func parts(of records: [AnnotationRecord]) throws -> [String] {
        let sample = try SampleStore(records: records)
        var parts: [String] = []
        try sample.connection.each(
            """
            SELECT p.type, w.type, e.reasons FROM event_parts e JOIN events p ON p.id = e.part_id
            JOIN events w ON w.id = e.whole_id ORDER BY p.key
            """
        ) { row in parts.append("\(row.text(0)) of \(row.text(1)): \(row.text(2))") }
        #expect(try sample.store.verify().isEmpty)
        return parts
    }

    @Test("the dead belong to the strike that one sentence tells them with")
    func blow() throws {
        #expect(try parts(of: [Self.record()]) == ["kill of strike: in one sentence; same time"])
    }

    @Test(
        "what did not happen, or has nothing in common, is no part",
        arguments: [(Polarity.negative, true), (.positive, false)])
    func none(polarity: Polarity, isDated: Bool) throws {
        #expect(try parts(of: [Self.record(polarity: polarity, isDated: isDated)]).isEmpty)
    }
}
