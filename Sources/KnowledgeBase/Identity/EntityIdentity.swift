internal import SQLite

/// Which local entities are one entity.
struct EntityIdentity {
    let connection: Connection

    /// Gives every entity its canonical entity. Joined are: what people decided, and the unnamed fillers of one role of
    /// one event in different documents ("two North Korean soldiers", "the injured captives"), which the events' identity
    /// makes the same.
    func rebuild() throws(SQLiteError) {
        var rows: [Int64] = []
        var positions: [String: Int] = [:]
        var positionsByRow: [Int64: Int] = [:]
        var current: [Int64?] = []
        try connection.each(
            """
            SELECT id, key, canonical_id FROM entities
            ORDER BY reference DESC, country IS NULL, length(name) DESC, key
            """
        ) { row in
            positions[row.text(1)] = rows.count
            positionsByRow[row.integer(0)] = rows.count
            current.append(row.isNull(2) ? nil : row.integer(2))
            rows.append(row.integer(0))
        }
        var clusters = Clusters(count: rows.count)
        try DecisionBook("entity", connection: connection).apply(to: &clusters, positions: positions)
        for (left, right) in try fillersOfSharedRoles() {
            if let left = positionsByRow[left], let right = positionsByRow[right] { clusters.join(left, right) }
        }
        var canonical: [Int: Int64] = [:]
        for position in rows.indices {
            let root = clusters.root(of: position)
            let first = canonical[root] ?? rows[position]
            canonical[root] = first
            guard current[position] != first else { continue }
            try connection.insert("UPDATE entities SET canonical_id = ? WHERE id = ?", first, rows[position])
        }
    }

    /// Pairs of document-bound groups that fill the same role of one canonical event, belong to one country as far as is said, and
    /// are counted alike.
    private func fillersOfSharedRoles() throws(SQLiteError) -> [(Int64, Int64)] {
        struct Filler {
            var run: Int64
            var entity: Int64
            var country: String
            var count: Double
        }
        var pairs: [(Int64, Int64)] = []
        var group = ""
        var fillers: [Filler] = []
        try connection.each(
            """
            SELECT DISTINCT e.canonical_id || '/' || a.role, e.run_id, n.id, c.country,
                (SELECT q.point FROM mentions x JOIN quantities q ON q.id = x.quantity_id
                 WHERE x.chain_id = c.id AND q.qualifier IS NOT 'about' LIMIT 1), n.key
            FROM events e
            JOIN event_mentions m ON m.event_id = e.id
            JOIN event_arguments a ON a.event_mention_id = m.id AND a.role IN ('agent', 'patient', 'theme')
            JOIN chains c ON c.id = a.chain_id AND c.named = 0
            JOIN entities n ON n.id = c.entity_id AND n.kind IN ('group', 'person') AND n.reference = 0
            WHERE e.canonical_id IN (SELECT canonical_id FROM events GROUP BY canonical_id HAVING count(*) > 1)
            ORDER BY 1, n.key
            """
        ) { row in
            if row.text(0) != group {
                group = row.text(0)
                fillers = []
            }
            // Without a number two groups may be anybody; with the same one they are the event's.
            guard !row.isNull(4) else { return }
            let filler = Filler(run: row.integer(1), entity: row.integer(2), country: row.text(3), count: row.real(4))
            if let partner = fillers.first(where: {
                $0.run != filler.run && $0.count == filler.count
                    && ($0.country == filler.country || $0.country.isEmpty || filler.country.isEmpty)
            }) {
                pairs.append((partner.entity, filler.entity))
            }
            fillers.append(filler)
        }
        return pairs
    }
}
