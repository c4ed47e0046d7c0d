public import Tables

/// The event types and predicates that the store knows.
public struct Ontology: Sendable {
    public let eventTypes: [EventType]
    public let predicates: [Predicate]
    private let typesByName: [String: EventType]
    private let predicatesByName: [String: Predicate]

    /// The tables that it reads.
    public static let tables = ["ontology/events.tsv", "ontology/predicates.tsv"]

    public init(data: DataFolder) throws(DataError) {
        let types = try data.table(
            Self.tables[0],
            columns: ["type", "class", "definition", "plover", "mode", "cameo", "acled", "roles", "number", "measure"])
        eventTypes = types.rows.map { row in
            EventType(
                name: row["type"], group: row["class"], definition: row["definition"], plover: row["plover"],
                mode: row["mode"], cameo: row["cameo"], acled: row["acled"], numberRole: row["number"],
                measure: row["measure"])
        }
        let said = try data.table(
            Self.tables[1],
            columns: [
                "predicate", "label", "subject", "object", "cardinality", "tolerance", "conflict", "description",
            ])
        var read: [Predicate] = []
        for row in said.rows {
            guard let tolerance = Double(row["tolerance"].isEmpty ? "0" : row["tolerance"]), tolerance >= 0 else {
                throw DataError(
                    file: data.path + "/" + said.name, line: row.line,
                    expected: "a tolerance of 0 or more, found `\(row["tolerance"])`")
            }
            read.append(
                Predicate(
                    name: row["predicate"], label: row["label"], subject: row["subject"], object: row["object"],
                    isFunctional: row["cardinality"] == "one", tolerance: tolerance, conflict: row["conflict"],
                    comparedFrom: Double(row["across"]),
                    definition: row["description"]))
        }
        predicates = read
        typesByName = Dictionary(eventTypes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        predicatesByName = Dictionary(read.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func eventType(_ name: String) -> EventType? { typesByName[name] }

    public func predicate(_ name: String) -> Predicate? { predicatesByName[name] }
}
