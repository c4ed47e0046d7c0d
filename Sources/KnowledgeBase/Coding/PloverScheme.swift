internal import Tables

/// How PLOVER writes events: `ontology/plover.tsv`.
struct PloverScheme {
    /// What one line says: of a category, or of a type that differs from its category.
    struct Entry {
        /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        var quad: Int?
        /// From -10, conflict, to 10, cooperation.
        var scale: Double?
        var source: [Set<String>]
        var recipient: [Set<String>]
        /// The category that a future event has beside its own.
        var intent: String
        /// The sectors one of which a source must be of; empty: any.
        var sectors: Set<String>
        var contexts: [String]
    }

    private var entries: [String: Entry] = [:]

    static let table = "ontology/plover.tsv"

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(
            Self.table, columns: ["name", "quad", "scale", "source", "recipient", "intent", "sectors", "context"])
        for row in table.rows {
            entries[row["name"]] = Entry(
                quad: Int(row["quad"]), scale: Double(row["scale"]),
                source: Self.roles(row.list("source")), recipient: Self.roles(row.list("recipient")),
                intent: row["intent"], sectors: Set(row.list("sectors")), contexts: row.list("context"))
        }
        // A type's line says only what differs.
        for row in table.rows where row["quad"].isEmpty != row["scale"].isEmpty {
            throw DataError(
                file: data.path + "/" + table.name, line: row.line,
                expected: "both a quad and a scale, as categories have, or neither, as types do")
        }
    }

    /// `agent+partner|patient`: agents and partners together, or else patients.
    private static func roles(_ choices: [String]) -> [Set<String>] {
        choices.map { Set($0.split(separator: "+").map(String.init)) }
    }

    /// The line of a category.
    func category(_ name: String) -> Entry? { entries[name] }

    /// The line that says who takes part: the type's own, else its category's.
    func roles(ofType type: String, category: String) -> Entry? { entries[type] ?? entries[category] }
}
