internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("Files of earlier versions")
struct MigrationTests {
    let scratch: Scratch
    let data: DataFolder
    var path: String { scratch.path + "/old.db" }

    /// A file of store version 1; see the top of the script.
    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
        let script = try #require(FileManager.default.contents(atPath: tests + "/Fixtures/store-1.sql"))
        let connection = try Connection(path: path, mode: .create)
        try connection.execute(String(decoding: script, as: UTF8.self))
    }

    @Test("one that is opened for reading says what to do")
    func reading() throws {
        let error = #expect(throws: StoreError.self) { try Store(path: path, mode: .read, data: data) }
        #expect(error?.description.contains("annals verify --rebuild") == true)
    }

    @Test("one that is opened for writing is brought up to date, with texts, history and decisions")
    func writing() throws {
        let store = try Store(path: path, mode: .write, data: data)
        #expect(try store.connection.pragma("user_version") == Store.schemaVersion)
        #expect(try store.verify() == [])
        #expect(try store.batches().map { $0.undone != nil } == [true, false, false])
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 2)
        let captures = try store.connection.integer("SELECT count(*) FROM event_cards WHERE type = 'capture'")
        #expect(captures == 2, "a person said that they are two")
        _ = try store.undo(decision: 2, author: "ada")
        #expect(try store.connection.integer("SELECT count(*) FROM event_cards WHERE type = 'capture'") == 1)
        #expect(try store.redo(batch: 3).appeared.count == 1)
        #expect(try store.verify() == [])
        let left = try store.connection.integer("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'v1%'")
        #expect(left == 0)
        #expect(try Store(path: path, mode: .read, data: data).status().counts.first?.count == 3)
    }
}
