internal import KnowledgeBase
internal import Record
internal import Tables
internal import Testing

@Suite("Linking records")
struct RecordLinkerTests {
    private static let story =
        "The Marlow bridge over the Tesk collapsed on Friday. Engineers had warned the Marlow council."
    private static let retold =
        "Engineers had warned of it: the Marlow bridge over the Tesk collapsed. The council met."
    private static let unlike =
        "The bakery in Lund sold its ovens. A tent collapsed at the fair after the music had stopped."

    private static func record(_ text: String, id: String) -> AnnotationRecord {
        var sketch = RecordSketch(outlet: id, published: nil, title: "", sentences: [text])
        sketch.event("collapsed", "other", [:])
        return sketch.record
    }

    private func instances(_ records: [AnnotationRecord]) throws -> [String: String] {
        let linker = try RecordLinker(data: DataFolder.locate())
        for record in records { try linker.add(record) }
        var instances: [String: String] = [:]
        var order: [String] = []
        try linker.finish { record in
            order.append(record.id)
            instances[record.id] = record.events[0].instance
        }
        #expect(order == records.map(\.id))
        return instances
    }

    @Test(
        "one word in texts about the same is one event, whatever the order, and in a text about something else another")
    func link() throws {
        let records = [
            Self.record(Self.story, id: "one"), Self.record(Self.retold, id: "two"),
            Self.record(Self.unlike, id: "three"),
        ]
        let found = try instances(records)
        #expect(found["one"] != nil)
        #expect(found["one"] == found["two"])
        #expect(found["one"] != found["three"])
        for order in [[2, 1, 0], [1, 2, 0], [0, 2, 1]] {
            #expect(try instances(order.map { records[$0] }) == found)
        }
    }

    @Test("no records give none")
    func nothing() throws {
        #expect(try instances([]).isEmpty)
    }
}
