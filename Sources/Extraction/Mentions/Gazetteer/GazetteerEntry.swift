internal import Record

/// A row of a gazetteer table, read when it is asked for.
struct GazetteerEntry: Sendable {
    var table: GazetteerTable
    var row: Int
    var id: String
    var kind: EntityKind
    var name: String
    var aliases: [String]
    var country: String?
    /// The first-level region's code, `RU.41`.
    var region: String?
    var population: Double
    /// True for a region that has its name from its chief city.
    var sharesCityName = false
    /// True for a place whose name is a common word or a person's name as well: it needs evidence.
    var isCommon = false
    var latitude: Double?
    var longitude: Double?
    var precision: Double?
    var feature: String?
    /// Government, military, media … for agencies.
    var sector: String?
    var summary: String?
    /// The item of Wikidata.
    var wikidata: String?
    /// The id of the agency that holds this one.
    var parent: String?
}

/// An office that a person holds or held, from `people.tsv`.
struct OfficeTenure: Sendable {
    var office: String
    /// The id of the country or agency.
    var of: String
    /// ISO dates, months or years; empty where open.
    var from: String
    var to: String
    var asOf: String

    /// True if a day lies inside, as far as the table says.
    func holds(on day: String) -> Bool {
        (from.isEmpty || from <= day) && (to.isEmpty || day.prefix(to.utf8.count) <= to)
    }

    /// True if a day lies inside and the table knows it: an open end is trusted for a year after the line was last known to be true.
    func surelyHolds(on day: String) -> Bool {
        guard !from.isEmpty, holds(on: day) else { return false }
        guard to.isEmpty, let year = Int(asOf.prefix(4)) else { return !to.isEmpty }
        let trusted = "\(year + 1)\(asOf.dropFirst(4))"
        return day.prefix(trusted.utf8.count) <= trusted
    }
}
