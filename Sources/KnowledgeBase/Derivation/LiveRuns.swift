internal import SQLite

/// Which run of each document counts: a function of what the batches hold, whatever the order they came in.
struct LiveRuns {
    let connection: Connection
    let scope: Scope

    /// Chooses the live runs of documents anew and notes what is new and what is gone.
    /// - Parameter documents: row numbers; nil for all documents.
    func update(documents: [Int64]?) throws(SQLiteError) {
        let choose = Self.choice
        if let documents {
            for document in documents {
                var best: (run: Int64, version: Int64)?
                try connection.each(
                    "\(choose) AND v.document_id = ?3 \(Self.order) LIMIT 1", scope.asOf, scope.knownAt, document
                ) { row in best = (row.integer(0), row.integer(1)) }
                try replace(document, with: best)
            }
        } else {
            var best: [(document: Int64, run: Int64, version: Int64)] = []
            try connection.each(
                "\(choose) ORDER BY v.document_id, \(Self.order.dropFirst(9))", scope.asOf, scope.knownAt
            ) { row in
                if best.last?.document != row.integer(2) {
                    best.append((row.integer(2), row.integer(0), row.integer(1)))
                }
            }
            var stale = Set<Int64>()
            try connection.each("SELECT document_id FROM live_runs") { row in stale.insert(row.integer(0)) }
            for choice in best {
                stale.remove(choice.document)
                try replace(choice.document, with: (choice.run, choice.version))
            }
            for document in stale.sorted() { try replace(document, with: nil) }
        }
    }

    /// Every run that a batch in force holds. What reads texts again holds them as long as a load in force does, and says nothing
    /// about when they were changed.
    private static let choice = """
        SELECT r.id, v.id, v.document_id, CASE h.outcome WHEN 'reread' THEN
            (SELECT max(g.updated) \(loads)) ELSE h.updated END AS moment
        FROM versions v CROSS JOIN runs r ON r.version_id = v.id
        JOIN extractors x ON x.id = r.extractor_id
        JOIN batch_runs h ON h.run_id = r.id JOIN batches b ON b.id = h.batch_id
        WHERE (?1 IS NULL OR \(Scope.moment("v.published", "?1"))) AND \(Scope.isInForce(batch: "b", "?2"))
            AND (h.outcome <> 'reread' OR EXISTS (SELECT 1 \(loads)))
        """

    /// The loads in force that brought a version.
    private static let loads = """
        FROM runs o CROSS JOIN batch_runs g ON g.run_id = o.id JOIN batches l ON l.id = g.batch_id
        WHERE o.version_id = v.id AND g.outcome <> 'reread' AND \(Scope.isInForce(batch: "l", "?2"))
        """

    /// The newest version first; of its readings what somebody else made before ours, then the latest.
    private static let order = """
        ORDER BY coalesce(moment, v.published) IS NULL, coalesce(moment, v.published) DESC, length(v.text) DESC,
            v.hash DESC, x.name = 'annals', x.name DESC, h.batch_id DESC, r.id DESC
        """

    private func replace(_ document: Int64, with best: (run: Int64, version: Int64)?) throws(SQLiteError) {
        var current: (run: Int64, version: Int64)?
        try connection.each("SELECT run_id, version_id FROM live_runs WHERE document_id = ?", document) { row in
            current = (row.integer(0), row.integer(1))
        }
        guard current?.run != best?.run else { return }
        if let current {
            try connection.run("DELETE FROM live_runs WHERE run_id = ?", current.run)
            try connection.run("INSERT INTO temp.gone_runs VALUES (?, ?)", current.run, current.version)
        }
        if let best {
            try connection.run("INSERT INTO live_runs VALUES (?, ?, ?)", best.run, best.version, document)
            try connection.run("INSERT INTO temp.new_runs VALUES (?, ?)", best.run, best.version)
        }
    }
}
