internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("Queries of one's own")
struct QueryLibraryTests {
    let sample: SampleStore

    init() throws { sample = try SampleStore(records: []) }

    private func library(_ files: [String: String]) throws -> QueryLibrary {
        let folder = sample.scratch.path + "/queries"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
        return try QueryLibrary(data: sample.data, userFolder: folder)
    }

    @Test("a query of the user's goes before one of ours and joins the list")
    func overrides() throws {
        let library = try library([
            "timeline.sql": "-- Mine\nSELECT 1 AS one",
            "mine.sql": "-- Also mine\r\n--\r\n-- More.\r\nWITH a AS (SELECT 2) SELECT * FROM a",
            "notes.txt": "no query",
        ])
        #expect(try library.query(named: "timeline").title == "Mine")
        #expect(try library.query(named: "mine").description == "More.")
        #expect(library.problems.isEmpty)
        #expect(library.queries.map(\.name) == library.queries.map(\.name).sorted())
        let result = try QueryRunner(connection: sample.connection).run(library.query(named: "mine"))
        #expect(result.rows == [[2]])
    }

    @Test(
        "a file that cannot be read is named with its line and keeps nobody from the others",
        arguments: [
            ("-- T\n-- @param a nothing: help\nSELECT 1", 2), ("-- T\n-- @param a text\nSELECT 1", 2),
            ("-- T\n--\n-- @parm a text: help\nSELECT 1", 3), ("-- T\n-- @param A1 text: help\nSELECT 1", 2),
            ("-- T\n-- @param a text: x\n-- @param a text: y\nSELECT 1", 3), ("-- T\nDELETE FROM facts", 2),
            ("-- T\n-- @param\nSELECT 1", 2), ("-- T\n-- @example\nSELECT 1", 2), ("SELECT 1", 1),
            ("-- T\n-- @param a text = : help\nPRAGMA user_version", 3),
        ])
    func problems(text: String, line: Int) throws {
        let library = try library(["bad.sql": text, "good.sql": "-- Good\nSELECT 1"])
        let problem = try #require(library.problems.first)
        #expect(library.problems.count == 1)
        #expect(problem.line == line, "\(problem)")
        #expect(problem.description.contains("bad.sql:\(line)"))
        #expect(try library.query(named: "good").title == "Good")
        #expect(throws: QueryError.self) { try library.query(named: "bad") }
    }

    @Test("files without a query, names that are none, and a missing folder are listed")
    func otherProblems() throws {
        let library = try library(["empty.sql": "", "title.sql": "-- Only a title\n", "Bad Name.sql": "-- T\nSELECT 1"])
        #expect(library.problems.count == 3)
        let missing = try QueryLibrary(data: sample.data, userFolder: sample.scratch.path + "/none")
        #expect(missing.problems.count == 1)
        #expect(missing.queries.count >= 22)
    }

    @Test(
        "what would write, holds two statements or asks for what is not described is refused",
        arguments: [
            "WITH a AS (SELECT 1) DELETE FROM facts", "WITH a AS (SELECT 1) INSERT INTO failures SELECT 1, 1, '', ''",
            "SELECT 1; SELECT 2", "SELECT 1; DELETE FROM facts", "SELECT :nobody", "SELECT ?", "SELECT ?1", "SELECT @a",
            "SELECT $a", "SELECT :a_key, :b_key", "SELECT * FROM no_such_table", "SELECT", "SELECT :c_key",
        ])
    func refused(sql: String) throws {
        let query = try NamedQuery(
            name: "q", file: "q.sql", text: "-- T\n-- @param a text = x: help\n-- @param c integer = 1: help\n\(sql)\n")
        let runner = QueryRunner(connection: sample.connection)
        #expect(throws: QueryError.self) { try runner.prepare(query) }
        #expect(throws: QueryError.self) { try runner.run(query) }
    }

    @Test("any bytes are a query or a problem, never a crash")
    func anyText() {
        var state: UInt64 = 3
        let pieces = [
            "--", " ", "@param", "@example", "a", ":", ": ", "=", "text", "\n", "\r\n", "SELECT", "\0", "é", "\u{301}",
            "1", ";", "'",
        ]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<14 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(truncatingIfNeeded: (state >> 33) % UInt64(pieces.count))]
            }
            do throws(DataError) {
                let query = try NamedQuery(name: "q", file: "q.sql", text: text)
                #expect(!query.title.isEmpty && !query.sql.isEmpty)
            } catch { #expect(error.file == "q.sql") }
        }
    }
}
