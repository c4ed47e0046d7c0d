internal import Tables

/// A type of event that may be a part of another: a row of `data/identity/event-parts.tsv` for one type of each.
struct EventPartRule: Sendable {
    /// What makes the one a part of the other.
    enum Bond: String, Sendable {
        /// One thing that does harm, and the harm.
        case blow
        /// Something that goes on, and what happens in it.
        case campaign
    }

    var whole: String
    var part: String
    var bond: Bond

    static let table = "identity/event-parts.tsv"

    static func all(data: DataFolder) throws(DataError) -> [EventPartRule] {
        let table = try data.table(Self.table, columns: ["whole", "part", "how"])
        var rules: [EventPartRule] = []
        for row in table.rows {
            guard let bond = Bond(rawValue: row["how"]) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "`blow` or `campaign`, found `\(row["how"])`")
            }
            for whole in row.list("whole") {
                for part in row.list("part") { rules.append(EventPartRule(whole: whole, part: part, bond: bond)) }
            }
        }
        return rules
    }
}
