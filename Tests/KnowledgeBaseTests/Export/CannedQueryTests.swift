internal import Foundation
internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

@Suite("Named queries for Datasette")
struct CannedQueryTests {
    private func database(_ sample: SampleStore) throws -> [String: Any] {
        let metadata = try ExportSamples.json(ExportSamples.text(sample, .datasette))
        let databases = try #require(metadata["databases"] as? [String: Any])
        return try #require(databases["annals"] as? [String: Any])
    }

    /// Runs SQL as Datasette does: every parameter is text, empty where nothing was entered.
    private func rows(_ sample: SampleStore, _ sql: String, _ given: [String: String]) throws -> [[Value]] {
        let statement = try sample.connection.prepare(sql)
        #expect(statement.isReadOnly)
        for name in statement.parameterNames.compactMap({ $0 }) {
            try statement.bind(given[String(name.dropFirst())] ?? "", to: name)
        }
        var rows: [[Value]] = []
        while try statement.step() { rows.append(statement.row.values) }
        return rows
    }

    /// What each type of parameter can be asked for.
    private func argument(_ parameter: QueryParameter, _ sample: SampleStore) throws -> String? {
        switch parameter.type {
        case .entity: parameter.name == "to" ? "Sudzha" : "SBU"
        case .event: try sample.connection.text("SELECT key FROM event_cards ORDER BY texts DESC, key LIMIT 1")
        case .document: try sample.connection.text("SELECT key FROM live_documents ORDER BY key LIMIT 1")
        case .country: "North Korea"
        case .text: parameter.name == "statement" ? "none.s1" : "Kursk"
        case .integer: "3"
        case .number: "250"
        case .date: "2024-03"
        case .lastDay: "2025-01"
        case .flag: "yes"
        case .eventType: "capture"
        }
    }

    @Test("each answers as our command does: with what it needs, and with everything given")
    func answers() throws {
        let sample = try ExportSamples.store()
        let canned = try #require(database(sample)["queries"] as? [String: [String: Any]])
        let library = try QueryLibrary(data: sample.data)
        #expect(Set(canned.keys) == Set(library.queries.map(\.name)))
        var filled = 0
        for query in library.queries {
            let sql = try #require(canned[query.name]?["sql"] as? String)
            #expect(canned[query.name]?["params"] as? [String] ?? [] == query.parameters.map(\.name))
            for takesAll in [false, true] {
                var given: [String: String] = [:]
                for parameter in query.parameters where takesAll || parameter.isRequired {
                    given[parameter.name] = try argument(parameter, sample)
                }
                let ours = try QueryRunner(connection: sample.connection).run(query, arguments: given).rows
                let theirs = try rows(sample, sql, given)
                #expect(theirs == ours, "\(query.name) \(given)")
                if !theirs.isEmpty { filled += 1 }
            }
        }
        #expect(filled > library.queries.count)
    }

    @Test("colons in texts, names and comments are no parameters")
    func scanning() throws {
        let sample = try ExportSamples.store()
        let query = try NamedQuery(
            name: "odd", file: "odd.sql",
            text: """
                -- Odd
                --
                -- @param word text = it's: anything
                SELECT 'a :word ''b' AS \"c:word\", :word AS d -- and :word
                """)
        var options = ExportOptions()
        options.queries = [query]
        let metadata = try ExportSamples.json(ExportSamples.text(sample, .datasette, options))
        let databases = metadata["databases"] as? [String: [String: [String: [String: Any]]]]
        let sql = try #require(databases?["annals"]?["queries"]?["odd"]?["sql"] as? String)
        #expect(try rows(sample, sql, [:]) == [[.text("a :word 'b"), .text("it's")]])
        #expect(try rows(sample, sql, ["word": "x"]) == [[.text("a :word 'b"), .text("x")]])
    }

    @Test("tables and columns are described as schema.sql does")
    func descriptions() throws {
        let sample = try ExportSamples.store()
        let tables = try #require(database(sample)["tables"] as? [String: [String: Any]])
        let names = try sample.connection.rows(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'")
        while let row = try names.next() {
            let name = row.text(0)
            let isInternal = ["_search_", "place_index_"].contains { name.contains($0) }
            guard !isInternal else { continue }
            #expect((tables[name]?["description"] as? String)?.isEmpty == false, "\(name) is not described")
            guard let described = tables[name]?["columns"] as? [String: String] else { continue }
            let columns = try sample.connection.rows("SELECT name FROM pragma_table_info(?)", name)
            var known: Set<String> = []
            while let column = try columns.next() { known.insert(column.text(0)) }
            #expect(Set(described.keys).isSubset(of: known), "\(name): \(Set(described.keys).subtracting(known))")
        }
        let facts = try #require(tables["facts"]?["columns"] as? [String: String])
        #expect(facts["voice"]?.contains("speaker") == true)
        let lines = try #require(tables["event_lines"]?["columns"] as? [String: String])
        #expect(lines["texts"] != nil && lines["dates"] != nil)
    }
}
