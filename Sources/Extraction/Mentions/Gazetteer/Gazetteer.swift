internal import Language
internal import Record
internal import Tables

/// The reference tables of countries, regions, places, areas, people and agencies, found by name.
///
/// Only an index of name hashes is built at the start; rows are read from the tables' bytes when they are asked for.
struct Gazetteer: Sendable {
    static let tables = GazetteerTable.allCases.map(\.file) + [villageTable, abbreviationTable]
    private static let villageTable = "gazetteer/villages.tsv"
    private static let abbreviationTable = "gazetteer/region-abbreviations.tsv"

    private let tables: [Table]
    private let columns: [Columns]
    private var index: NameIndex
    private var countryRows: [String: Int] = [:]
    private var regionRows: [String: Int] = [:]
    /// Rows of people by id: one row an office.
    private var personRows: [String: [Int]] = [:]
    /// Rows of people by office and the id of the country or agency.
    private var officeRows: [String: [Int]] = [:]
    private var agencyRows: [String: Int] = [:]
    private var countryRowsByID: [String: Int] = [:]
    /// Places too small to be recognised by name; nil where the installation leaves them out.
    private let villages: SortedTable?
    /// Codes of regions by what news write after a town: "Calif".
    private var abbreviations: [String: String] = [:]

    /// The longest name, in words, that is looked for.
    static let longestName = 10

    init(data: DataFolder) throws(DataError) {
        var read: [Table] = []
        for table in GazetteerTable.allCases {
            let columns = ["id", "name", "aliases"]
            if data.holds(table.file) {
                read.append(try data.table(table.file, columns: columns))
            } else {
                // An installation may leave tables out; their names are then typed by context and not linked.
                let header = Array(columns.joined(separator: "\t").utf8)
                read.append(try Table(name: table.file, file: table.file, bytes: header, columns: columns))
            }
        }
        let columns = [
            "key", "id", "name", "latitude", "longitude", "feature", "country", "admin1", "population", "precision",
        ]
        let villages =
            data.holds(Self.villageTable) ? try data.sortedTable(Self.villageTable, columns: columns) : nil
        self.init(tables: read, villages: villages)
        guard data.holds(Self.abbreviationTable) else { return }
        for row in try data.table(Self.abbreviationTable, columns: ["abbreviation", "code"]).rows {
            abbreviations[row["abbreviation"]] = row["code"]
        }
    }

    private init(tables: [Table], villages: SortedTable?) {
        self.tables = tables
        self.villages = villages
        columns = tables.map(Columns.init)
        index = NameIndex(capacity: tables.reduce(0) { $0 + $1.rows.count * 4 })
        for table in GazetteerTable.allCases { add(table) }
    }

    // MARK: - Looking up

    /// The longest name that starts at a token, and what it names.
    func longestMatch(in words: [Word], at start: Int, limit: Int) -> (end: Int, hits: [GazetteerHit])? {
        var best: (end: Int, hits: [GazetteerHit])?
        forEachMatch(in: words, at: start, limit: limit) { end, hits in best = (end, hits) }
        return best
    }

    /// All names that start at a token, the shortest first.
    func forEachMatch(
        in words: [Word], at start: Int, limit: Int, _ body: (_ end: Int, _ hits: [GazetteerHit]) -> Void
    ) {
        var hash = KeyHash()
        var position = start
        while position < limit, position - start < Self.longestName {
            let word = words[position]
            if word.key.isEmpty {
                guard position > start, word.joins else { return }
                position += 1
                continue
            }
            hash.append(key: word.key, glued: word.isClitic)
            position += 1
            if index.contains(hash.value) {
                let hits = index.values(hash.value).compactMap(GazetteerHit.init(packed:))
                body(position, hits)
            }
            guard index.mayContinue(hash.value) || position < limit && words[position].isClitic else { return }
        }
    }

    func hits(for name: String) -> [GazetteerHit] {
        index.values(KeyHash(name).value).compactMap(GazetteerHit.init(packed:))
    }

    func entry(_ hit: GazetteerHit) -> GazetteerEntry { entry(hit.table, row: hit.row) }

    func country(_ code: String) -> GazetteerEntry? {
        countryRows[code].map { entry(.countries, row: $0) }
    }

    func region(_ code: String) -> GazetteerEntry? {
        regionRows[code].map { entry(.regions, row: $0) }
    }

    /// The code of a region by an abbreviation, with a full stop at its end or without: "Fla.", "N.Y.".
    func region(abbreviated text: String) -> String? {
        abbreviations[text.hasSuffix(".") ? String(text.dropLast()) : text]
    }

    /// Villages and districts of a name.
    /// - Parameter key: the name's `NameKey`.
    func villages(named key: String) -> [GazetteerEntry] {
        guard let villages else { return [] }
        return villages.rows(key).map { cells in
            // The columns stand in the order that `init(data:)` asks for: the script writes them so.
            var entry = GazetteerEntry(
                table: .places, row: -1, id: cells[1], kind: .place,
                name: cells[2].isEmpty ? Self.capitalized(key) : cells[2], aliases: [],
                population: Double(cells[8]) ?? 0)
            entry.latitude = Double(cells[3])
            entry.longitude = Double(cells[4])
            entry.feature = cells[5]
            entry.country = cells[6].isEmpty ? nil : cells[6]
            entry.region = cells[7].isEmpty ? nil : cells[7]
            entry.precision = Double(cells[9]) ?? Self.villageRadius
            return entry
        }
    }

    private static func capitalized(_ key: String) -> String {
        key.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// Metres: of villages for which the table gives none.
    private static let villageRadius = 1500.0

    func agency(_ id: String) -> GazetteerEntry? {
        agencyRows[id].map { entry(.agencies, row: $0) }
    }

    func country(id: String) -> GazetteerEntry? {
        countryRowsByID[id].map { entry(.countries, row: $0) }
    }

    /// The capital's name of a country.
    func capital(of code: String) -> String? {
        guard let row = countryRows[code] else { return nil }
        return tables[Int(GazetteerTable.countries.rawValue)].rows[row]["capital"]
    }

    /// The adjective of a country.
    func demonym(of code: String) -> String? {
        guard let row = countryRows[code] else { return nil }
        return tables[Int(GazetteerTable.countries.rawValue)].rows[row].list("demonyms").first
    }

    /// All offices of a person, in the table's order.
    func offices(of id: String) -> [OfficeTenure] {
        let table = tables[Int(GazetteerTable.people.rawValue)]
        return (personRows[id] ?? []).map { number in
            let row = table.rows[number]
            return OfficeTenure(
                office: row["office"], of: row["of"], from: row["from"], to: row["to"], asOf: row["as_of"])
        }
    }

    /// Who held an office on a day, if that was one person as far as the table knows.
    /// - Parameter body: the id of the country or agency.
    func holder(of office: String, body: String, on day: String) -> GazetteerEntry? {
        let table = tables[Int(GazetteerTable.people.rawValue)]
        var found: Int?
        for number in officeRows["\(office) \(body)"] ?? [] {
            let row = table.rows[number]
            let tenure = OfficeTenure(
                office: office, of: body, from: row["from"], to: row["to"], asOf: row["as_of"])
            guard tenure.holds(on: day) else { continue }
            guard tenure.surelyHolds(on: day), let first = personRows[row["id"]]?.first, found ?? first == first else {
                return nil
            }
            found = first
        }
        return found.map { entry(.people, row: $0) }
    }

    func entry(_ table: GazetteerTable, row number: Int) -> GazetteerEntry {
        let columns = columns[Int(table.rawValue)]
        let row = tables[Int(table.rawValue)].rows[number]
        func cell(_ position: Int?) -> String? {
            guard let position else { return nil }
            let text = row[position]
            return text.isEmpty ? nil : text
        }
        var entry = GazetteerEntry(
            table: table, row: number, id: row[columns.id], kind: .place, name: row[columns.name],
            aliases: row.list("aliases"), population: 0)
        entry.latitude = cell(columns.latitude).flatMap(Double.init)
        entry.longitude = cell(columns.longitude).flatMap(Double.init)
        entry.precision = cell(columns.precision).flatMap(Double.init)
        entry.country = cell(columns.country)
        entry.feature = cell(columns.feature)
        entry.wikidata = cell(columns.wikidata)
        switch table {
        case .countries:
            entry.country = cell(columns.iso2)
            entry.feature = entry.feature ?? "PCLI"
        case .regions:
            entry.region = cell(columns.code)
            entry.sharesCityName = cell(columns.shared) != nil
            entry.population = cell(columns.population).flatMap(Double.init) ?? 0
            entry.feature = entry.feature ?? "ADM1"
        case .areas:
            let countries = row.list("countries")
            entry.country = countries.count == 1 ? countries[0] : nil
        case .places:
            entry.region = cell(columns.region)
            entry.population = cell(columns.population).flatMap(Double.init) ?? 0
            entry.isCommon = cell(columns.common) != nil
        case .people:
            entry.kind = .person
            entry.aliases += row.list("short")
        case .agencies:
            entry.kind = .agency
            entry.aliases += row.list("acronyms")
            entry.sector = cell(columns.sector)
            entry.summary = cell(columns.summary)
            entry.parent = cell(columns.parent)
        }
        return entry
    }

    // MARK: - Building

    private mutating func add(_ table: GazetteerTable) {
        let columns = columns[Int(table.rawValue)]
        for (number, row) in tables[Int(table.rawValue)].rows.enumerated() {
            func add(_ position: Int?, _ role: NameRole) {
                guard let position else { return }
                for name in row.bytes(position).split(separator: UInt8(ascii: "|")) {
                    insert(name, GazetteerHit(table: table, row: number, role: role, isUpper: Self.isUpper(name)))
                }
            }
            var target = number
            if table == .people {
                let id = row[columns.id]
                let known = personRows[id]
                personRows[id, default: []].append(number)
                if let office = columns.office, let body = columns.of {
                    officeRows["\(row[office]) \(row[body])", default: []].append(number)
                }
                // Later offices of one person name the first row, so that a name has one hit a person.
                target = known?.first ?? number
                guard target == number else { continue }
            }
            add(columns.name, .name)
            add(columns.aliases, .alias)
            switch table {
            case .countries:
                let code = columns.iso2.map { row[$0] } ?? ""
                countryRows[code] = countryRows[code] ?? number
                countryRowsByID[row[columns.id]] = number
                for (place, name) in row.list("demonyms").enumerated() {
                    let bytes = Array(name.utf8)[...]
                    insert(
                        bytes,
                        GazetteerHit(
                            table: table, row: number, role: place == 0 ? .demonym : .people, isUpper: false))
                }
                add(columns.metonyms, .metonym)
            case .regions:
                if let code = columns.code.map({ row[$0] }), regionRows[code] == nil { regionRows[code] = number }
            case .people:
                add(columns.short, .short)
            case .agencies:
                agencyRows[row[columns.id]] = number
                add(columns.acronyms, .acronym)
            case .areas, .places:
                break
            }
        }
    }

    private mutating func insert(_ name: ArraySlice<UInt8>, _ hit: GazetteerHit) {
        var beginnings: [UInt64] = []
        if let hash = KeyHash.ascii(name, boundary: { beginnings.append($0) }) {
            guard !hash.isEmpty else { return }
            for beginning in beginnings { index.insertBeginning(beginning) }
            index.insert(hash.value, hit.packed)
            return
        }
        // Texts are English: of the many names in other scripts only those of the small tables are looked for.
        if hit.table == .places || hit.table == .regions, let first = name.first, first >= 0xCD { return }
        var hash = KeyHash()
        for word in NameKey.of(String(decoding: name, as: UTF8.self)).utf8.split(separator: 0x20) {
            if !hash.isEmpty { index.insertBeginning(hash.value) }
            hash.append(key: word)
        }
        if !hash.isEmpty { index.insert(hash.value, hit.packed) }
    }

    private static func isUpper(_ name: ArraySlice<UInt8>) -> Bool {
        var letters = 0
        for byte in name {
            if (0x61...0x7A).contains(byte) || byte >= 0x80 { return false }
            if (0x41...0x5A).contains(byte) { letters += 1 }
        }
        return letters > 0 && letters <= 8
    }

    /// Where each column stands, so that no name is looked up a row.
    private struct Columns: Sendable {
        let id, name: Int
        let aliases, iso2, country, code, region, population, latitude, longitude, precision, feature: Int?
        let short, acronyms, sector, summary, parent, metonyms, common, shared, wikidata, office, of: Int?

        init(_ table: Table) {
            func position(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
            id = position("id") ?? 0
            name = position("name") ?? 0
            aliases = position("aliases")
            iso2 = position("iso2")
            country = position("country")
            code = position("code")
            region = position("admin1")
            population = position("population")
            latitude = position("latitude")
            longitude = position("longitude")
            precision = position("precision")
            feature = position("feature")
            short = position("short")
            acronyms = position("acronyms")
            sector = position("sector")
            summary = position("summary")
            parent = position("parent")
            metonyms = position("metonyms")
            common = position("common")
            shared = position("shared_with_city")
            wikidata = position("wikidata")
            office = position("office")
            of = position("of")
        }
    }
}
