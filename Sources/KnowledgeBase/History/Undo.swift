internal import SQLite

extension Store {
    /// Takes a batch back: the store says what it would say if only the other batches had been loaded.
    ///
    /// Nothing is deleted: texts and what was read from them stay in the file, and `redo` brings them back.
    /// - Parameter isTrial: only find out what would change.
    public func undo(batch: Int, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            guard try isInForce(batch) else { throw StoreError.notFound("Batch \(batch) was undone before.") }
            try connection.run("INSERT INTO undos (batch_id, undone) VALUES (?, ?)", batch, try now())
            try update(derivation, batch: batch)
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
                "UPDATE undos SET redone = ? WHERE batch_id = ? AND redone IS NULL", try now(), batch)
            try update(derivation, batch: batch)
        }
    }

    /// Takes a decision about identity back.
    /// - Parameter isTrial: only find out what would change.
    public func undo(decision: Int, author: String, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            guard try openUndos(of: decision).isEmpty else {
                throw StoreError.notFound("Decision d\(decision) was taken back before.")
            }
            try answer(decision, with: "undo", reason: "taken back", author: author, derivation)
        }
    }

    /// Brings back a decision that was taken back.
    /// - Parameter isTrial: only find out what would change.
    public func redo(decision: Int, author: String, isTrial: Bool = false) throws(StoreError) -> KnowledgeChange {
        try change(isTrial: isTrial) { derivation in
            let undos = try openUndos(of: decision)
            guard !undos.isEmpty else {
                throw StoreError.notFound(
                    "Decision d\(decision) was not taken back: there is nothing to bring back.")
            }
            for undo in undos {
                try answer(undo, with: "redo", reason: "brought back", author: author, derivation)
            }
        }
    }

    /// The rows in force that take a decision back.
    private func openUndos(of decision: Int) throws -> [Int] {
        let known = try connection.integer(
            "SELECT 1 FROM decisions WHERE id = ? AND verdict NOT IN ('undo', 'redo')", decision)
        guard known != nil else {
            throw StoreError.notFound("There is no decision d\(decision). `annals log --decisions` lists them.")
        }
        var undos: [Int] = []
        try connection.each(
            """
            SELECT u.id FROM decisions u WHERE u.undoes = ? AND \(Self.isHeld("u"))
                AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id AND \(Self.isHeld("r"))) ORDER BY u.id
            """, decision
        ) { row in undos.append(row.int(0)) }
        return undos
    }

    /// Whether a row of decisions was made in this file, or a batch in force brought it.
    static func isHeld(_ decision: String) -> String {
        """
        (NOT EXISTS (SELECT 1 FROM batch_decisions h WHERE h.decision_id = \(decision).id)
            OR EXISTS (SELECT 1 FROM batch_decisions h WHERE h.decision_id = \(decision).id
                AND NOT EXISTS (SELECT 1 FROM undos x WHERE x.batch_id = h.batch_id AND x.redone IS NULL)))
        """
    }

    /// Adds a row that takes another back.
    private func answer(
        _ decision: Int, with verdict: String, reason: String, author: String, _ derivation: Derivation
    ) throws {
        let row = try connection.firstRow(
            "SELECT subject, left_key, right_key FROM decisions WHERE id = ?", decision)
        guard let row, let subject = row[0].text, let left = row[1].text, let right = row[2].text else { return }
        try connection.run(
            """
            INSERT INTO decisions (subject, left_key, right_key, verdict, undoes, reasons, author, made)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, subject, left, right, verdict, decision, reason, author, try now())
        try derivation.update(
            documents: [], decidedEvents: subject == "event" ? [left, right] : [],
            decidedEntities: subject == "entity" ? [left, right] : [])
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
                try body(try Derivation(connection: connection, data: data))
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

    private func now() throws(SQLiteError) -> String { try HistoryClock(connection: connection).tick() }

    /// Works out what follows when a batch goes or comes back: its documents and its decisions.
    private func update(_ derivation: Derivation, batch: Int) throws(SQLiteError) {
        var keys: [String: [String]] = [:]
        try connection.each(
            """
            SELECT DISTINCT d.subject, d.left_key, d.right_key FROM batch_decisions h JOIN decisions d ON d.id = h.decision_id
            WHERE h.batch_id = ?
            """, batch
        ) { row in keys[row.text(0), default: []] += [row.text(1), row.text(2)] }
        try derivation.update(
            documents: try documents(ofBatch: batch), decidedEvents: keys["event"] ?? [],
            decidedEntities: keys["entity"] ?? [])
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
