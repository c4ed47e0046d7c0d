internal import Record
internal import SQLite

/// The entities of a store by key, made when they are first needed.
final class EntityRegistry {
    private let connection: Connection
    private var rowsByKey: [String: Int64] = [:]
    private var registered: Set<String> = []
    private var rowsByCountry: [String: Int64] = [:]

    init(connection: Connection) { self.connection = connection }

    /// Forgets what it has seen: after a rollback its rows may be gone.
    func reset() {
        rowsByKey.removeAll()
        registered.removeAll()
        rowsByCountry.removeAll()
    }

    /// Makes a reference entry known: the entity, its names, its place on the map and what holds it.
    func register(_ reference: EntityReference) throws(SQLiteError) {
        guard registered.insert(reference.id).inserted else { return }
        let row = try makeRow(
            reference.id, kind: reference.kind.rawValue, name: reference.name, country: reference.country)
        // The tables may have learnt something since the entity was first seen.
        try connection.insert(
            "UPDATE entities SET kind = ?, name = ?, country = ?, summary = coalesce(?, summary), reference = 1 WHERE id = ?",
            reference.kind.rawValue, reference.name, reference.country, reference.summary, row)
        var hasNewNames = false
        for name in [reference.name] + reference.aliases where try add(name, to: row) { hasNewNames = true }
        // What it is found by is made anew from all its names.
        if hasNewNames, reference.kind == .person || reference.kind == .agency {
            try connection.run("DELETE FROM entity_blocks WHERE entity_id = ?", row)
        }
        for id in [reference.id] + (reference.sameAs ?? []) {
            guard let colon = id.firstIndex(of: ":"), id[..<colon] != "annals" else { continue }
            try connection.insert(
                "INSERT OR IGNORE INTO cross_references (entity_id, scheme, value) VALUES (?, ?, ?)",
                row, String(id[..<colon]), String(id[id.index(after: colon)...]))
        }
        if let latitude = reference.latitude, let longitude = reference.longitude {
            try connection.insert(
                "INSERT OR REPLACE INTO places (entity_id, latitude, longitude, precision, feature) VALUES (?, ?, ?, ?, ?)",
                row, latitude, longitude, reference.precision, reference.feature)
            try connection.insert(
                "INSERT OR REPLACE INTO place_index (id, south, north, west, east) VALUES (?, ?, ?, ?, ?)",
                row, latitude, latitude, longitude, longitude)
        }
        for (index, container) in reference.within.enumerated() {
            let holder = try makeRow(container, kind: "place", name: container, country: reference.country)
            try connection.insert(
                "INSERT OR REPLACE INTO place_containment (place_id, container_id, depth) VALUES (?, ?, ?)",
                row, holder, index + 1)
        }
        if reference.feature?.hasPrefix("PCL") == true, let country = reference.country { rowsByCountry[country] = row }
    }

    /// The entity of a chain.
    func row(of key: String, _ chain: ChainSummary) throws(SQLiteError) -> Int64 {
        try makeRow(
            key, kind: chain.kind.rawValue, name: chain.name, country: chain.country, occupation: chain.occupation)
    }

    /// The entity of a country by its ISO 3166-1 alpha-2 code.
    func country(_ code: String) throws(SQLiteError) -> Int64? {
        if let row = rowsByCountry[code] { return row }
        let row = try connection.integer(
            """
            SELECT e.id FROM entities e JOIN places p ON p.entity_id = e.id
            WHERE e.country = ? AND e.kind = 'place' AND p.feature LIKE 'PCL%' ORDER BY e.key LIMIT 1
            """, code)
        if let row { rowsByCountry[code] = row }
        return row
    }

    private func makeRow(
        _ key: String, kind: String, name: String, country: String?, occupation: String? = nil
    ) throws(SQLiteError) -> Int64 {
        if let row = rowsByKey[key] { return row }
        var row = try connection.integer("SELECT id FROM entities WHERE key = ?", key)
        if row == nil {
            row = try connection.insert(
                "INSERT INTO entities (key, kind, name, country, occupation) VALUES (?, ?, ?, ?, ?)", key, kind, name,
                country, occupation)
        }
        // Keys of one document only are not met again; what is met often must not be looked up each time.
        if rowsByKey.count > 200_000 { rowsByKey.removeAll(keepingCapacity: true) }
        rowsByKey[key] = row
        return row ?? 0
    }

    /// Adds a name that the reference tables give. One that texts have brought before is theirs from now on.
    /// - Returns: whether it is new.
    private func add(_ name: String, to entity: Int64) throws(SQLiteError) -> Bool {
        guard !name.isEmpty else { return false }
        let row = try connection.insert(
            """
            INSERT OR IGNORE INTO entity_names (entity_id, name, name_key, origin, uses)
            VALUES (?, ?, ?, 'reference', 0)
            """, entity, name, NameKey.of(name))
        if connection.changes > 0 {
            try connection.run("INSERT INTO name_search (rowid, name) VALUES (?, ?)", row, name)
            return true
        } else {
            try connection.run(
                "UPDATE entity_names SET origin = 'reference' WHERE entity_id = ? AND name = ?", entity, name)
            return false
        }
    }
}
