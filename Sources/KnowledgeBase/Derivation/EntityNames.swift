internal import Record
internal import SQLite

/// The names by which live runs call the entities, and what follows for entities that no reference table knows.
struct EntityNames {
    let connection: Connection

    /// Counts the names of new runs in and those of gone runs out.
    ///
    /// Entities that are shown by another name than before are noted as dirty.
    func update() throws(SQLiteError) {
        var touched = Set<Int64>()
        var renamed = Set<Int64>()
        for (table, step) in [("gone_runs", -1), ("new_runs", 1)] {
            var runs: [Int64] = []
            try connection.each("SELECT run_id FROM temp.\(table)") { row in runs.append(row.integer(0)) }
            for run in runs {
                for (entity, name) in try names(of: run) {
                    touched.insert(entity)
                    if try count(name, of: entity, step) { renamed.insert(entity) }
                }
            }
        }
        for entity in touched.sorted() { try show(entity, hasOtherNames: renamed.contains(entity)) }
    }

    /// Each chain's names: every different one for a named thing, the best phrases for another.
    func names(of run: Int64) throws(SQLiteError) -> [(entity: Int64, name: String)] {
        var found: [(entity: Int64, name: String)] = []
        var chain: Int64 = -1
        var seen: [String] = []
        try connection.each(
            """
            SELECT c.id, c.entity_id, c.named, c.name, m.words, m.form FROM chains c
            CROSS JOIN mentions m ON m.chain_id = c.id
            WHERE c.run_id = ? AND c.entity_id IS NOT NULL AND m.form = CASE c.named WHEN 1 THEN 'name' ELSE 'nominal' END
            ORDER BY c.id, m.ordinal
            """, run
        ) { row in
            let isNamed = row.integer(2) != 0
            if row.integer(0) != chain {
                chain = row.integer(0)
                seen = []
                if !isNamed {
                    seen.append(row.text(3))
                    found.append((row.integer(1), row.text(3)))
                }
            }
            guard isNamed || seen.count <= ChainSummary.nominalLimit else { return }
            let name = ChainSummary.squeezed(row.text(4))
            guard !name.isEmpty, !seen.contains(name) else { return }
            seen.append(name)
            found.append((row.integer(1), name))
        }
        return found
    }

    /// - Returns: whether the entity has a name more or less than before.
    private func count(_ name: String, of entity: Int64, _ step: Int) throws(SQLiteError) -> Bool {
        var known: (id: Int64, uses: Int, isReference: Bool)?
        try connection.each(
            "SELECT id, uses, origin = 'reference' FROM entity_names WHERE entity_id = ? AND name = ?", entity, name
        ) { row in known = (row.integer(0), row.int(1), row.integer(2) != 0) }
        guard let known else {
            guard step > 0 else { return false }
            let row = try connection.insert(
                "INSERT INTO entity_names (entity_id, name, name_key, origin, uses) VALUES (?, ?, ?, 'text', ?)",
                entity, name, NameKey.of(name), step)
            try connection.run("INSERT INTO name_search (rowid, name) VALUES (?, ?)", row, name)
            return true
        }
        if known.uses + step <= 0, !known.isReference {
            try connection.run(
                "INSERT INTO name_search (name_search, rowid, name) VALUES ('delete', ?, ?)", known.id, name)
            try connection.run("DELETE FROM entity_names WHERE id = ?", known.id)
            return true
        }
        try connection.run("UPDATE entity_names SET uses = ? WHERE id = ?", max(0, known.uses + step), known.id)
        // A name of the reference tables is shown only while texts use it.
        return known.uses == 0 || known.uses + step <= 0
    }

    /// Shows an entity that no reference table knows by its longest name, whichever document came first, and gives it
    /// the kind and country that most chains have.
    private func show(_ entity: Int64, hasOtherNames: Bool) throws(SQLiteError) {
        // What one chain alone goes by was written with it.
        let isSettled = try connection.integer(
            """
            SELECT reference = 1 OR NOT ?2 AND \(Self.isTold)
                OR (SELECT count(*) FROM (SELECT 1 FROM chains c WHERE c.entity_id = e.id LIMIT 2)) = 1
            FROM entities e WHERE id = ?1
            """, entity, hasOtherNames)
        if isSettled == 1 { return }
        try connection.run(
            """
            UPDATE entities SET name = best.name, kind = best.kind, country = best.country FROM (
                SELECT coalesce(
                    (SELECT n.name FROM entity_names n WHERE n.entity_id = e.id AND n.uses > 0
                        AND EXISTS (SELECT 1 FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id
                            WHERE c.entity_id = e.id AND c.named = 1)
                     ORDER BY length(n.name) DESC, n.name LIMIT 1),
                    (SELECT c.name FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id WHERE c.entity_id = e.id
                     ORDER BY length(c.name) DESC, c.name LIMIT 1), e.name) AS name,
                CASE WHEN \(Self.isTold) THEN e.kind ELSE coalesce(\(Self.most("kind")), e.kind) END AS kind,
                CASE WHEN \(Self.isTold) THEN e.country ELSE \(Self.most("country")) END AS country
                FROM entities e WHERE e.id = ?1 AND e.reference = 0
            ) AS best
            WHERE id = ?1 AND (entities.name <> best.name OR entities.kind <> best.kind
                OR entities.country IS NOT best.country)
            """, entity)
        guard connection.changes > 0 else { return }
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.dirty_entities
            SELECT coalesce((SELECT canonical_id FROM canonical_entities WHERE entity_id = ?1), ?1)
            """, entity)
    }

    /// The key of a named thing says its kind and country.
    private static let isTold = "substr(e.key, 1, length(e.kind) + 1) = e.kind || ':'"

    private static func most(_ column: String) -> String {
        """
        (SELECT c.\(column) FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id
         WHERE c.entity_id = e.id AND c.\(column) IS NOT NULL GROUP BY c.\(column) ORDER BY count(*) DESC, c.\(column) LIMIT 1)
        """
    }
}
