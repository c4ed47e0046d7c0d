internal import SQLite

/// The public keys of events: the version's key and where the first trigger starts, `3f9a2c1b04de.e153`.
///
/// A key that was given to an event by an earlier reading of its text still finds it while some trigger of it starts there.
struct EventKeys {
    let connection: Connection

    /// The live event that a key means; nil if there is none.
    func liveEvent(_ key: String) throws(SQLiteError) -> Int64? {
        let exact = try connection.integer(
            "SELECT e.id FROM events e CROSS JOIN canonical_events c ON c.event_id = e.id WHERE e.key = ?", key)
        if let exact { return exact }
        guard let dot = key.lastIndex(of: "."), key[dot...].hasPrefix(".e"),
            let start = Int(key[key.index(dot, offsetBy: 2)...].prefix { ("0"..."9").contains($0) })
        else { return nil }
        return try connection.integer(
            """
            SELECT m.event_id FROM versions v CROSS JOIN live_runs l ON l.version_id = v.id
            CROSS JOIN event_mentions m ON m.run_id = l.run_id
            WHERE v.key = ? AND m.start_at = ? ORDER BY m.ordinal LIMIT 1
            """, String(key[..<dot]), start)
    }
}
