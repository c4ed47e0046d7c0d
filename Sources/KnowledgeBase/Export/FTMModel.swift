internal import Tables

/// What of the knowledge base becomes which schema of FollowTheMoney: `ontology/ftm.tsv`.
struct FTMModel {
    struct Relation {
        var schema: String
        /// The properties that take the subject and the value.
        var from: String
        var to: String
        var subjectIs: String
        var valueIs: String
    }

    struct Property {
        var name: String
        var schemas: [String]
    }

    static let link = Relation(
        schema: "UnknownLink", from: "subject", to: "object", subjectIs: "Thing", valueIs: "Thing")

    private var kinds: [String: String] = [:]
    private var sectors: [String: String] = [:]
    private var parents: [String: Set<String>] = [:]
    private(set) var relations: [String: Relation] = [:]
    private(set) var properties: [String: Property] = [:]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(
            "ontology/ftm.tsv", columns: ["what", "name", "schema", "from", "to", "from_is", "to_is"])
        for row in table.rows {
            let name = row["name"]
            switch row["what"] {
            case "schema": parents[name] = Set(row.list("schema"))
            case "kind": kinds[name] = row["schema"]
            case "sector": sectors[name] = row["schema"]
            case "relation":
                relations[name] = Relation(
                    schema: row["schema"], from: row["from"], to: row["to"], subjectIs: row["from_is"],
                    valueIs: row["to_is"])
            case "property": properties[name] = Property(name: row["from"], schemas: row.list("schema"))
            default:
                throw DataError(
                    file: table.name, line: row.line, expected: "schema, kind, sector, relation or property",
                    advice: "Found `\(row["what"])`.")
            }
        }
    }

    /// The schema of an entity; nil for a kind that FollowTheMoney has nothing for.
    func schema(kind: String, sector: String?) -> String? {
        kind == "agency" ? sector.flatMap { sectors[$0] } ?? kinds[kind] : kinds[kind]
    }

    func schema(_ schema: String, is other: String) -> Bool {
        schema == other || parents[schema]?.contains(other) == true
    }
}
