internal import SQLite

/// How often each canonical entity is named.
struct EntityCounts {
    let connection: Connection

    /// Counts what new runs bring in and what gone runs take out; entities with other members than before are counted anew.
    func update() throws(SQLiteError) {
        for (table, sign) in [("gone_runs", "-"), ("new_runs", "+")] {
            try connection.run(
                """
                INSERT INTO entity_counts (entity_id, documents, mentions, events)
                SELECT canonical_id, \(sign)count(DISTINCT run_id), \(sign)count(*), 0 FROM (
                    SELECT coalesce(i.canonical_id, c.entity_id) AS canonical_id, m.run_id
                    FROM temp.\(table) g CROSS JOIN mentions m ON m.run_id = g.run_id CROSS JOIN chains c ON c.id = m.chain_id
                    LEFT JOIN canonical_entities i ON i.entity_id = c.entity_id
                    WHERE c.entity_id IS NOT NULL)
                WHERE canonical_id NOT IN (SELECT entity_id FROM temp.dirty_entities) GROUP BY canonical_id
                ON CONFLICT (entity_id) DO UPDATE SET documents = documents + excluded.documents,
                    mentions = mentions + excluded.mentions
                """)
            try connection.run(
                """
                INSERT OR IGNORE INTO temp.counted_entities
                SELECT coalesce(i.canonical_id, c.entity_id) FROM temp.\(table) g CROSS JOIN chains c ON c.run_id = g.run_id
                LEFT JOIN canonical_entities i ON i.entity_id = c.entity_id WHERE c.entity_id IS NOT NULL
                """)
        }
        try countAnew()
        try connection.run("INSERT OR IGNORE INTO temp.counted_entities SELECT entity_id FROM temp.dirty_entities")
        try connection.run(
            """
            UPDATE entity_counts SET events =
                (SELECT count(DISTINCT p.event_id) FROM event_participants p WHERE p.entity_id = entity_counts.entity_id)
            WHERE entity_id IN (SELECT entity_id FROM temp.counted_entities)
            """)
        try connection.run(
            """
            DELETE FROM entity_counts
            WHERE entity_id IN (SELECT entity_id FROM temp.counted_entities) AND mentions <= 0
            """)
    }

    private func countAnew() throws(SQLiteError) {
        try connection.run("DELETE FROM entity_counts WHERE entity_id IN (SELECT entity_id FROM temp.dirty_entities)")
        try connection.run(
            """
            INSERT INTO entity_counts (entity_id, documents, mentions, events)
            SELECT d.entity_id, count(DISTINCT l.run_id), count(*), 0
            FROM temp.dirty_entities d
            CROSS JOIN (SELECT canonical_id, entity_id FROM canonical_entities
                UNION ALL SELECT entity_id, entity_id FROM temp.dirty_entities) AS i ON i.canonical_id = d.entity_id
            CROSS JOIN chains c ON c.entity_id = i.entity_id
            CROSS JOIN live_runs l ON l.run_id = c.run_id
            CROSS JOIN mentions m ON m.chain_id = c.id
            WHERE NOT EXISTS (SELECT 1 FROM canonical_entities x WHERE x.entity_id = d.entity_id)
            GROUP BY d.entity_id
            """)
    }
}
