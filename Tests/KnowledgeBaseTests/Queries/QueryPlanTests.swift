internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

@Suite("How queries find their rows")
struct QueryPlanTests {
    /// Tables that grow with every document.
    private static let large = [
        "facts", "mentions", "event_mentions", "statements", "sentences", "event_participants", "events", "versions",
        "chains", "attributions", "event_arguments",
    ]

    /// A table by the name that the plan gives it: its own, or the alias in the SQL.
    private static func aliases(in sql: String, of tables: [String]) -> Set<String> {
        var found = Set(tables)
        let words = sql.split { $0 == " " || $0 == "\n" || $0 == "(" || $0 == ")" || $0 == "," }.map(String.init)
        for (word, next) in zip(words, words.dropFirst()) where tables.contains(word) { found.insert(next) }
        return found
    }

    @Test(
        "no large table is read from end to end",
        arguments: [
            "timeline", "entity", "event", "disagreements", "who-says", "numbers", "relations", "statements-by",
            "co-mentions", "evidence", "mentions-of-event",
        ])
    func usesIndexes(name: String) throws {
        let sample = try SampleStore()
        let query = try QueryLibrary(data: sample.data).query(named: name)
        #expect(try scans(query.sql, sample.connection) == [])
    }

    @Test("a query that does read one is noticed, also through a view")
    func notices() throws {
        let sample = try SampleStore(records: [])
        #expect(try scans("SELECT * FROM facts f WHERE f.value = 'x'", sample.connection).count == 1)
        #expect(try scans("SELECT value FROM fact_lines WHERE value = 'x'", sample.connection).count == 1)
    }

    /// The steps of the plan that read a large table without an index, or make an index for the one call.
    private func scans(_ sql: String, _ connection: Connection) throws -> [String] {
        let schema = try connection.text("SELECT group_concat(sql, ' ') FROM sqlite_schema WHERE type = 'view'") ?? ""
        let large = Self.aliases(in: sql + " " + schema, of: Self.large)
        var found: [String] = []
        let statement = try connection.prepare("EXPLAIN QUERY PLAN " + sql)
        while try statement.step() {
            let step = statement.row.text(3)
            let words = step.split(separator: " ")
            let isScan = words.first == "SCAN" && words.count > 1 && large.contains(String(words[1]))
            if isScan || step.contains("AUTOMATIC") { found.append(step) }
        }
        return found
    }
}
