public import Tables

/// The event types and predicates that the store knows.
public struct Ontology: Sendable {
    public let eventTypes: [EventType]
    public let predicates: [Predicate]
    /// The sentences that disagreements are told in.
    public let summaryLines: [SummaryLine]
    /// The class of what a noun counts, by its words.
    private let countedClasses: [String: String]
    /// What people do, as far as it tells people of one name apart.
    public let occupations: Occupations
    private let typesByName: [String: EventType]
    private let predicatesByName: [String: Predicate]

    /// The tables that it reads.
    public static let tables = [
        "ontology/events.tsv", "ontology/predicates.tsv", "ontology/event-phrases.tsv",
        "ontology/disagreement-lines.tsv", "ontology/counted-words.tsv",
    ]

    public init(data: DataFolder) throws(DataError) {
        let types = try data.table(
            Self.tables[0],
            columns: ["type", "class", "definition", "plover", "mode", "cameo", "acled", "roles", "number", "measure"])
        let named = try data.table(Self.tables[2], columns: ["type", "phrase"])
        let phrases = Dictionary(
            named.rows.map { ($0["type"], $0["phrase"]) }, uniquingKeysWith: { first, _ in first })
        summaryLines = try data.table(Self.tables[3], columns: ["kind", "nature", "course", "line"]).rows.map { row in
            SummaryLine(kind: row["kind"], nature: row["nature"], course: row["course"], line: row["line"])
        }
        var classes: [String: String] = [:]
        for row in try data.table(Self.tables[4], columns: ["class", "words"]).rows {
            for word in row.list("words") { classes[word] = row["class"] }
        }
        countedClasses = classes
        eventTypes = types.rows.map { row in
            EventType(
                name: row["type"], group: row["class"], definition: row["definition"], plover: row["plover"],
                mode: row["mode"], cameo: row["cameo"], acled: row["acled"], numberRole: row["number"],
                measure: row["measure"], phrase: phrases[row["type"]] ?? "")
        }
        let said = try data.table(
            Self.tables[1],
            columns: [
                "predicate", "label", "subject", "object", "cardinality", "tolerance", "conflict", "description",
                "course", "days", "question", "figure",
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
                    definition: row["description"], course: row["course"], days: Int(row["days"]),
                    question: row["question"], figure: row["figure"]))
        }
        predicates = read
        occupations = try Occupations(data: data)
        typesByName = Dictionary(eventTypes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        predicatesByName = Dictionary(read.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a number counts by its noun, in small letters: figures of different classes are not compared.
    func countedClass(_ noun: String) -> String? { noun.isEmpty ? nil : countedClasses[noun] ?? noun }

    public func eventType(_ name: String) -> EventType? { typesByName[name] }

    public func predicate(_ name: String) -> Predicate? { predicatesByName[name] }
}
