internal import Record
internal import SQLite

/// What the names of live people, agencies and units are found by, so that only names that are alike are compared.
struct EntityBlocks {
    let connection: Connection
    let tables: EntityTables

    /// Notes the names that new runs bring, and drops those that went with gone runs.
    /// - Returns: entities that have names more or less than before, or are named in gone runs.
    func update() throws(SQLiteError) -> Set<Int64> {
        var changed = try drop()
        for named in try named(in: "new_runs") {
            let names = named.isReference ? try referenceNames(of: named.entity) : [named.name]
            for name in names where try add(name, to: named) { changed.insert(named.entity) }
        }
        return changed
    }

    private struct Named: Hashable {
        var entity: Int64
        var kind: EntityKind
        var isReference: Bool
        /// What its key ends with: the name it goes by in its documents.
        var main: String
        /// Empty for entities of the reference tables.
        var name: String
    }

    /// The entities that runs name, with the names they go by there, each once.
    private func named(in runs: String) throws(SQLiteError) -> [Named] {
        var found: [Named] = []
        var seen: Set<Named> = []
        try connection.each(
            """
            SELECT e.id, e.kind, e.reference, CASE e.reference WHEN 1 THEN '' ELSE m.words END, e.key
            FROM temp.\(runs) g CROSS JOIN chains c ON c.run_id = g.run_id
            CROSS JOIN entities e ON e.id = c.entity_id
            CROSS JOIN mentions m ON m.chain_id = c.id
            WHERE c.named = 1 AND e.kind IN ('person', 'agency', 'unit') AND m.form = 'name'
                AND (e.reference = 1 OR substr(e.key, 1, length(e.kind) + 1) = e.kind || ':')
            """
        ) { row in
            let isReference = row.integer(2) != 0
            let named = Named(
                entity: row.integer(0), kind: EntityKind(rawValue: row.text(1)) ?? .object, isReference: isReference,
                main: row.text(4).split(separator: ":").last.map(String.init) ?? "",
                name: isReference ? "" : ChainSummary.squeezed(row.text(3)))
            if seen.insert(named).inserted { found.append(named) }
        }
        return found
    }

    private func referenceNames(of entity: Int64) throws(SQLiteError) -> [String] {
        let isKnown = try connection.integer("SELECT 1 FROM entity_blocks WHERE entity_id = ? LIMIT 1", entity)
        guard isKnown == nil else { return [] }
        var names: [String] = []
        try connection.each(
            "SELECT name FROM entity_names WHERE entity_id = ? AND origin = 'reference' ORDER BY name", entity
        ) { row in names.append(row.text(0)) }
        return names
    }

    /// - Returns: whether it was not there.
    private func add(_ name: String, to named: Named) throws(SQLiteError) -> Bool {
        let isKnown = try connection.integer(
            "SELECT 1 FROM entity_blocks WHERE entity_id = ? AND name = ? LIMIT 1", named.entity, name)
        guard isKnown == nil else { return false }
        // "Southwest" for Southwest Airlines is a name within its article only; a short form in capitals may be one beyond.
        if !named.isReference, named.kind != .person, NameKey.of(name) != named.main,
            named.kind != .agency || AgencyName(name, tables)?.acronym == nil
        {
            return false
        }
        let blocks = EntityProfile.blocks(of: name, kind: named.kind, tables)
        for block in blocks {
            try connection.run("INSERT OR IGNORE INTO entity_blocks VALUES (?, ?, ?)", named.entity, name, block)
        }
        return !blocks.isEmpty
    }

    private func drop() throws(SQLiteError) -> Set<Int64> {
        var changed: Set<Int64> = []
        for named in try named(in: "gone_runs") {
            changed.insert(named.entity)
            if named.isReference {
                let isLive = try connection.integer(
                    """
                    SELECT 1 FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id
                    WHERE c.entity_id = ? AND c.named = 1 LIMIT 1
                    """, named.entity)
                if isLive == nil {
                    try connection.run("DELETE FROM entity_blocks WHERE entity_id = ?", named.entity)
                }
            } else {
                // The names have been counted before.
                try connection.run(
                    """
                    DELETE FROM entity_blocks WHERE entity_id = ?1 AND name = ?2 AND NOT EXISTS (SELECT 1 FROM entity_names n
                        WHERE n.entity_id = ?1 AND n.name = ?2 AND n.uses > 0)
                    """, named.entity, named.name)
            }
        }
        return changed
    }
}
