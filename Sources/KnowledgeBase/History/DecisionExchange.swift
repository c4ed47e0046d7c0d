internal import SQLite

/// Decisions out and in again as JSON Lines, so that people can exchange them.
///
/// What two people have together is the union: a row is known by its content and never twice in a file. So whoever reads whose
/// lines first, both end with the same.
extension Store {
    /// Writes the decisions of this file and of the imports that count, also those taken back.
    /// - Parameter line: called for each line, without its line end; in an order that follows from content.
    public func exportDecisions(_ line: (String) -> Void) throws(StoreError) {
        try guarded {
            var lines: [String] = []
            try connection.each(
                """
                SELECT d.id, d.subject, d.left_key, d.right_key, d.verdict, d.author, d.made, d.reasons FROM decisions d
                WHERE d.undoes IS NULL AND \(Self.isHeld("d"))
                ORDER BY d.made, d.subject, d.left_key, d.right_key, d.author, d.verdict, d.reasons
                """
            ) { row throws(SQLiteError) in
                let subject = IdentitySubject(rawValue: row.text(1)) ?? .event
                let exported = DecisionLine(
                    subject: row.text(1), pair: DecisionBook.Pair(row.text(2), row.text(3)), verdict: row.text(4),
                    author: row.text(5), made: row.text(6), reason: row.text(7),
                    takenBack: try answers(to: row.integer(0)), leftIs: try description(of: row.text(2), subject),
                    rightIs: try description(of: row.text(3), subject))
                if let text = try? exported.text() { lines.append(text) }
            }
            for text in lines { line(text) }
        }
    }

    /// Reads lines that `exportDecisions` wrote here or elsewhere, as one batch: `undo` takes all of it back.
    ///
    /// What is known is not written again; what is about things that are not here is kept until they come. Lines that cannot be
    /// used are left out and listed.
    /// - Parameters:
    ///   - input: where the lines come from, for the log.
    ///   - command: what was asked for, for the log.
    public func importDecisions(
        _ lines: some Sequence<Substring>, input: String, command: String, isTrial: Bool = false
    ) throws(StoreError) -> DecisionImport {
        var result = DecisionImport()
        var read: [DecisionLine] = []
        for (index, text) in lines.enumerated() where text.utf8.contains(where: { $0 > 0x20 }) {
            switch DecisionLine.read(String(text)) {
            case .success(let line): read.append(line)
            case .failure(let problem):
                result.badLines.append(DecisionImport.BadLine(number: index + 1, reason: problem.reason))
            }
        }
        result.change = try change(isTrial: isTrial) { derivation in
            let clock = HistoryClock(connection: connection)
            let batch = try connection.insert(
                "INSERT INTO batches (started, command, failed_documents) VALUES (?, ?, ?)", try clock.tick(), command,
                result.badLines.count)
            result.batch = Int(batch)
            var keys: [IdentitySubject: Set<String>] = [:]
            for line in read {
                try insert(line, batch, &result)
                keys[IdentitySubject(of: line.left), default: []].formUnion([line.left, line.right])
            }
            for line in result.badLines {
                try connection.run(
                    "INSERT INTO failures (batch_id, input, reason) VALUES (?, ?, ?)", batch,
                    "\(input):\(line.number)", line.reason)
            }
            try connection.run("UPDATE batches SET finished = ? WHERE id = ?", try clock.tick(), batch)
            try derivation.update(
                documents: [], decidedEvents: (keys[.event] ?? []).sorted(),
                decidedEntities: (keys[.entity] ?? []).sorted())
            for line in read {
                let subject = IdentitySubject(of: line.left)
                let isHere = try canonical(subject, line.left) != nil && canonical(subject, line.right) != nil
                if !isHere { result.waiting += 1 }
            }
            result.contested = Int(
                try connection.integer(
                    """
                    SELECT count(DISTINCT p.subject || char(0) || p.left_key || char(0) || p.right_key) FROM batch_decisions h
                    JOIN decisions d ON d.id = h.decision_id JOIN decided_pairs p
                        ON p.subject = d.subject AND p.left_key = d.left_key AND p.right_key = d.right_key
                    WHERE h.batch_id = ? AND p.contested = 1
                    """, batch) ?? 0)
        }
        return result
    }

    // MARK: Rows

    private func insert(_ line: DecisionLine, _ batch: Int64, _ result: inout DecisionImport) throws(SQLiteError) {
        let pair = DecisionBook.Pair(line.left, line.right)
        let (decision, isNew) = try hold(
            batch, line.subject, pair, line.verdict, undoes: nil, line.reason ?? "", line.author, line.made)
        if isNew { result.new += 1 } else { result.same += 1 }
        for answer in line.takenBack ?? [] {
            let (undo, isNew) = try hold(
                batch, line.subject, pair, "undo", undoes: decision, answer.reason, answer.author, answer.made)
            if isNew { result.takenBack += 1 }
            for answer in answer.broughtBack ?? [] {
                let (_, isNew) = try hold(
                    batch, line.subject, pair, "redo", undoes: undo, answer.reason, answer.author, answer.made)
                if isNew { result.takenBack += 1 }
            }
        }
    }

    /// Lets a batch hold a row, which is written if it is not here. One that this file made needs nobody to hold it.
    /// - Returns: its number, and whether it counts from now on only.
    private func hold(
        _ batch: Int64, _ subject: String, _ pair: DecisionBook.Pair, _ verdict: String, undoes: Int64?,
        _ reason: String, _ author: String, _ made: String
    ) throws(SQLiteError) -> (row: Int64, isNew: Bool) {
        let known = try connection.integer(
            """
            SELECT id FROM decisions WHERE left_key = ? AND right_key = ? AND subject = ? AND verdict = ? AND undoes IS ?
                AND reasons = ? AND author = ? AND made = ?
            """, pair.left, pair.right, subject, verdict, undoes, reason, author, made)
        if let known {
            let isOurs =
                try connection.integer("SELECT 1 FROM batch_decisions WHERE decision_id = ? LIMIT 1", known) == nil
            if isOurs { return (known, false) }
            let isHeld =
                try connection.integer(
                    "SELECT 1 FROM decisions d WHERE id = ? AND \(Self.isHeld("d"))", known) != nil
            try connection.run(
                "INSERT OR IGNORE INTO batch_decisions (batch_id, decision_id) VALUES (?, ?)", batch, known)
            return (known, !isHeld)
        }
        let row = try connection.insert(
            """
            INSERT INTO decisions (subject, left_key, right_key, verdict, undoes, reasons, author, made)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, subject, pair.left, pair.right, verdict, undoes, reason, author, made)
        try connection.run("INSERT INTO batch_decisions (batch_id, decision_id) VALUES (?, ?)", batch, row)
        return (row, true)
    }

    /// The rows that take a row back, with those that take these back.
    private func answers(to decision: Int64) throws(SQLiteError) -> [DecisionLine.Answer] {
        var rows: [(id: Int64, answer: DecisionLine.Answer)] = []
        try connection.each(
            """
            SELECT d.id, d.author, d.made, d.reasons FROM decisions d WHERE d.undoes = ? AND \(Self.isHeld("d"))
            ORDER BY d.made, d.author, d.reasons
            """, decision
        ) { row in
            rows.append(
                (row.integer(0), DecisionLine.Answer(author: row.text(1), made: row.text(2), reason: row.text(3))))
        }
        var answers: [DecisionLine.Answer] = []
        for (id, answer) in rows {
            var answer = answer
            let redos = try self.answers(to: id)
            answer.broughtBack = redos.isEmpty ? nil : redos
            answers.append(answer)
        }
        return answers
    }

    /// What a key means, in words that need no knowledge base: what it is, what the text says, where and when.
    private func description(of key: String, _ subject: IdentitySubject) throws(SQLiteError) -> String? {
        switch subject {
        case .event:
            guard let event = try EventKeys(connection: connection).liveEvent(key) else { return nil }
            return try connection.text(
                """
                SELECT e.type || ': ' || coalesce('“' || x.text || '”', e.key) || coalesce(' ' || o.name, '')
                    || coalesce(' ' || substr(v.published, 1, 10), '')
                FROM events e JOIN runs r ON r.id = e.run_id JOIN versions v ON v.id = r.version_id
                LEFT JOIN sources o ON o.id = v.source_id
                LEFT JOIN event_mentions m ON m.event_id = e.id LEFT JOIN sentence_texts x ON x.id = m.sentence_id
                WHERE e.id = ? ORDER BY m.ordinal LIMIT 1
                """, event)
        case .entity:
            guard let entity = try EntityKeys(connection: connection).entity(key) else { return nil }
            return try connection.text(
                """
                SELECT e.kind || ': ' || e.name || coalesce(', ' || e.country, '') || coalesce(', ' || e.summary, '')
                    || CASE WHEN e.reference = 1 THEN '' ELSE coalesce((
                        SELECT ' “' || x.text || '”' || coalesce(' ' || o.name, '') || coalesce(' ' || substr(v.published, 1, 10), '')
                        FROM chains c JOIN live_runs l ON l.run_id = c.run_id JOIN mentions m ON m.chain_id = c.id
                        JOIN versions v ON v.id = l.version_id LEFT JOIN sources o ON o.id = v.source_id
                        JOIN sentence_texts x ON x.id = m.sentence_id
                        WHERE c.entity_id = e.id ORDER BY v.published IS NULL, v.published, v.key, m.ordinal LIMIT 1), '') END
                FROM entities e WHERE e.id = ?
                """, entity)
        }
    }
}
