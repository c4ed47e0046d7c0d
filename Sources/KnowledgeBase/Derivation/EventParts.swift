internal import SQLite

/// Which canonical events are parts of others: where one sentence tells of both and gives them a place, time or participant in
/// common. Precise rather than complete.
struct EventParts {
    let connection: Connection
    let rules: [EventPartRule]

    /// Mentions so many places apart in a text are not looked at: they stand in one sentence.
    private static let reach = 16

    /// Makes the rows anew of events of which something has changed.
    func update() throws(SQLiteError) {
        try connection.run(
            """
            DELETE FROM event_parts WHERE part_id IN (SELECT event_id FROM temp.dirty_events)
                OR whole_id IN (SELECT event_id FROM temp.dirty_events)
            """)
        for rule in rules {
            try connection.run(
                "INSERT OR IGNORE INTO temp.part_rules VALUES (?, ?, ?)", rule.part, rule.whole, rule.bond.rawValue)
        }
        try insert(dirty: "part", other: "whole")
        try insert(dirty: "whole", other: "part")
    }

    private func insert(dirty: String, other: String) throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR IGNORE INTO event_parts (part_id, whole_id, score, reasons)
            SELECT part_id, whole_id, max(score), min(reasons) FROM (
                SELECT part_id, whole_id, 0.5 + 0.2 * place + 0.2 * time + 0.1 * who AS score,
                    'in one sentence' || CASE place WHEN 1 THEN '; same place, or inside it' ELSE '' END
                    || CASE time WHEN 1 THEN '; same time' ELSE '' END
                    || CASE who WHEN 1 THEN '; same participant' ELSE '' END AS reasons
                FROM (
                    SELECT \(dirty)_event.canonical_id AS \(dirty)_id, \(other)_event.canonical_id AS \(other)_id, r.bond,
                        EXISTS (SELECT 1 FROM event_arguments a JOIN chains c ON c.id = a.chain_id
                            JOIN event_arguments b ON b.event_mention_id = whole.id AND b.role = 'place'
                            JOIN chains e ON e.id = b.chain_id
                            WHERE a.event_mention_id = part.id AND a.role IN ('place', 'destination')
                                AND (c.id = e.id OR c.entity_id = e.entity_id OR EXISTS (SELECT 1 FROM place_containment i
                                    WHERE i.place_id = c.entity_id AND i.container_id = e.entity_id))) AS place,
                        EXISTS (SELECT 1 FROM event_times a JOIN event_times b ON b.time_id = a.time_id
                            WHERE a.event_mention_id = part.id AND a.role = 'occurred' AND b.event_mention_id = whole.id) AS time,
                        EXISTS (SELECT 1 FROM event_arguments a JOIN event_arguments b ON b.chain_id = a.chain_id
                            WHERE a.event_mention_id = part.id AND b.event_mention_id = whole.id
                                AND a.role NOT IN ('place', 'destination')) AS who
                    FROM temp.dirty_events d
                    CROSS JOIN canonical_events \(dirty)_event ON \(dirty)_event.canonical_id = d.event_id
                    CROSS JOIN event_mentions \(dirty) ON \(dirty).event_id = \(dirty)_event.event_id
                    CROSS JOIN temp.part_rules r ON r.\(dirty) = \(dirty).type
                    CROSS JOIN event_mentions \(other) ON \(other).run_id = \(dirty).run_id
                        AND \(other).ordinal BETWEEN \(dirty).ordinal - \(Self.reach) AND \(dirty).ordinal + \(Self.reach)
                        AND \(other).sentence_id = \(dirty).sentence_id AND \(other).type = r.\(other)
                    CROSS JOIN canonical_events \(other)_event ON \(other)_event.event_id = \(other).event_id
                    WHERE \(other)_event.canonical_id <> \(dirty)_event.canonical_id
                        AND part.polarity = 'POS' AND whole.polarity = 'POS'
                        AND coalesce(part.modality, 'asserted') IN ('asserted', 'hedged')
                        AND coalesce(whole.modality, 'asserted') IN ('asserted', 'hedged')
                ) WHERE CASE bond WHEN 'blow' THEN place + time + who > 0 ELSE place > 0 END
            ) GROUP BY part_id, whole_id
            """)
    }
}
