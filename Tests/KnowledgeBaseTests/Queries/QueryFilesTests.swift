internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

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
