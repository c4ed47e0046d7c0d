internal import SQLite

/// Codes entities as event data sets do: by country and sector.
///
/// What the reference tables know of an entity goes first, then what the texts say of it: the offices and ranks that they
/// give it, the bodies that it belongs to, the nouns that they use for it.
final class ActorCoder {
    private let connection: Connection
    private let tables: ActorTables
    private var known: [Int64: Profile] = [:]

    /// What of an entity does not depend on the day.
    private struct Profile {
        var key = ""
        var kind = ""
        var name = ""
        var country: String?
        var isReference = false
        var feature: String?
        var wikidata: String?
        /// Whether any text calls it by a name.
        var isNamed = false
        /// What the texts say: the sector, and the office that says it.
        var told: (sector: String, office: String)?
    }

    /// Relations by which somebody stands for a body.
    private static let standing =
        "'office-of', 'heads', 'commands', 'spokesperson-of', 'represents', 'works-for', 'member-of', 'agency-of', "
        + "'parent-unit', 'part-of'"
    /// So many different nouns for one entity are looked at, the commonest first.
    private static let nounLimit = 20

    init(connection: Connection, tables: ActorTables) {
        self.connection = connection
        self.tables = tables
    }

    /// The code of a canonical entity.
    /// - Parameters:
    ///   - day: the day of the event, for offices that change hands.
    ///   - isMetonym: whether the words name a place that stands for its government: the Kremlin.
    /// - Returns: nil for what is no actor: an object, or a nameless place.
    func actor(_ entity: Int64, on day: String?, isMetonym: Bool) throws(SQLiteError) -> CodedActor? {
        let profile = try profile(entity)
        guard profile.kind != "object", !profile.key.isEmpty else { return nil }
        if profile.kind == "place", !profile.isReference, !profile.isNamed { return nil }
        let agency = tables.agency(profile.key)
        let (sector, office) = sector(of: profile, agency: agency, on: day)
        var code = profile.country.map(tables.countryCode) ?? ""
        var shown = sector.isEmpty && isMetonym ? "GOV" : sector
        if code.isEmpty, agency != nil, let own = tables.sectors.internationalCode(of: sector) {
            code = own
            if own == sector { shown = "" }
        }
        return CodedActor(
            code: code, sector: shown, identifier: profile.wikidata ?? profile.key, name: profile.name, office: office,
            isAnonymous: profile.kind == "group" && !profile.isReference)
    }

    private func sector(
        of profile: Profile, agency: ActorTables.Agency?, on day: String?
    ) -> (sector: String, office: String) {
        if let agency {
            // The tables count a ministry of defence among the forces that it runs; PLOVER counts it as government.
            let isMinistry = agency.sector == "MIL" && tables.sectors.sector(of: profile.name) == "GOV"
            return (isMinistry ? "GOV" : agency.sector, "")
        }
        if let (office, isOver) = tables.office(of: profile.key, on: day) {
            let body = tables.agency(office.body)?.sector
            let sector = body ?? tables.sectors.sector(of: office.words) ?? ""
            return isOver ? (SectorLexicon.formerly, "") : (sector, office.words)
        }
        if profile.kind == "place" {
            // A capital that acts is its government; a country acts as itself.
            return (profile.feature == "PPLC" ? "GOV" : "", "")
        }
        if let told = profile.told { return told }
        return (profile.kind == "unit" ? "MIL" : "", "")
    }

    private func profile(_ entity: Int64) throws(SQLiteError) -> Profile {
        if let profile = known[entity] { return profile }
        var profile = Profile()
        try connection.each(
            """
            SELECT e.key, e.kind, e.name, e.country, e.reference, p.feature,
                (SELECT value FROM cross_references WHERE entity_id = e.id AND scheme = 'wikidata'),
                EXISTS (SELECT 1 FROM chains c WHERE c.entity_id = e.id AND c.named)
            FROM entities e LEFT JOIN places p ON p.entity_id = e.id WHERE e.id = ?
            """, entity
        ) { row in
            profile = Profile(
                key: row.text(0), kind: row.text(1), name: row.text(2), country: row.optionalText(3),
                isReference: row.bool(4), feature: row.optionalText(5), wikidata: row.optionalText(6),
                isNamed: row.bool(7))
        }
        if !profile.isReference || profile.country == nil { try learn(&profile, entity) }
        known[entity] = profile
        return profile
    }

    /// Adds what the texts say of it.
    private func learn(_ profile: inout Profile, _ entity: Int64) throws(SQLiteError) {
        var bodies: [(key: String, country: String?)] = []
        var offices: [String] = []
        try connection.each(
            """
            SELECT f.predicate, f.value, o.key, o.country, count(*) AS uses FROM facts f
            LEFT JOIN entities o ON o.id = f.object_id
            WHERE f.subject_entity_id = ? AND f.holds AND f.certainty > 0
                AND f.predicate IN ('holds-office', 'occupation', 'rank', 'nationality', \(Self.standing))
            GROUP BY 1, 2, 3 ORDER BY uses DESC, f.predicate, f.value, o.key
            """, entity
        ) { row in
            switch row.text(0) {
            case "holds-office", "occupation": offices.append(row.text(1))
            case "rank":
                if profile.told == nil, let sector = tables.sector(ofRank: row.text(1)) {
                    profile.told = (sector, "")
                }
            case "nationality": if profile.country == nil { profile.country = row.optionalText(3) }
            default: if !row.isNull(2) { bodies.append((row.text(2), row.optionalText(3))) }
            }
        }
        if profile.country == nil { profile.country = bodies.lazy.compactMap(\.country).first }
        guard !profile.isReference else { return }
        let body = bodies.lazy.compactMap { self.tables.agency($0.key)?.sector }.first { !$0.isEmpty }
        func read(_ words: String, isOffice: Bool = false) -> Bool {
            guard let sector = tables.sectors.sector(of: words, organization: body) else { return false }
            profile.told = (sector, isOffice ? words : "")
            return true
        }
        if profile.kind != "person", profile.kind != "place", read(profile.name) { return }
        for office in offices where read(office, isOffice: true) { return }
        if profile.told != nil { return }
        for noun in try nouns(for: entity) where read(noun) { return }
        if let body { profile.told = (body, "") }
    }

    /// The noun phrases by which the texts that count call an entity, the commonest first.
    private func nouns(for entity: Int64) throws(SQLiteError) -> [String] {
        var found: [String] = []
        try connection.each(
            """
            SELECT m.words, count(*) AS uses FROM (
                SELECT ? AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?
            ) AS local
            CROSS JOIN chains c ON c.entity_id = local.id
            CROSS JOIN live_runs r ON r.run_id = c.run_id
            CROSS JOIN mentions m ON m.chain_id = c.id
            WHERE m.form = 'nominal'
            GROUP BY m.words ORDER BY uses DESC, m.words LIMIT ?
            """, entity, entity, Self.nounLimit
        ) { row in found.append(row.text(0)) }
        return found
    }
}
