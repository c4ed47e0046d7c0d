internal import Tables

/// What the reference tables say of who stands for which country and sector.
struct ActorTables {
    struct Agency {
        var sector: String
        var country: String
        var wikidata: String
    }

    /// An office and when it was held; days as far as the table gives them, empty where it does not.
    struct Office {
        var words: String
        /// The key of the body or country whose office it is.
        var body: String
        var from: String
        var to: String
    }

    let sectors: SectorLexicon
    private var agencies: [String: Agency] = [:]
    private var offices: [String: [Office]] = [:]
    private var alpha3: [String: String] = [:]
    private var arms: [String: String] = [:]

    /// The tables that it reads besides those of the sectors. A gazetteer may be left out.
    private static let gazetteer = ["gazetteer/agencies.tsv", "gazetteer/people.tsv", "gazetteer/countries.tsv"]

    init(data: DataFolder) throws(DataError) {
        sectors = try SectorLexicon(data: data)
        if data.holds(Self.gazetteer[0]) {
            for row in try data.table(Self.gazetteer[0], columns: ["id", "country", "sector"]).rows {
                agencies[row["id"]] = Agency(
                    sector: sectors.sector(own: row["sector"]) ?? "", country: row["country"],
                    wikidata: row["wikidata"])
            }
        }
        if data.holds(Self.gazetteer[1]) {
            for row in try data.table(Self.gazetteer[1], columns: ["id", "office", "of", "from", "to"]).rows {
                guard !row["office"].isEmpty else { continue }
                offices[row["id"], default: []].append(
                    Office(words: row["office"], body: row["of"], from: row["from"], to: row["to"]))
            }
        }
        if data.holds(Self.gazetteer[2]) {
            for row in try data.table(Self.gazetteer[2], columns: ["iso2", "iso3"]).rows {
                alpha3[row["iso2"]] = row["iso3"]
            }
        }
        for row in try data.table("lexicon/ranks.tsv", columns: ["rank", "arms"]).rows {
            arms[row["rank"]] = row["arms"]
        }
    }

    func agency(_ key: String) -> Agency? { agencies[key] }

    /// ISO 3166-1 alpha-3 for alpha-2; the latter itself where the table does not know it.
    func countryCode(_ alpha2: String) -> String { alpha3[alpha2] ?? alpha2 }

    /// The sector that a rank belongs to.
    func sector(ofRank rank: String) -> String? {
        arms[rank].map { $0 == "police" ? "COP" : "MIL" }
    }

    /// The office that somebody held on a day, the first line where no day is known or no line covers it; with whether all
    /// of them were over by then.
    func office(of person: String, on day: String?) -> (office: Office, isOver: Bool)? {
        guard let held = offices[person], let first = held.first else { return nil }
        guard let day else { return (first, !held.contains { $0.to.isEmpty }) }
        // Days, months and years are compared as far as both are given.
        func isBefore(_ left: String, _ right: String) -> Bool {
            let length = min(left.utf8.count, right.utf8.count)
            return left.utf8.prefix(length).lexicographicallyPrecedes(right.utf8.prefix(length))
        }
        func covers(_ office: Office) -> Bool {
            (office.from.isEmpty || !isBefore(day, office.from)) && (office.to.isEmpty || !isBefore(office.to, day))
        }
        if let office = held.first(where: covers) { return (office, false) }
        return (first, held.allSatisfy { !$0.to.isEmpty && isBefore($0.to, day) })
    }
}
