internal import SQLite

/// Which decisions count, and what follows from them for each pair: a function of the rows of `decisions` and of the batches
/// in force, whatever the order they came in. There are few of them, so that all are looked at each time.
struct LiveDecisions {
    let connection: Connection
    let scope: Scope

    private struct Word {
        var decision: Int64
        var author: String
        var verdict: Store.IdentityVerdict
        var reason: String
        var made: String
    }

    private struct Subject: Hashable, Comparable {
        var name: String
        var pair: DecisionBook.Pair

        static func < (left: Subject, right: Subject) -> Bool { (left.name, left.pair) < (right.name, right.pair) }
    }

    /// Brings `live_decisions` and `decided_pairs` up to date.
    func update() throws(SQLiteError) {
        let words = try lastWords()
        try connection.run("DELETE FROM live_decisions")
        try connection.run("DELETE FROM decided_pairs")
        for subject in words.keys.sorted() {
            let said = (words[subject] ?? [:]).values.sorted { ($0.made, $0.author) < ($1.made, $1.author) }
            for word in said {
                try connection.run("INSERT INTO live_decisions (decision_id) VALUES (?)", word.decision)
            }
            let verdicts = Set(said.map(\.verdict)).subtracting([.unsure])
            let verdict = verdicts.count == 1 ? verdicts.first ?? .unsure : .unsure
            let reasons = said.map { word in
                "\(word.author) says \(word.verdict.rawValue)" + (word.reason.isEmpty ? "" : " (\(word.reason))")
            }
            try connection.run(
                """
                INSERT INTO decided_pairs (subject, left_key, right_key, verdict, contested, made, reasons)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, subject.name, subject.pair.left, subject.pair.right, verdict.rawValue, verdicts.count > 1 ? 1 : 0,
                said.last?.made ?? "", reasons.joined(separator: "; "))
        }
    }

    /// The keys of all entities that something is decided about.
    static func entities(_ connection: Connection) throws(SQLiteError) -> [String] {
        var keys: [String] = []
        try connection.each(
            """
            SELECT left_key FROM decided_pairs WHERE subject = 'entity'
            UNION SELECT right_key FROM decided_pairs WHERE subject = 'entity' ORDER BY 1
            """
        ) { row in keys.append(row.text(0)) }
        return keys
    }

    /// Of each author the last word about each pair.
    private func lastWords() throws(SQLiteError) -> [Subject: [String: Word]] {
        var words: [Subject: [String: Word]] = [:]
        var takenBack: Set<Int64> = []
        // The latest first: what takes a row back comes after it.
        try connection.each(
            """
            SELECT d.id, d.subject, d.left_key, d.right_key, d.verdict, d.undoes, d.author, d.reasons, d.made FROM decisions d
            WHERE CASE WHEN EXISTS (SELECT 1 FROM batch_decisions h WHERE h.decision_id = d.id)
                THEN EXISTS (SELECT 1 FROM batch_decisions h JOIN batches b ON b.id = h.batch_id
                    WHERE h.decision_id = d.id AND \(Scope.isInForce(batch: "b", "?1")))
                ELSE ?1 IS NULL OR \(Scope.moment("d.made", "?1")) END
            ORDER BY d.id DESC
            """, scope.knownAt
        ) { row in
            guard !takenBack.contains(row.integer(0)) else { return }
            if let target = row.optionalInteger(5) {
                takenBack.insert(target)
                return
            }
            guard let verdict = Store.IdentityVerdict(rawValue: row.text(4)) else { return }
            let word = Word(
                decision: row.integer(0), author: row.text(6), verdict: verdict, reason: row.text(7), made: row.text(8))
            let subject = Subject(name: row.text(1), pair: DecisionBook.Pair(row.text(2), row.text(3)))
            if let later = words[subject]?[word.author],
                (later.made, later.verdict.rawValue, later.reason) >= (word.made, word.verdict.rawValue, word.reason)
            {
                return
            }
            words[subject, default: [:]][word.author] = word
        }
        return words
    }
}
