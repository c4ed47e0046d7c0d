internal import SQLite

/// Which events of different documents are one event.
struct EventIdentity {
    let connection: Connection

    /// Compares the events of a run with those loaded before that share a block, and writes down what comes of it.
    ///
    /// Whether two events match is a function of the two alone, and each pair is compared when the later of the two is
    /// loaded: the set of decisions does not depend on the order.
    func compare(run: Int64, batch: Int64) throws(SQLiteError) {
        var own: [(id: Int64, key: String, signature: String)] = []
        try connection.each(
            """
            SELECT e.id, e.key, s.signature FROM events e JOIN event_signatures s ON s.event_id = e.id
            WHERE e.run_id = ? ORDER BY e.id
            """, run
        ) { row in own.append((row.integer(0), row.text(1), row.text(2))) }
        for event in own {
            guard let signature = EventSignature(json: event.signature) else { continue }
            var rivals: [(key: String, signature: String)] = []
            try connection.each(
                """
                SELECT DISTINCT o.key, s.signature FROM event_blocks b
                JOIN event_blocks ob ON ob.block = b.block AND ob.event_id <> b.event_id
                JOIN events o ON o.id = ob.event_id
                JOIN runs r ON r.id = o.run_id AND r.retracted IS NULL
                JOIN event_signatures s ON s.event_id = o.id
                WHERE b.event_id = ? AND o.run_id <> ?
                """, event.id, run
            ) { row in rivals.append((row.text(0), row.text(1))) }
            for rival in rivals {
                guard let other = EventSignature(json: rival.signature) else { continue }
                let match = EventMatch(signature, other)
                guard match.score >= EventMatch.unsure else { continue }
                try record(match, event.key, rival.key, batch: batch)
            }
        }
    }

    private func record(_ match: EventMatch, _ one: String, _ other: String, batch: Int64) throws(SQLiteError) {
        let pair = DecisionBook.Pair(one, other)
        let verdict = match.score >= EventMatch.same ? "same" : "unsure"
        // Written once: loading a text again brings the same pair.
        let known = try connection.integer(
            """
            SELECT 1 FROM decisions WHERE subject = 'event' AND left_key = ? AND right_key = ? AND author = ?
                AND verdict = ? AND score = ?
            """, pair.left, pair.right, DecisionBook.machine, verdict, match.score)
        guard known == nil else { return }
        try connection.insert(
            """
            INSERT INTO decisions (subject, left_key, right_key, verdict, score, reasons, author, made, batch_id)
            VALUES ('event', ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)
            """,
            pair.left, pair.right, verdict, match.score, match.reasons.joined(separator: "; "), DecisionBook.machine,
            batch)
    }

    /// Gives every live event its canonical event: of its cluster the one published first, else the one with the smallest key.
    func rebuild() throws(SQLiteError) {
        var rows: [Int64] = []
        var positions: [String: Int] = [:]
        var runs: [Int64] = []
        try connection.each(
            """
            SELECT e.id, e.key, e.run_id FROM events e JOIN runs r ON r.id = e.run_id JOIN versions v ON v.id = r.version_id
            WHERE r.retracted IS NULL ORDER BY v.published IS NULL, v.published, e.key
            """
        ) { row in
            positions[row.text(1)] = rows.count
            rows.append(row.integer(0))
            runs.append(row.integer(2))
        }
        var clusters = Clusters(count: rows.count)
        try DecisionBook("event", connection: connection).apply(to: &clusters, positions: positions)
        var canonical: [Int: Int64] = [:]
        for position in rows.indices {
            let root = clusters.root(of: position)
            let first = canonical[root] ?? rows[position]
            canonical[root] = first
            try connection.insert(
                "UPDATE events SET canonical_id = ? WHERE id = ? AND canonical_id IS NOT ?", first, rows[position],
                first)
        }
        try connection.run(
            "UPDATE events SET canonical_id = NULL WHERE run_id IN (SELECT id FROM runs WHERE retracted IS NOT NULL)")
    }
}
