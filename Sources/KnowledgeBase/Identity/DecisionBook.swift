internal import SQLite

/// The decisions in force: for each pair the last one that was not undone, a person's before the machine's.
struct DecisionBook {
    struct Pair: Hashable {
        var left: String
        var right: String

        /// The two keys in order, so that a pair is the same whichever way it is named.
        init(_ one: String, _ other: String) {
            left = min(one, other)
            right = max(one, other)
        }
    }

    struct Verdict {
        var verdict: String
        var score: Double
        var isPersons: Bool
    }

    /// The author of the machine's decisions.
    static let machine = "annals"

    private(set) var verdicts: [Pair: Verdict] = [:]

    /// - Parameter subject: `entity` or `event`.
    init(_ subject: String, connection: Connection) throws(SQLiteError) {
        var read: [Pair: Verdict] = [:]
        try connection.each(
            """
            SELECT left_key, right_key, verdict, coalesce(score, 0), author <> ? FROM decisions d
            WHERE subject = ? AND verdict <> 'undo'
                AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
            ORDER BY id
            """, Self.machine, subject
        ) { row in
            let pair = Pair(row.text(0), row.text(1))
            let isPersons = row.integer(4) != 0
            if let known = read[pair], known.isPersons, !isPersons { return }
            read[pair] = Verdict(verdict: row.text(2), score: row.real(3), isPersons: isPersons)
        }
        verdicts = read
    }

    /// Joins and separations among things that have these keys, applied to clusters: people's words first, then the machine's
    /// from the surest on.
    func apply(to clusters: inout Clusters, positions: [String: Int]) {
        var joins: [(pair: Pair, verdict: Verdict, left: Int, right: Int)] = []
        for (pair, verdict) in verdicts {
            guard let left = positions[pair.left], let right = positions[pair.right] else { continue }
            joins.append((pair, verdict, left, right))
        }
        joins.sort {
            if $0.verdict.isPersons != $1.verdict.isPersons { return $0.verdict.isPersons }
            if $0.verdict.score != $1.verdict.score { return $0.verdict.score > $1.verdict.score }
            return ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right)
        }
        for join in joins where join.verdict.verdict == "different" { clusters.keepApart(join.left, join.right) }
        for join in joins where join.verdict.verdict == "same" { clusters.join(join.left, join.right) }
    }
}
