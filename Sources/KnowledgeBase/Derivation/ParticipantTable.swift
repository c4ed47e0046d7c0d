internal import SQLite

/// Who takes part in which canonical event, over all its mentions; whoever tells it takes part as its source.
struct ParticipantTable {
    let connection: Connection

    /// Notes the events that an entity has changed for.
    func collect() throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.dirty_events
            SELECT p.event_id FROM temp.dirty_entities d CROSS JOIN event_participants p ON p.entity_id = d.entity_id
            UNION SELECT c.event_id FROM temp.dirty_entities d CROSS JOIN event_cards c ON c.place_id = d.entity_id
            """)
    }

    /// Makes the participants of the events anew of which something has changed, and notes the entities whose number of
    /// events that can change.
    func update() throws(SQLiteError) {
        try noteEntities()
        try connection.run("DELETE FROM event_participants WHERE event_id IN (SELECT event_id FROM temp.dirty_events)")
        try connection.run(
            """
            INSERT INTO event_participants (event_id, entity_id, role, mentions)
            SELECT d.event_id, coalesce(i.canonical_id, c.entity_id), a.role, count(DISTINCT m.id)
            FROM temp.dirty_events d
            CROSS JOIN canonical_events e ON e.canonical_id = d.event_id
            CROSS JOIN event_mentions m ON m.event_id = e.event_id
            CROSS JOIN event_arguments a ON a.event_mention_id = m.id
            CROSS JOIN chains c ON c.id = a.chain_id
            LEFT JOIN canonical_entities i ON i.entity_id = c.entity_id
            WHERE c.entity_id IS NOT NULL
            GROUP BY 1, 2, 3
            """)
        try connection.run(
            """
            INSERT OR IGNORE INTO event_participants (event_id, entity_id, role, mentions)
            SELECT f.subject_event_id, f.voice_id, 'source', count(DISTINCT s.event_mention_id)
            FROM temp.dirty_events d
            CROSS JOIN facts f ON f.subject_event_id = d.event_id AND f.predicate = 'happened'
            CROSS JOIN statements s ON s.id = f.id
            WHERE f.voice_id IS NOT NULL
            GROUP BY 1, 2
            """)
        try noteEntities()
    }

    private func noteEntities() throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.counted_entities
            SELECT p.entity_id FROM temp.dirty_events d CROSS JOIN event_participants p ON p.event_id = d.event_id
            """)
    }
}
