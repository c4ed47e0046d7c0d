internal import SQLite

/// The moments of what happens to a knowledge base. Each is later than all before it in the file, by a millisecond at least, so
/// that they tell the order of loads, undos and decisions, and the state after any of them can be asked for.
struct HistoryClock {
    let connection: Connection

    /// The present moment: UTC date and time to the millisecond.
    func tick() throws(SQLiteError) -> String {
        try connection.text(
            """
            SELECT max(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT max(at) FROM (
                SELECT max(started) AS at FROM batches UNION ALL SELECT max(finished) FROM batches
                UNION ALL SELECT max(undone) FROM undos UNION ALL SELECT max(redone) FROM undos
                UNION ALL SELECT max(made) FROM decisions
                    WHERE id NOT IN (SELECT decision_id FROM batch_decisions))), '+0.001 seconds'), ''))
            """) ?? ""
    }

    /// The last moment before another at which something happened; nil if nothing had.
    func moment(before other: String) throws(SQLiteError) -> String? {
        try connection.text(
            """
            SELECT max(at) FROM (SELECT started AS at FROM batches UNION ALL SELECT finished FROM batches
                UNION ALL SELECT undone FROM undos UNION ALL SELECT redone FROM undos
                UNION ALL SELECT made FROM decisions WHERE id NOT IN (SELECT decision_id FROM batch_decisions))
            WHERE at < ?
            """, other)
    }
}
