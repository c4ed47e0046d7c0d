internal import SQLite

/// What people decided about pairs, as far as it is in force: for each pair the last word that was not taken back.
struct DecisionBook {
    struct Pair: Hashable, Comparable {
        var left: String
        var right: String

        /// The two keys in order, so that a pair is the same whichever way it is named.
        init(_ one: String, _ other: String) {
            left = min(one, other)
            right = max(one, other)
        }

        static func < (left: Pair, right: Pair) -> Bool { (left.left, left.right) < (right.left, right.right) }
    }

    /// In the order of the pairs.
    private(set) var verdicts: [(pair: Pair, verdict: Store.IdentityVerdict)] = []

    init(_ subject: Store.IdentitySubject, connection: Connection, scope: Scope = Scope()) throws(SQLiteError) {
        var latest: [Pair: Store.IdentityVerdict] = [:]
        try connection.each(
            """
            SELECT left_key, right_key, verdict FROM decisions d
            WHERE subject = ?1 AND verdict <> 'undo' AND (?2 IS NULL OR \(Scope.moment("d.made", "?2")))
                AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id
                    AND (?2 IS NULL OR \(Scope.moment("u.made", "?2"))))
            ORDER BY id
            """, subject.rawValue, scope.knownAt
        ) { row in
            latest[Pair(row.text(0), row.text(1))] = Store.IdentityVerdict(rawValue: row.text(2))
        }
        verdicts = latest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var isEmpty: Bool { verdicts.isEmpty }

    /// All keys that something is decided about.
    var keys: [String] { Set(verdicts.flatMap { [$0.pair.left, $0.pair.right] }).sorted() }
}
