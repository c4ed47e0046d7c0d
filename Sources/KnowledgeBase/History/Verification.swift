internal import SQLite

extension Store {
    /// Checks the file, its references, and that every span names the words that are stored for it.
    /// - Returns: what is wrong, in words; empty if nothing is.
    public func verify() throws(StoreError) -> [String] {
        try guarded {
            var problems: [String] = []
            try connection.each("PRAGMA integrity_check") { row in
                if row.text(0) != "ok" { problems.append("file: \(row.text(0))") }
            }
            try connection.each("PRAGMA foreign_key_check") { row in
                problems.append(
                    "\(row.text(0)) row \(row.integer(1)): refers to a row of \(row.text(2)) that is not there")
            }
            for table in ["mentions", "times", "quantities", "event_mentions"] {
                try connection.each(
                    """
                    SELECT v.key, x.start_at, x.end_at, x.words FROM \(table) x JOIN runs r ON r.id = x.run_id
                    JOIN versions v ON v.id = r.version_id
                    WHERE substr(v.text, x.start_at + 1, x.end_at - x.start_at) <> x.words ORDER BY v.key, x.start_at
                    """
                ) { row in
                    problems.append(
                        "\(table): \(row.text(0)) \(row.integer(1))-\(row.integer(2)) does not say “\(row.text(3))”")
                }
            }
            let unfinished =
                try connection.integer(
                    "SELECT count(*) FROM batches WHERE finished IS NULL AND undone IS NULL") ?? 0
            if unfinished > 0 {
                problems.append("\(unfinished) load(s) were cut off: load the same input again to finish them")
            }
            return problems
        }
    }
}
