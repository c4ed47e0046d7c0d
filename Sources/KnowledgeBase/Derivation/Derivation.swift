internal import SQLite

/// Rebuilds the derived layer: a function of all live runs and decisions, whatever the order they came in.
struct Derivation {
    let connection: Connection

    /// Rebuilds everything. The caller holds a write transaction.
    func rebuild() throws(SQLiteError) {
        for table in Self.tables { try connection.run("DELETE FROM \(table)") }
        try IndependentTexts(connection: connection).rebuild()
        try nameEntities()
        try EventIdentity(connection: connection).rebuild()
        try EntityIdentity(connection: connection).rebuild()
        try FactTable(connection: connection).rebuild()
        try EventCards(connection: connection).rebuildParticipants()
        try DisagreementTable(connection: connection).rebuild()
        try EventCards(connection: connection).rebuild()
        try countEntities()
    }

    /// The derived tables in an order in which they can be emptied.
    static let tables = [
        "entity_counts", "disagreements", "event_cards", "event_participants", "facts", "independent_texts",
    ]

    /// Named entities that no reference table knows are shown by their longest name, whichever document came first.
    private func nameEntities() throws(SQLiteError) {
        try connection.run(
            """
            UPDATE entities SET name = best.name FROM (
                SELECT entity_id, name, row_number() OVER (PARTITION BY entity_id ORDER BY length(name) DESC, name) AS place
                FROM entity_names n WHERE origin = 'text'
                    AND EXISTS (SELECT 1 FROM chains c WHERE c.entity_id = n.entity_id AND c.named = 1)
            ) AS best
            WHERE best.entity_id = entities.id AND best.place = 1 AND reference = 0 AND entities.name <> best.name
            """)
    }

    private func countEntities() throws(SQLiteError) {
        try connection.run(
            """
            INSERT INTO entity_counts (entity_id, documents, mentions, events)
            SELECT e.canonical_id, count(DISTINCT r.version_id), count(*),
                (SELECT count(DISTINCT p.event_id) FROM event_participants p WHERE p.entity_id = e.canonical_id)
            FROM mentions m
            JOIN chains c ON c.id = m.chain_id
            JOIN entities e ON e.id = c.entity_id
            JOIN runs r ON r.id = m.run_id
            WHERE r.retracted IS NULL
            GROUP BY e.canonical_id
            """)
    }
}
