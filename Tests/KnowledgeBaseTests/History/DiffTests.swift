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
        let things = try load([])
        let entities = try store.decide(
            .same, .entity, "annals:kim-jong-un", "annals:kim-yo-jong", author: "ada", reason: "")
        let merged = try store.diff(from: .after(batch: things), to: .now)
        #expect(changes(merged, .entity) == ["merged"])
        _ = try store.undo(decision: entities.number, author: "ada")
        #expect(try changes(store.diff(from: .after(batch: things), to: .now), .entity).isEmpty)
        // What is two events leaves two groups of people where there was one.
        #expect(try changes(store.diff(from: .after(batch: batch), to: .now), .entity) == ["split"])
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

    /// The third sample, read by somebody who finds an earlier trigger of its capture and an earlier mention of the captives, and
    /// does not find its last event.
    private func reading() throws -> AnnotationRecord {
        var record = SampleStore.records[2]
        record.extractor = ExtractorVersion(name: "by hand", version: "2", resources: "")
        record.events.removeLast()
        let text = Array(record.text.unicodeScalars)
        let words = Array("patrol".unicodeScalars)
        let start = try #require(text.indices.first { text[$0...].starts(with: words) })
        var capture = try #require(record.events.first)
        (capture.start, capture.end) = (start, start + words.count)
        capture.arguments = []
        capture.claims = []
        record.events.insert(capture, at: 0)
        let captives = try #require(record.mentions.firstIndex { $0.kind == .group })
        var mention = record.mentions[captives]
        (mention.start, mention.end) = (start, start + words.count)
        mention.head = nil
        record.mentions.append(mention)
        return record
    }

    @Test("another reading shows what came and went, and decisions find their events and things again")
    func rereading() throws {
        let loaded = try load(SampleStore.records)
        func key(_ table: String, _ run: Int) throws -> String {
            try #require(
                try store.connection.text(
                    table == "events"
                        ? "SELECT key FROM events WHERE type = 'capture' AND run_id = ?"
                        : "SELECT e.key FROM chains c JOIN entities e ON e.id = c.entity_id WHERE c.run_id = ? AND c.name LIKE 'two%'",
                    run))
        }
        let pair = (try key("events", 3), try key("events", 1))
        let things = (try key("entities", 3), try key("entities", 1))
        #expect(try areOne("events", pair))
        #expect(try areOne("entities", things))
        try store.decide(.different, .event, pair.0, pair.1, author: "ada", reason: "")
        try store.decide(.different, .entity, things.0, things.1, author: "ada", reason: "")
        let decided = try dump()
        let again = try reading()
        let (batch, diff) = try store.diff {
            let batch = try store.beginRereading(command: "reextract")
            try batch.load(again, input: "x")
            return try batch.finish().batch
        }
        #expect(changes(diff, .document).isEmpty)
        #expect(changes(diff, .fact).contains { $0.hasSuffix("1 went") })
        #expect(Set(changes(diff, .event)).isDisjoint(with: ["merged", "appeared"]), "\(diff.lines)")
        let (event, thing) = (try key("events", 6), try key("entities", 6))
        #expect(event != pair.0 && thing != things.0, "the keys are others now")
        #expect(try !areOne("events", (event, pair.1)))
        #expect(try !areOne("entities", (thing, things.1)))
        #expect(try store.verify() == [])
        // A reading counts as long as a load of its text does.
        _ = try store.undo(batch: loaded)
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 0)
        _ = try store.redo(batch: loaded)
        _ = try store.undo(batch: batch)
        #expect(try dump() == decided)
        #expect(try store.verify() == [])
    }

    private func areOne(_ table: String, _ keys: (String, String)) throws -> Bool {
        let canonical =
            table == "events"
            ? "SELECT c.canonical_id FROM events e JOIN canonical_events c ON c.event_id = e.id WHERE e.key = ?"
            : "SELECT i.canonical_id FROM entities e JOIN entity_identities i ON i.entity_id = e.id WHERE e.key = ?"
        return try store.connection.integer(canonical, keys.0) == store.connection.integer(canonical, keys.1)
    }
}
