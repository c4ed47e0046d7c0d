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

    /// A file of an earlier version; what is in it stands at the top of the script.
    struct Fixture: CustomTestStringConvertible {
        var version: Int
        /// The decision that the two captures are two.
        var decision: Int
        var testDescription: String { "store version \(version)" }
    }

    static let fixtures = [Fixture(version: 1, decision: 2), Fixture(version: 2, decision: 4)]

    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
    }

    private func make(_ fixture: Fixture) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
        let script = try #require(
            FileManager.default.contents(atPath: tests + "/Fixtures/store-\(fixture.version).sql"))
        let connection = try Connection(path: path, mode: .create)
        try connection.execute(String(decoding: script, as: UTF8.self))
    }

    @Test("one that is opened for reading says what to do", arguments: fixtures)
    func reading(fixture: Fixture) throws {
        try make(fixture)
        let error = #expect(throws: StoreError.self) { try Store(path: path, mode: .read, data: data) }
        #expect(error?.description.contains("annals verify --rebuild") == true)
    }

    @Test(
        "one that is opened for writing is brought up to date, with texts, history and decisions", arguments: fixtures)
    func writing(fixture: Fixture) throws {
        try make(fixture)
        let store = try Store(path: path, mode: .write, data: data)
        #expect(try store.connection.pragma("user_version") == Store.schemaVersion)
        #expect(try store.verify() == [])
        #expect(try store.batches().map { $0.undone != nil } == [true, false, false])
        #expect(try store.connection.integer("SELECT count(*) FROM live_documents") == 2)
        #expect(try store.connection.integer("SELECT count(*) FROM place_index") ?? 0 > 0)
        let moments = try store.connection.integer("SELECT count(*) = count(DISTINCT made) FROM decisions")
        #expect(moments == 1, "the order of decisions stays known")
        let captures = try store.connection.integer("SELECT count(*) FROM event_cards WHERE type = 'capture'")
        #expect(captures == 2, "a person said that they are two")
        _ = try store.undo(decision: fixture.decision, author: "ada")
        #expect(try store.connection.integer("SELECT count(*) FROM event_cards WHERE type = 'capture'") == 1)
        #expect(try store.redo(batch: 3).appeared.count == 1)
        #expect(try store.verify() == [])
        let left = try store.connection.integer(
            "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'v\(fixture.version)%'")
        #expect(left == 0)
        #expect(try Store(path: path, mode: .read, data: data).status().counts.first?.count == 3)
    }

    @Test("one made by migration has the tables of a new one", arguments: fixtures)
    func schema(fixture: Fixture) throws {
        try make(fixture)
        let columns = """
            SELECT group_concat(t.name || '.' || c.name || ' ' || c.type, char(10)) FROM
                (SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                 ORDER BY name) t, pragma_table_info(t.name) c
            """
        let old = try Store(path: path, mode: .write, data: data).connection.text(columns)
        let new = try Store(path: scratch.path + "/new.db", mode: .write, data: data).connection.text(columns)
        #expect(old == new)
    }
}
