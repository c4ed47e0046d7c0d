internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A folder of its own for a test, gone when the test is.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/annals-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("The store")
struct StoreTests {
    let scratch: Scratch
    let data: DataFolder

    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
    }

    private func open(_ name: String = "kb.db", _ mode: Store.Mode = .write) throws -> Store {
        try Store(path: scratch.path + "/" + name, mode: mode, data: data)
    }

    @Test("two accounts become one event with both documents behind it, and their ranks disagree")
    func twoAccounts() throws {
        let store = try open()
        let batch = try store.beginBatch(command: "test")
        #expect(try batch.load(SampleRecords.capture(outlet: "Alpha", isFirst: true), input: "a") == .new)
        #expect(try batch.load(SampleRecords.capture(outlet: "Beta", isFirst: false), input: "b") == .new)
        let summary = try batch.finish()
        #expect(summary.new == 2)
        #expect(try store.connection.integer("SELECT count(*) FROM event_cards WHERE type = 'capture'") == 1)
        #expect(try store.connection.integer("SELECT documents FROM event_cards WHERE type = 'capture'") == 2)
        #expect(
            try store.connection.integer(
                "SELECT count(*) FROM disagreements WHERE kind = 'rank' AND nature = 'conflict'") == 1)
    }

    @Test("loading twice changes nothing")
    func idempotent() throws {
        let store = try open()
        for expected in [LoadOutcome.new, .same] {
            let batch = try store.beginBatch(command: "test")
            #expect(try batch.load(SampleRecords.capture(outlet: "Alpha", isFirst: true), input: "a") == expected)
            _ = try batch.finish()
        }
        #expect(try store.connection.integer("SELECT count(*) FROM versions") == 1)
        #expect(try store.connection.integer("SELECT count(*) FROM runs") == 1)
    }

    @Test("a changed text of one URL retracts what was read before")
    func changed() throws {
        let store = try open()
        let batch = try store.beginBatch(command: "test")
        var record = SampleRecords.capture(outlet: "Alpha", isFirst: true)
        try batch.load(record, input: "a", canonicalURL: "https://example.org/1")
        record.title = "Another headline"
        #expect(try batch.load(record, input: "a", canonicalURL: "https://example.org/1") == .changed)
        _ = try batch.finish()
        #expect(try store.connection.integer("SELECT count(*) FROM live_runs") == 1)
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 1)
        #expect(try store.connection.integer("SELECT documents FROM event_cards WHERE type = 'capture'") == 1)
    }

    @Test("files that are not ours are refused and left as they are")
    func foreign() throws {
        let text = scratch.path + "/text.db"
        try Data(String(repeating: "this is no database ", count: 100).utf8).write(to: URL(fileURLWithPath: text))
        #expect(throws: StoreError.self) { try open("text.db") }
        let other = try Connection(path: scratch.path + "/other.db", readOnly: false)
        try other.execute("CREATE TABLE t (x); PRAGMA application_id = 42")
        #expect(throws: StoreError.self) { try open("other.db") }
        let newer = try open("newer.db")
        try newer.connection.execute("PRAGMA user_version = 99")
        #expect(throws: StoreError.self) { try open("newer.db", .read) }
        #expect(throws: StoreError.self) { try open("none.db", .read) }
    }

    @Test("the store knows the ontology")
    func ontology() throws {
        let store = try open()
        #expect(try store.connection.integer("SELECT count(*) FROM event_types") ?? 0 >= 60)
        #expect(try store.connection.integer("SELECT count(*) FROM predicates") ?? 0 > 20)
    }

    @Test("the schema explains every table and column")
    func commented() throws {
        let path = try #require(data.path.hasSuffix("/data") ? String(data.path.dropLast(5)) + "/schema.sql" : nil)
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        var previous = ""
        var table: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("CREATE TABLE ") {
                table = line
                #expect(previous.hasPrefix("--"), "no comment above \(line)")
            } else if line.hasPrefix(")") {
                table = nil
            } else if let table, !line.contains("--") {
                let isConstraint = line.contains("PRIMARY KEY (") || line.contains("UNIQUE (")
                #expect(isConstraint, "no comment on a column of \(table): \(line)")
            }
            previous = line
        }
    }
}
