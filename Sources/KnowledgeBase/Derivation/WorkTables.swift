internal import SQLite

/// Temporary tables in which an update of the derived layer notes what is new, gone and stale.
struct WorkTables {
    let connection: Connection

    /// Makes the tables, or empties those that are there.
    func reset() throws(SQLiteError) {
        // Made once: a change of the schema makes SQLite compile every statement again.
        for (name, columns) in Self.tables {
            try connection.run("CREATE TEMP TABLE IF NOT EXISTS \(name) (\(columns)) WITHOUT ROWID")
            try connection.run("DELETE FROM temp.\(name)")
        }
    }

    private static let tables = [
        // Runs that count from now on, and those that do not any more.
        ("new_runs", "run_id INTEGER PRIMARY KEY, version_id INTEGER"),
        ("gone_runs", "run_id INTEGER PRIMARY KEY, version_id INTEGER"),
        // Versions of which the text they count for has changed.
        ("changed_texts", "version_id INTEGER PRIMARY KEY"),
        // Accounts that belong to another canonical event than before.
        ("moved_events", "event_id INTEGER PRIMARY KEY"),
        // Canonical events, before or after, of which something has changed.
        ("dirty_events", "event_id INTEGER PRIMARY KEY"),
        // Canonical entities, before or after, that have another name or other members.
        ("dirty_entities", "entity_id INTEGER PRIMARY KEY"),
        // Types of events that may be parts of others.
        ("part_rules", "part TEXT, whole TEXT, bond TEXT, PRIMARY KEY (part, whole)"),
        // Statements of which the fact is to be made anew.
        ("dirty_facts", "statement_id INTEGER PRIMARY KEY"),
        // What disagreements are to be looked for about, beside events.
        ("dirty_subjects", "entity_id INTEGER, predicate TEXT, PRIMARY KEY (entity_id, predicate)"),
        // Canonical entities of which the counts have changed.
        ("counted_entities", "entity_id INTEGER PRIMARY KEY"),
    ]
}
