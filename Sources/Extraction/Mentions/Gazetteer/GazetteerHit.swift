internal import Record

/// Which table of `data/gazetteer` an entry stands in.
enum GazetteerTable: UInt8, CaseIterable, Sendable {
    case countries, regions, areas, places, people, agencies

    /// What its entries are.
    var kind: EntityKind {
        switch self {
        case .countries, .regions, .areas, .places: .place
        case .people: .person
        case .agencies: .agency
        }
    }

    var file: String {
        switch self {
        case .countries: "gazetteer/countries.tsv"
        case .regions: "gazetteer/regions.tsv"
        case .areas: "gazetteer/areas.tsv"
        case .places: "gazetteer/places.tsv"
        case .people: "gazetteer/people.tsv"
        case .agencies: "gazetteer/agencies.tsv"
        }
    }
}

/// In what way a name names its entry.
enum NameRole: UInt8, Sendable {
    case name, alias
    /// The surname by which news call a person.
    case short
    case acronym
    /// "Ukrainian": the first word of a country's demonyms.
    case demonym
    /// "Ukrainians", "Briton": the people.
    case people
    /// A capital or seat that stands for a government.
    case metonym
}

/// That a name names an entry: packed into 32 bits for the index.
struct GazetteerHit: Hashable, Sendable {
    var table: GazetteerTable
    /// The row's number in its table, from 0.
    var row: Int
    var role: NameRole
    /// True if the name is written in capitals only: "US" is a country, "us" is not.
    var isUpper: Bool

    init(table: GazetteerTable, row: Int, role: NameRole, isUpper: Bool) {
        self.table = table
        self.row = row
        self.role = role
        self.isUpper = isUpper
    }

    init?(packed: UInt32) {
        guard let table = GazetteerTable(rawValue: UInt8(packed >> 29)),
            let role = NameRole(rawValue: UInt8(packed >> 26 & 7))
        else { return nil }
        self.init(table: table, row: Int(packed & 0x1FF_FFFF), role: role, isUpper: packed >> 25 & 1 == 1)
    }

    var packed: UInt32 {
        UInt32(table.rawValue) << 29 | UInt32(role.rawValue) << 26 | (isUpper ? 1 << 25 : 0)
            | UInt32(truncatingIfNeeded: row) & 0x1FF_FFFF
    }
}
