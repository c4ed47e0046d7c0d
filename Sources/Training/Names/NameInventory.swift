internal import Language
internal import Tables

/// The names of the news that stand in for others in training, by slot.
struct NameInventory {
    let people: PersonNames
    let units: UnitNames
    private var lists: [String: [String]] = [:]

    init(data: DataFolder) throws(DataError) {
        people = try PersonNames(data: data)
        units = try UnitNames(data: data)
        try readPlaces(data)
        try readAgencies(data)
        for row in try data.table("training/name-slots.tsv", columns: ["slot", "items"]).rows {
            lists[row["slot"], default: []] += row.list("items")
        }
        for row in try data.table("lexicon/objects.tsv", columns: ["name"]).rows {
            lists["weapon", default: []].append(row["name"])
        }
    }

    /// Slot to the kind of name that fills it; slots of other names and words have none.
    private static let kinds: [String: NameKind] = [
        "person": .person, "last": .person, "agency": .agency, "acronym": .agency, "company": .agency, "media": .agency,
        "party": .agency, "rebels": .agency, "ministry": .agency, "body": .agency, "place": .place, "country": .place,
        "town": .place, "village": .place, "region": .place, "area": .place, "unit": .unit, "group": .group,
        "people": .group,
    ]

    /// Whether a template may use a slot.
    func has(_ slot: String) -> Bool {
        let slot = Self.plain(slot)
        return Self.kinds[slot] != nil || Self.made.contains(slot) || lists[slot] != nil
    }

    /// The kind of name that fills a slot; nil where no name does.
    static func kind(of slot: String) -> NameKind? { kinds[plain(slot)] }

    /// A slot without `.upper`, which asks for capitals.
    private static func plain(_ slot: String) -> String {
        slot.hasSuffix(upper) ? String(slot.dropLast(upper.utf8.count)) : slot
    }

    private static let upper = ".upper"

    /// People in a town that is no village.
    private static let town = 60_000
    /// Places of one size that a country may have.
    private static let mostPlaces = 250

    private static let made: Set<String> = ["number", "figure", "day", "year"]

    /// Something to fill a slot with.
    func fill(_ slot: String, _ random: inout SeededGenerator) -> String {
        if slot.hasSuffix(Self.upper) { return fill(Self.plain(slot), &random).uppercased() }
        switch slot {
        case "person": return people.make(&random).full
        case "last": return people.make(&random).short
        case "unit": return units.make(&random)
        case "place":
            return fill(random.pick(["country", "town", "town", "village", "region", "area"]) ?? "town", &random)
        case "agency": return fill(random.pick(["acronym", "ministry", "body", "rebels"]) ?? "body", &random)
        case "number": return "\(2 + random.below(98))"
        case "figure":
            return random.chance(percent: 50)
                ? "\(1 + random.below(9)),\(random.below(9))00" : "\(100 + random.below(900))"
        case "day": return "\(1 + random.below(31))"
        case "year": return "\(1980 + random.below(47))"
        default: return random.pick(lists[slot] ?? []) ?? ""
        }
    }

    private mutating func add(_ slot: String, _ name: String) {
        if !name.isEmpty { lists[slot, default: []].append(name) }
    }

    private mutating func readPlaces(_ data: DataFolder) throws(DataError) {
        let focus = Set(try data.table("training/news-countries.tsv", columns: ["iso2"]).rows.map { $0["iso2"] })
        for row in try data.table(
            "gazetteer/countries.tsv", columns: ["iso2", "name", "aliases", "demonyms", "capital"]
        ).rows {
            let times = focus.contains(row["iso2"]) ? 4 : 1
            let names = [row["name"]] + row.list("aliases")
            let demonyms = row.list("demonyms").filter { !names.contains($0) }
            for _ in 0..<times {
                add("country", row["name"])
                add("town", row["capital"])
                for (number, demonym) in demonyms.enumerated() {
                    add(number == 0 ? "group" : "people", demonym)
                }
            }
        }
        for row in try data.table("gazetteer/regions.tsv", columns: ["name", "country"]).rows
        where focus.contains(row["country"]) {
            add("region", row["name"])
        }
        for row in try data.table("gazetteer/areas.tsv", columns: ["name"]).rows { add("area", row["name"]) }
        let places = try data.table("gazetteer/places.tsv", columns: ["name", "country", "population", "common"])
        let columns = ["name", "country", "population", "common"].map { places.columns.firstIndex(of: $0) ?? 0 }
        var counts: [String: Int] = [:]
        for row in places.rows where focus.contains(row[columns[1]]) && row[columns[3]].isEmpty {
            let slot = (Int(row[columns[2]]) ?? 0) > Self.town ? "town" : "village"
            counts[slot + row[columns[1]], default: 0] += 1
            // Large countries have the most places, not the most news.
            if counts[slot + row[columns[1]], default: 0] <= Self.mostPlaces { add(slot, row[columns[0]]) }
        }
    }

    private mutating func readAgencies(_ data: DataFolder) throws(DataError) {
        let slots = [
            "company": "company", "media": "media", "party": "party", "rebel": "rebels", "government": "ministry",
            "military": "ministry",
        ]
        for row in try data.table("gazetteer/agencies.tsv", columns: ["name", "acronyms", "sector"]).rows {
            add(slots[row["sector"]] ?? "body", row["name"])
            for acronym in row.list("acronyms") where acronym.unicodeScalars.allSatisfy(\.isASCII) {
                add("acronym", acronym)
            }
        }
    }
}
