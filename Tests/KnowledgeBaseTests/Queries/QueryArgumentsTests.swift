internal import KnowledgeBase
internal import SQLite
internal import Testing

@Suite("Arguments of queries")
struct QueryArgumentsTests {
    let sample: SampleStore

    init() throws { sample = try SampleStore(records: []) }

    private func value(_ text: String, as type: String) throws -> Value? {
        let query = try NamedQuery(name: "q", file: "q.sql", text: "-- T\n-- @param a \(type): help\nSELECT :a AS a")
        return try QueryRunner(connection: sample.connection).run(query, arguments: ["a": text]).rows.first?.first
    }

    @Test(
        "words become values",
        arguments: [
            ("2024", "date", "2024-01-01"), ("2024-02", "date", "2024-02-01"), ("2024-02-29", "date", "2024-02-29"),
            ("2024", "lastday", "2024-12-31"), ("2024-02", "lastday", "2024-02-29"), ("9999", "lastday", "9999-12-31"),
            ("2023-02-01", "lastday", "2023-02-01"), ("yes", "flag", "1"), ("Off", "flag", "0"),
            ("-7", "integer", "-7"),
            ("2.5", "number", "2.5"), ("ua", "country", "UA"), ("Ukraine", "country", "UA"),
            ("Россия", "country", "RU"),
            ("UK", "country", "GB"), ("Capture", "eventtype", "capture"), ("conflict", "eventtype", "conflict"),
            ("it's", "text", "it's"),
        ])
    func accepted(text: String, type: String, expected: String) throws {
        #expect(try value(text, as: type)?.description == expected)
    }

    @Test(
        "what is not to be understood is refused",
        arguments: [
            ("2024-13", "date"), ("2024-02-30", "lastday"), ("abcd", "date"), ("20240101", "date"), ("", "date"),
            ("99999", "lastday"), ("2024-1-01x", "date"), ("maybe", "flag"), ("1.5", "integer"),
            ("99999999999999999999", "integer"), ("nan", "number"), ("1e999", "number"), ("qq", "country"),
            ("Atlantis", "country"), ("", "country"), ("dancing", "eventtype"), ("none.e1", "event"), ("", "entity"),
            ("nothing", "document"),
        ])
    func refused(text: String, type: String) {
        #expect(throws: QueryError.self) { try value(text, as: type) }
    }

    @Test("a parameter that is missing or unknown is named")
    func names() throws {
        let query = try NamedQuery(name: "q", file: "q.sql", text: "-- T\n-- @param a text: help\nSELECT :a AS a")
        let runner = QueryRunner(connection: sample.connection)
        #expect(throws: QueryError.self) { try runner.run(query) }
        do {
            _ = try runner.run(query, arguments: ["a": "x", "b": "y"])
            Issue.record("nothing was thrown")
        } catch { #expect(error.description.contains("`b`")) }
    }
}
