internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("The query files")
struct QueryFilesTests {
    let sample: SampleStore

    init() throws { sample = try SampleStore(records: []) }

    static var names: [String] {
        let data = try? DataFolder.locate()
        return (data?.files(in: "queries", suffix: ".sql") ?? []).map {
            String(($0.split(separator: "/").last ?? "").dropLast(4))
        }
    }

    @Test("there are some for all questions people ask")
    func some() {
        for name in ["timeline", "entity", "event", "disagreements", "who-says", "near", "search", "evidence"] {
            #expect(Self.names.contains(name))
        }
        #expect(Self.names.count >= 22)
    }

    @Test("each explains itself and its parameters", arguments: names)
    func explained(name: String) throws {
        let query = try QueryLibrary(data: sample.data).query(named: name)
        #expect(!query.title.isEmpty)
        #expect(query.title.unicodeScalars.count <= 100)
        #expect(!query.examples.isEmpty)
        for example in query.examples { #expect(example.hasPrefix("annals query \(name)"), "\(example)") }
        for parameter in query.parameters {
            #expect(!parameter.help.isEmpty)
            #expect(query.sql.contains(":" + parameter.name), "\(parameter.name) is not used")
        }
    }

    @Test("each fits the schema and reads only", arguments: names)
    func prepares(name: String) throws {
        let query = try QueryLibrary(data: sample.data).query(named: name)
        let statement = try QueryRunner(connection: sample.connection).prepare(query)
        #expect(statement.columns.allSatisfy { !$0.isEmpty })
        #expect(Set(statement.columns).count == statement.columns.count, "a column's name stands twice")
    }

    @Test("the manual lists them all, and its example is one")
    func manual() throws {
        let root = sample.data.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = root.joined(separator: "/") + "/docs/queries.md"
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for query in try QueryLibrary(data: sample.data).queries {
            #expect(lines.contains { $0.hasPrefix("| `\(query.name)` | \(query.title) |") }, "\(query.name)")
        }
        for type in QueryParameterType.allCases { #expect(text.contains("`\(type.rawValue)`")) }
        let start = try #require(lines.firstIndex(of: "```sql"))
        let end = try #require(lines[start...].firstIndex(of: "```"))
        let example = try NamedQuery(
            name: "example", file: path, text: lines[(start + 1)..<end].joined(separator: "\n"))
        let full = try SampleStore()
        let result = try QueryRunner(connection: full.connection).run(
            example, arguments: ["place": "geonames:538555", "to": "2025"])
        #expect(result.rows.contains { $0.contains("capture") })
    }

    @Test("each runs on a store without documents", arguments: names)
    func runsOnNothing(name: String) throws {
        let query = try QueryLibrary(data: sample.data).query(named: name)
        var arguments: [String: String] = [:]
        for parameter in query.parameters where parameter.isRequired {
            switch parameter.type {
            case .entity: arguments[parameter.name] = parameter.name == "to" ? "Russia" : "North Korea"
            case .event, .document: return
            case .integer, .number: arguments[parameter.name] = "1"
            case .date, .lastDay: arguments[parameter.name] = "2025"
            case .country: arguments[parameter.name] = "Iran"
            case .eventType: arguments[parameter.name] = "capture"
            case .flag: arguments[parameter.name] = "yes"
            case .text: arguments[parameter.name] = "anything"
            }
        }
        let result = try QueryRunner(connection: sample.connection).run(query, arguments: arguments)
        // The countries are known from the start.
        if name != "entity", name != "find-entity" { #expect(result.rows.isEmpty) }
        #expect(!result.columns.isEmpty)
    }
}
