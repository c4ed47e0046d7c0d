internal import SQLite

/// What a knowledge base says at a moment, put aside in temporary tables of the connection so that it can be compared with
/// what it says at another. What is compared is named by places in texts, which stay when a text is read again.
struct KnowledgePicture {
    let connection: Connection
    /// Begins the tables' names.
    let name: String

    /// Takes the picture of what the connection sees.
    func take() throws(SQLiteError) {
        try remove()
        for (table, query) in Self.tables {
            try connection.run("CREATE TEMP TABLE \(name)_\(table) AS \(query)")
        }
        for index in [
            "triggers ON \(name)_triggers(version_id, start_at, place)", "triggers_of ON \(name)_triggers(event_id)",
            "events ON \(name)_events(event_id)", "members ON \(name)_members(entity_id)",
            "members_of ON \(name)_members(canonical_id)",
            "facts ON \(name)_facts(version_id, predicate, start_at, value)",
            "disputes ON \(name)_disputes(identity)",
        ] {
            let parts = index.split(separator: " ", maxSplits: 1)
            try connection.run("CREATE INDEX temp.\(name)_by_\(parts[0]) \(parts[1])")
        }
    }

    func remove() throws(SQLiteError) {
        for (table, _) in Self.tables { try connection.run("DROP TABLE IF EXISTS temp.\(name)_\(table)") }
    }

    private static let tables = [
        ("documents", "SELECT version_id FROM live_runs"),
        (
            // Triggers are what events are known by; of several at one place each has its number.
            "triggers",
            """
            SELECT l.version_id, m.start_at, c.canonical_id AS event_id,
                row_number() OVER (PARTITION BY l.version_id, m.start_at ORDER BY m.type, m.ordinal) AS place
            FROM live_runs l CROSS JOIN event_mentions m ON m.run_id = l.run_id
            CROSS JOIN canonical_events c ON c.event_id = m.event_id
            """
        ),
        (
            "events",
            """
            SELECT event_id, key, type, title, dates, earliest, place, numbers, polarity, texts FROM event_lines
            """
        ),
        (
            "members",
            """
            SELECT DISTINCT c.entity_id, i.canonical_id FROM live_runs l CROSS JOIN chains c ON c.run_id = l.run_id
            CROSS JOIN entity_identities i ON i.entity_id = c.entity_id
            """
        ),
        (
            "facts",
            """
            SELECT f.version_id, f.predicate, s.start_at, coalesce(f.value, '') AS value
            FROM facts f CROSS JOIN statements s ON s.id = f.id
            """
        ),
        (
            // A question is known by the words that gave the first answer.
            "disputes",
            """
            SELECT f.subject, p.label, d.summary, f.key,
                json_array(d.kind, d.nature, d.predicate, f.version_id, s.start_at, f.value) AS identity
            FROM disagreements d JOIN predicates p ON p.name = d.predicate JOIN statements s ON s.id = d.first_fact_id
            JOIN fact_lines f ON f.id = d.first_fact_id WHERE d.nature <> 'refinement'
            """
        ),
    ]
}
