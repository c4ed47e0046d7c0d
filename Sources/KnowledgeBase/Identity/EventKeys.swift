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
        guard let place = PartKey(key), place.letter == "e" else { return nil }
        return try connection.integer(
            """
            SELECT m.event_id FROM versions v CROSS JOIN live_runs l ON l.version_id = v.id
            CROSS JOIN event_mentions m ON m.run_id = l.run_id
            WHERE v.key = ? AND m.start_at = ? ORDER BY m.ordinal LIMIT 1
            """, place.version, place.start)
    }

    /// The keys that people decided about and that mean a live event, beside its own.
    func otherNames(of event: Int64, key: String, in book: DecisionBook) throws(SQLiteError) -> [String] {
        guard let place = PartKey(key) else { return [] }
        var names: [String] = []
        for other in book.keys(inVersion: place.version) where other != key {
            if try liveEvent(other) == event { names.append(other) }
        }
        return names
    }
}
