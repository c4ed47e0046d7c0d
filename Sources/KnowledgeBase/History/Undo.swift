internal import SQLite

extension Store {
    /// Takes a batch back: its documents are retracted, and what they replaced is live again.
    ///
    /// Nothing is deleted: the texts and what was read from them stay in the file and can be loaded again.
    /// - Returns: how many documents were retracted.
    public func undo(batch: Int) throws(StoreError) -> Int {
        try guarded {
            guard let undone = try connection.integer("SELECT undone IS NOT NULL FROM batches WHERE id = ?", batch)
            else {
                throw StoreError.notFound("There is no batch \(batch). `annals log` lists them.")
            }
            guard undone == 0 else { throw StoreError.notFound("Batch \(batch) was undone before.") }
            return try connection.transaction {
                try connection.insert(
                    """
                    UPDATE runs SET retracted = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), retracted_by = NULL
                    WHERE batch_id = ? AND retracted IS NULL
                    """, batch)
                let retracted = connection.changes
                // What this batch replaced comes back, unless another batch has replaced it since.
                try connection.insert(
                    """
                    UPDATE runs SET retracted = NULL, retracted_by = NULL WHERE retracted_by = ?
                        AND NOT EXISTS (
                            SELECT 1 FROM versions v JOIN versions w ON w.document_id = v.document_id
                            JOIN runs r ON r.version_id = w.id AND r.retracted IS NULL WHERE v.id = runs.version_id)
                    """, batch)
                try connection.insert(
                    "UPDATE batches SET undone = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?", batch)
                try restoreKeys()
                try Derivation(connection: connection).rebuild()
                return retracted
            }
        }
    }

    /// Parts of a run that is live again get their public keys back from a run that is not.
    private func restoreKeys() throws(SQLiteError) {
        for table in ["events", "statements"] {
            try connection.insert(
                """
                UPDATE \(table) SET key = key || '@' || run_id
                WHERE instr(key, '@') = 0 AND run_id IN (SELECT id FROM runs WHERE retracted IS NOT NULL)
                """)
            try connection.insert(
                """
                UPDATE \(table) SET key = substr(key, 1, instr(key, '@') - 1)
                WHERE instr(key, '@') > 0 AND run_id IN (SELECT id FROM runs WHERE retracted IS NULL)
                """)
        }
    }
}
