internal import SQLite

/// The public keys of entities: a reference id, kind and name, or the place of a chain, `3f9a2c1b04de.c26-51`.
///
/// A key of a place that an earlier reading of the text gave still finds its chain while a mention stands there, and an id of
/// another catalogue the entity that bears it.
struct EntityKeys {
    let connection: Connection

    /// The entity that a key means; nil if there is none.
    func entity(_ key: String) throws(SQLiteError) -> Int64? {
        let exact = try connection.integer("SELECT id FROM entities WHERE key = ?", key)
        if let place = PartKey(key) {
            if let exact, try isLive(exact) { return exact }
            return try entity(at: place) ?? exact
        }
        if let exact { return exact }
        guard let colon = key.firstIndex(of: ":") else { return nil }
        return try connection.integer(
            "SELECT min(entity_id) FROM cross_references WHERE scheme = ? AND value = ?", String(key[..<colon]),
            String(key[key.index(after: colon)...]))
    }

    /// The keys that people decided about and that mean an entity, beside its own.
    func otherNames(of entity: Int64, key: String, in book: DecisionBook) throws(SQLiteError) -> [String] {
        var candidates = PartKey(key).map { book.keys(inVersion: $0.version) } ?? []
        try connection.each("SELECT scheme || ':' || value FROM cross_references WHERE entity_id = ?", entity) { row in
            if book.contains(row.text(0)) { candidates.append(row.text(0)) }
        }
        var names: [String] = []
        for other in candidates where other != key {
            if try self.entity(other) == entity { names.append(other) }
        }
        return names
    }

    /// The entities of the documents that came or went that people decided about, and those that stood with others in
    /// a document that went.
    func touched(by book: DecisionBook) throws(SQLiteError) -> [Int64] {
        var entities: [Int64] = []
        try connection.each(
            """
            SELECT DISTINCT c.entity_id FROM temp.gone_runs r CROSS JOIN chains c ON c.run_id = r.run_id
            CROSS JOIN canonical_entities e ON e.entity_id = c.entity_id
            UNION SELECT DISTINCT c.entity_id FROM temp.gone_runs r CROSS JOIN chains c ON c.run_id = r.run_id
            CROSS JOIN canonical_entities e ON e.canonical_id = c.entity_id
            """
        ) { row in entities.append(row.integer(0)) }
        guard !book.isEmpty else { return entities }
        var versions: [String] = []
        try connection.each(
            """
            SELECT DISTINCT e.id, e.key FROM (SELECT run_id FROM temp.new_runs UNION SELECT run_id FROM temp.gone_runs) r
            CROSS JOIN chains c ON c.run_id = r.run_id CROSS JOIN entities e ON e.id = c.entity_id
            """
        ) { row in if book.contains(row.text(1)) { entities.append(row.integer(0)) } }
        try connection.each(
            """
            SELECT v.key FROM (SELECT version_id FROM temp.new_runs UNION SELECT version_id FROM temp.gone_runs) r
            CROSS JOIN versions v ON v.id = r.version_id
            """
        ) { row in versions.append(row.text(0)) }
        for version in versions {
            for key in book.keys(inVersion: version) { if let entity = try entity(key) { entities.append(entity) } }
        }
        return entities
    }

    private func isLive(_ entity: Int64) throws(SQLiteError) -> Bool {
        try connection.integer(
            "SELECT 1 FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id WHERE c.entity_id = ? LIMIT 1", entity
        )
            != nil
    }

    /// The entity of the chain with a mention at a place, as long as it is known in its document only: a name stands for more
    /// than the words that somebody decided about.
    private func entity(at place: PartKey) throws(SQLiteError) -> Int64? {
        guard place.letter == "c" else { return nil }
        return try connection.integer(
            """
            SELECT e.id FROM versions v CROSS JOIN live_runs l ON l.version_id = v.id
            CROSS JOIN mentions m ON m.run_id = l.run_id CROSS JOIN chains c ON c.id = m.chain_id
            CROSS JOIN entities e ON e.id = c.entity_id
            WHERE v.key = ?1 AND m.start_at = ?2 AND substr(e.key, 1, length(?1) + 2) = ?1 || '.c'
            ORDER BY m.end_at IS NOT ?3, m.ordinal LIMIT 1
            """, place.version, place.start, place.end)
    }
}
