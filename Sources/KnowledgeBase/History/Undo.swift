internal import SQLite

extension Store {
    /// Takes a batch back: the store says what it would say if only the other batches had been loaded.
    ///
    /// Nothing is deleted: texts and what was read from them stay in the file, and `redo` brings them back.
    /// - Parameter isTrial: only find out what would change.
    public func undo(batch: Int, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            guard try isInForce(batch) else { throw StoreError.notFound("Batch \(batch) was undone before.") }
            try connection.run(
                "INSERT INTO undos (batch_id, undone) VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))", batch)
            try derivation.update(documents: try documents(ofBatch: batch))
        }
    }

    /// Brings back a batch that was undone.
    /// - Parameter isTrial: only find out what would change.
    public func redo(batch: Int, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            guard try !isInForce(batch) else {
                throw StoreError.notFound("Batch \(batch) is not undone: there is nothing to bring back.")
            }
            try connection.run(
                """
                UPDATE undos SET redone = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE batch_id = ? AND redone IS NULL
                """, batch)
            try derivation.update(documents: try documents(ofBatch: batch))
        }
    }

    /// Takes a decision about identity back.
    /// - Parameter isTrial: only find out what would change.
    public func undo(decision: Int, author: String, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            let row = try connection.firstRow(
                """
                SELECT subject, left_key, right_key, EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
                FROM decisions d WHERE id = ? AND verdict <> 'undo'
                """, decision)
            guard let row, let subject = row[0].text, let left = row[1].text, let right = row[2].text else {
                throw StoreError.notFound("There is no decision d\(decision). `annals log --decisions` lists them.")
            }
            guard row[3] == 0 else { throw StoreError.notFound("Decision d\(decision) was taken back before.") }
            try connection.run(
                """
                INSERT INTO decisions (subject, left_key, right_key, verdict, undoes, reasons, author, made)
                VALUES (?, ?, ?, 'undo', ?, 'taken back', ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                """, subject, left, right, decision, author)
            try derivation.update(
                documents: [], decidedEvents: subject == "event" ? [left, right] : [],
                decidedEntities: subject == "entity" ? [left, right] : [])
        }
    }

    // MARK: Changes

    /// Runs a change in one transaction and says what it did; a trial is taken back.
    func change(
        isTrial: Bool = false, _ body: (Derivation) throws -> Void
    ) throws(StoreError) -> KnowledgeChange {
        try guarded {
            var change = KnowledgeChange()
            try connection.run("BEGIN IMMEDIATE")
            do {
                change.before = try status()
                try body(Derivation(connection: connection))
                change.appeared = try documents(noted: "new_runs")
                change.vanished = try documents(noted: "gone_runs")
                change.after = try status()
                try connection.run(isTrial ? "ROLLBACK" : "COMMIT")
                return change
            } catch {
                connection.rollback()
                throw error
            }
        }
    }

    private func isInForce(_ batch: Int) throws -> Bool {
        guard try connection.integer("SELECT 1 FROM batches WHERE id = ?", batch) != nil else {
            throw StoreError.notFound("There is no batch \(batch). `annals log` lists them.")
        }
        return try connection.integer("SELECT 1 FROM undos WHERE batch_id = ? AND redone IS NULL", batch) == nil
    }

    private func documents(ofBatch batch: Int) throws(SQLiteError) -> [Int64] {
        var documents: [Int64] = []
        try connection.each(
            """
            SELECT DISTINCT v.document_id FROM batch_runs h JOIN runs r ON r.id = h.run_id
            JOIN versions v ON v.id = r.version_id WHERE h.batch_id = ? ORDER BY 1
            """, batch
        ) { row in documents.append(row.integer(0)) }
        return documents
    }

    private func documents(noted table: String) throws(SQLiteError) -> [KnowledgeChange.Document] {
        var documents: [KnowledgeChange.Document] = []
        try connection.each(
            """
            SELECT v.key, v.title, o.name, v.published FROM temp.\(table) t JOIN versions v ON v.id = t.version_id
            LEFT JOIN sources o ON o.id = v.source_id ORDER BY v.published IS NULL, v.published, v.key
            """
        ) { row in
            documents.append(
                KnowledgeChange.Document(
                    key: row.text(0), title: row.optionalText(1), outlet: row.optionalText(2),
                    published: row.optionalText(3)))
        }
        return documents
    }
}
