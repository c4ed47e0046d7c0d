internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("History")
struct HistoryTests {
    let scratch: Scratch
    let data: DataFolder

    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
    }

    private func open(_ name: String = "kb.db", _ mode: Store.Mode = .write) throws -> Store {
        try Store(path: scratch.path + "/" + name, mode: mode, data: data)
    }

    /// Loads records as one batch.
    /// - Returns: the number of the batch.
    @discardableResult
    private func load(_ records: [AnnotationRecord], into store: Store, url: String? = nil) throws -> Int {
        let batch = try store.beginBatch(command: "test")
        for record in records { try batch.load(record, input: record.id, canonicalURL: url) }
        return try batch.finish().batch
    }

    private func dump(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    @Test("without a batch the store says what it would say if the others alone had been loaded")
    func undo() throws {
        let records = SampleStore.records
        for left in records.indices {
            let store = try open("\(left).db")
            var numbers: [Int] = []
            for record in records { numbers.append(try load([record], into: store)) }
            let all = try dump(store)
            let trial = try store.undo(batch: numbers[left], isTrial: true)
            #expect(try dump(store) == all)
            let change = try store.undo(batch: numbers[left])
            #expect(change.vanished.map(\.outlet) == [records[left].outlet])
            #expect(change.differences.map(\.after) == trial.differences.map(\.after))
            let fresh = try open("fresh-\(left).db")
            try load(records.indices.filter { $0 != left }.map { records[$0] }, into: fresh)
            #expect(try dump(store) == dump(fresh))
            #expect(try store.redo(batch: numbers[left]).appeared.count == 1)
            #expect(try dump(store) == all)
        }
    }

    @Test("a document stays while some batch asks for it")
    func held() throws {
        let store = try open()
        let first = try load(SampleStore.records, into: store)
        let all = try dump(store)
        let second = try load(SampleStore.records, into: store)
        #expect(try store.undo(batch: first).differences.isEmpty)
        #expect(try dump(store) == all)
        _ = try store.undo(batch: second)
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 0)
        #expect(throws: StoreError.self) { try store.undo(batch: second) }
        #expect(throws: StoreError.self) { try store.redo(batch: 99) }
    }

    @Test("of the texts of one address the one changed last counts, in whatever order they come")
    func versions() throws {
        var early = SampleRecords.capture(outlet: "Alpha", isFirst: true)
        early.published = "2025-01-12"
        var late = SampleRecords.capture(outlet: "Alpha", isFirst: false)
        late.published = "2025-01-12"
        late.updated = "2025-01-13T08:00"
        var dumps: Set<[String]> = []
        for order in [[early, late], [late, early], [early, late, early]] {
            let store = try open("\(dumps.count)-\(order.count)-\(order[0].updated ?? "").db")
            try load(order, into: store, url: "https://example.org/1")
            #expect(
                try store.connection.integer("SELECT count(*) FROM facts WHERE predicate = 'first' AND holds = 0") == 1)
            #expect(
                try store.connection.integer("SELECT count(*) FROM facts WHERE predicate = 'first' AND holds = 1") == 0)
            #expect(try store.verify() == [])
            dumps.insert(try dump(store))
        }
        #expect(dumps.count == 1)
    }

    @Test("decisions hold when a text is read again, and undoing one restores what was before")
    func decisions() throws {
        let store = try open()
        try load(SampleStore.records, into: store)
        let before = try dump(store)
        let pair = try #require(
            try store.connection.firstRow(
                """
                SELECT l.key, r.key FROM event_pairs p JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
                WHERE p.verdict = 'same' ORDER BY p.score DESC, l.key, r.key LIMIT 1
                """))
        let (left, right) = (try #require(pair[0].text), try #require(pair[1].text))
        let (number, change) = try store.decide(.different, .event, left, right, author: "ada", reason: "two days")
        #expect(!change.differences.isEmpty)
        let decided = try dump(store)
        // Another extractor reads the same texts; keys of events are places in them.
        let again = SampleStore.records.map { record in
            var record = record
            record.extractor = ExtractorVersion(name: "by hand", version: "2", resources: "")
            return record
        }
        try load(again, into: store)
        #expect(try dump(store) == decided)
        _ = try store.undo(decision: number, author: "ada")
        #expect(try dump(store) == before)
        #expect(throws: StoreError.self) { try store.undo(decision: number, author: "ada") }
    }

    @Test("a moment shows what was published, or loaded, by then")
    func moments() throws {
        let writer = try open()
        let early = SampleStore.records.filter { ($0.published ?? "9999") <= "2025-01-12" }
        try #require(!early.isEmpty && early.count < SampleStore.records.count)
        try load(early, into: writer)
        let known = try dump(writer)
        try load(SampleStore.records, into: writer)
        let now = try dump(writer)
        // All was loaded within the same second; a load of tomorrow tells the two apart.
        try writer.connection.run("UPDATE batches SET started = '2999-01-01T00:00:00Z' WHERE id = 2")
        for (scope, expected) in [
            (Scope(asOf: "2025-01-12"), known), (Scope(knownAt: "2998"), known), (Scope(knownAt: "3000"), now),
        ] {
            let reader = try open("kb.db", .read)
            try reader.look(at: scope)
            let found = try dump(reader)
            #expect(Self.withoutNames(found) == Self.withoutNames(expected), "\(scope)")
        }
    }

    /// Names are those of the whole file.
    private static func withoutNames(_ lines: [String]) -> [String] {
        guard let start = lines.firstIndex(of: "# names"), let end = lines.firstIndex(of: "# passages") else {
            return []
        }
        return Array(lines[..<start] + lines[end...])
    }

    @Test(
        "what was changed behind our back is noticed, and made right",
        arguments: [
            "DELETE FROM facts WHERE id IN (SELECT min(id) FROM facts)", "UPDATE event_cards SET texts = texts + 1",
            "DELETE FROM event_pairs", "UPDATE entity_names SET uses = uses + 1 WHERE uses > 0",
            "UPDATE independent_texts SET text_id = version_id", "DELETE FROM disagreement_sides",
            "DELETE FROM event_blocks", "UPDATE entity_counts SET mentions = 0", "DELETE FROM event_participants",
        ])
    func tampering(sql: String) throws {
        let store = try open()
        try load(SampleStore.records, into: store)
        let before = try dump(store)
        #expect(try open("kb.db", .read).verify() == [])
        try store.connection.run(sql)
        #expect(try open("kb.db", .read).verify().count == 1)
        #expect(try store.rebuild().count == 1)
        #expect(try open("kb.db", .read).verify() == [])
        #expect(try dump(store) == before)
    }

    @Test("a load that fails leaves what was there, and can be repeated")
    func failure() throws {
        let store = try open()
        try load(Array(SampleStore.records.prefix(2)), into: store)
        let before = try dump(store)
        let batch = try store.beginBatch(command: "test")
        try batch.load(SampleStore.records[2], input: "2")
        // As a full disk would: the transaction is gone.
        store.connection.rollback()
        _ = try batch.finish()
        #expect(try dump(store) == before)
        try load(SampleStore.records, into: store)
        let fresh = try open("fresh.db")
        try load(SampleStore.records, into: fresh)
        #expect(try dump(store) == dump(fresh))
    }
}
