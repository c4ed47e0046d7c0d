internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("What is different between two states")
struct DiffTests {
    let scratch: Scratch
    let store: Store

    init() throws {
        scratch = try Scratch()
        store = try Store(path: scratch.path + "/kb.db", mode: .write, data: try DataFolder.locate())
    }

    @discardableResult
    private func load(_ records: [AnnotationRecord]) throws -> Int {
        let batch = try store.beginBatch(command: "load")
        for record in records { try batch.load(record, input: record.id) }
        return try batch.finish().batch
    }

    private func changes(_ diff: KnowledgeDiff, _ subject: KnowledgeDiff.Subject) -> [String] {
        diff.lines.filter { $0.subject == subject }.map(\.change)
    }

    private func dump() throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    @Test("a first load makes everything appear, and taken back lets it vanish")
    func first() throws {
        let batch = try load(SampleStore.records)
        let before = try dump()
        let diff = try store.diff(from: .before(batch: batch), to: .after(batch: batch))
        #expect(changes(diff, .document).count == SampleStore.records.count)
        #expect(Set(changes(diff, .event)) == ["appeared"])
        #expect(Set(changes(diff, .entity)) == ["appeared"])
        #expect(changes(diff, .disagreement).contains("opened"))
        let cards = try store.connection.integer("SELECT count(*) FROM event_cards")
        #expect(changes(diff, .event).count == Int(cards ?? 0))
        #expect(try store.diff(from: .after(batch: batch), to: .now).lines.isEmpty)
        _ = try store.undo(batch: batch)
        let gone = try store.diff(from: .after(batch: batch), to: .now)
        #expect(Set(changes(gone, .event)) == ["vanished"])
        #expect(gone.lines.count == diff.lines.count)
        #expect(!changes(gone, .disagreement).contains("opened"))
        _ = try store.redo(batch: batch)
        #expect(try dump() == before)
    }

    @Test("every state of the history can be asked for, and what lies between two is what lies between their ends")
    func history() throws {
        var numbers: [Int] = []
        for record in SampleStore.records { numbers.append(try load([record])) }
        _ = try store.undo(batch: numbers[1])
        let last = try load([SampleStore.records[1]])
        for (number, batch) in numbers.enumerated() {
            let diff = try store.diff(from: .before(batch: batch), to: .after(batch: batch))
            #expect(changes(diff, .document) == ["appeared"], "batch \(batch)")
            #expect(diff.lines.first?.key != nil)
            if number > 0 {
                let same = try store.diff(from: .after(batch: numbers[number - 1]), to: .before(batch: batch))
                #expect(same.lines.isEmpty)
            }
        }
        #expect(try store.diff(from: .before(batch: last), to: .now).lines.contains { $0.change == "appeared" })
        #expect(try store.diff(from: .after(batch: numbers[4]), to: .after(batch: last)).lines.isEmpty)
        #expect(throws: StoreError.self) { try store.diff(from: .after(batch: 99), to: .now) }
        #expect(try store.verify() == [])
    }

    @Test("decisions split and merge")
    func decisions() throws {
        let batch = try load(SampleStore.records)
        let pair = try #require(
            try store.connection.firstRow(
                """
                SELECT l.key, r.key FROM event_pairs p JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
                JOIN event_types t ON t.name = l.type WHERE p.verdict = 'same' AND l.type = 'deploy' ORDER BY 1, 2 LIMIT 1
                """))
        let (left, right) = (try #require(pair[0].text), try #require(pair[1].text))
        let empty = try load([])
        for other in try others(left) where other != right {
            try store.decide(.different, .event, left, other, author: "ada", reason: "")
        }
        try store.decide(.different, .event, left, right, author: "ada", reason: "")
        let split = try store.diff(from: .after(batch: empty), to: .now)
        #expect(changes(split, .event).contains("split"))
        #expect(!changes(split, .event).contains("appeared"))
        let entities = try store.decide(
            .same, .entity, "annals:kim-jong-un", "annals:kim-yo-jong", author: "ada", reason: "")
        let merged = try store.diff(from: .after(batch: batch), to: .now)
        #expect(changes(merged, .entity) == ["merged"])
        _ = try store.undo(decision: entities.number, author: "ada")
        #expect(try changes(store.diff(from: .after(batch: batch), to: .now), .entity).isEmpty)
    }

    /// The accounts that are one event with this one.
    private func others(_ key: String) throws -> [String] {
        var keys: [String] = []
        try store.connection.each(
            """
            SELECT o.key FROM events e JOIN canonical_events c ON c.event_id = e.id
            JOIN canonical_events x ON x.canonical_id = c.canonical_id JOIN events o ON o.id = x.event_id
            WHERE e.key = ? AND o.key <> e.key ORDER BY o.key
            """, key
        ) { row in keys.append(row.text(0)) }
        return keys
    }

    @Test("another reading shows what came and went, and decisions find their events again")
    func rereading() throws {
        let records = SampleStore.records
        let loaded = try load(records)
        let before = try dump()
        var again = records[2]
        again.extractor = ExtractorVersion(name: "by hand", version: "2", resources: "")
        again.events[0].chain = 7
        let dropped = try #require(again.events.popLast())
        let capture = try #require(
            try store.connection.text("SELECT key FROM events WHERE type = 'capture' AND run_id = 3"))
        let other = try #require(
            try store.connection.text("SELECT key FROM events WHERE type = 'capture' AND run_id = 1"))
        try store.decide(.different, .event, capture, other, author: "ada", reason: "")
        let decided = try dump()
        let (batch, diff) = try store.diff {
            let batch = try store.beginRereading(command: "reextract")
            try batch.load(again, input: "x")
            return try batch.finish().batch
        }
        #expect(changes(diff, .document).isEmpty)
        #expect(diff.lines.contains { $0.subject == .fact })
        #expect(!changes(diff, .event).contains("merged"), "\(dropped.type) went")
        #expect(try store.verify() == [])
        // A reading counts as long as a load of its text does.
        _ = try store.undo(batch: loaded)
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 0)
        _ = try store.redo(batch: loaded)
        _ = try store.undo(batch: batch)
        #expect(try dump() == decided)
        #expect(decided != before)
        #expect(try store.verify() == [])
    }
}
