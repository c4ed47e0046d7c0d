internal import Record

/// A named person, agency or unit as it is compared with others.
struct EntityProfile {
    var id: Int64
    var key: String
    var kind: EntityKind
    /// ISO 3166-1 alpha-2.
    var country: String?
    /// A class of `identity/occupations.tsv`.
    var occupation: String?
    /// True if it stands in the reference tables.
    var isReference: Bool
    var people: [PersonName] = []
    var agencies: [AgencyName] = []
    var units: [UnitName] = []

    /// So many names are compared; the longest first.
    private static let limit = 16

    mutating func read(_ names: [String], _ tables: EntityTables) {
        let sorted = names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(Self.limit)
        switch kind {
        case .person: people = sorted.compactMap { PersonName(NameKey.of($0), tables) }
        case .agency: agencies = sorted.compactMap { AgencyName($0, tables) }
        case .unit: units = sorted.compactMap { UnitName($0, tables) }
        case .place, .group, .object: break
        }
    }

    /// What the names of an entity are found by.
    static func blocks(of name: String, kind: EntityKind, _ tables: EntityTables) -> [Int64] {
        let blocks: [String]
        switch kind {
        case .person: blocks = PersonName(NameKey.of(name), tables)?.blocks(tables) ?? []
        case .agency: blocks = AgencyName(name, tables)?.blocks(tables) ?? []
        case .unit: blocks = UnitName(name, tables).map { [$0.block] } ?? []
        case .place, .group, .object: blocks = []
        }
        return blocks.map(hash)
    }

    /// FNV-1a.
    private static func hash(_ text: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int64(bitPattern: hash)
    }

    /// True if what is said of two forbids that they are one, whatever their names.
    func contradicts(_ other: EntityProfile, _ tables: EntityTables) -> Bool {
        if isReference, other.isReference { return true }
        if kind != other.kind { return true }
        if let country, let theirs = other.country, country != theirs { return true }
        if let occupation, let theirs = other.occupation, tables.occupations.areApart(occupation, theirs) {
            return true
        }
        return false
    }
}
