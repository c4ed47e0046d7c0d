internal import Tables

/// Makes names of people by the customs of many countries from tables of given and family names.
struct PersonNames {
    /// How the names of one country are put together.
    struct Custom: Equatable {
        var given: [String]
        var family: [String]
        /// `GF` given name first, `FG` family name first, `G` and `F` alone.
        var orders: [String]
    }

    let customs: [Custom]
    /// Names as newspapers print them, with the single name by which they go on: "Volodymyr Zelensky", "Zelensky".
    let known: [(full: String, short: String?)]

    init(data: DataFolder) throws(DataError) {
        customs = try data.table("training/person-names.tsv", columns: ["country", "orders", "given", "family"]).rows
            .map {
                Custom(given: $0.list("given"), family: $0.list("family"), orders: $0.list("orders"))
            }
        known = try data.table("gazetteer/people.tsv", columns: ["name", "short"]).rows.compactMap { row in
            let short = row.list("short").first
            return row["name"].utf8.contains(UInt8(ascii: " ")) ? (row["name"], short) : nil
        }
    }

    /// A name with given and family name, and the one that later sentences use.
    func make(_ random: inout SeededGenerator) -> (full: String, short: String) {
        if random.chance(percent: 40), let person = random.pick(known) {
            return (person.full, person.short ?? Self.last(person.full))
        }
        guard let custom = random.pick(customs), let given = random.pick(custom.given),
            let family = random.pick(custom.family), let order = random.pick(custom.orders)
        else { return ("", "") }
        return (order == "FG" ? "\(family) \(given)" : "\(given) \(family)", family)
    }

    private static func last(_ name: String) -> String {
        name.utf8.split(separator: UInt8(ascii: " ")).last.flatMap { String($0) } ?? name
    }
}
