internal import SQLite

extension Store {
    /// What a decision is about.
    public enum IdentitySubject: String, Sendable {
        case entity, event
    }

    /// What a person can say of two things.
    public enum IdentityVerdict: String, Sendable, CaseIterable {
        case same, different, unsure
    }

    /// Writes down a person's decision about two entities or two events and applies it. It overrides the machine's and
    /// survives reading the texts again; nothing is merged in the sources, so undoing it restores everything.
    /// - Parameters:
    ///   - left: public keys, as `annals entity` and `annals event` show them.
    ///   - author: who decides.
    /// - Returns: the number of the decision, for `undo`.
    @discardableResult
    public func decide(
        _ verdict: IdentityVerdict, _ subject: IdentitySubject, _ left: String, _ right: String, author: String,
        reason: String
    ) throws(StoreError) -> Int {
        try guarded {
            let table = subject == .entity ? "entities" : "events"
            for key in [left, right] {
                guard try connection.integer("SELECT id FROM \(table) WHERE key = ?", key) != nil else {
                    throw StoreError.notFound("There is no \(subject.rawValue) with the key \(key).")
                }
            }
            guard left != right else { throw StoreError.notFound("\(left) is given twice: name two different keys.") }
            let pair = DecisionBook.Pair(left, right)
            return try connection.transaction {
                let row = try connection.insert(
                    """
                    INSERT INTO decisions (subject, left_key, right_key, verdict, reasons, author, made)
                    VALUES (?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                    """, subject.rawValue, pair.left, pair.right, verdict.rawValue, reason,
                    author == DecisionBook.machine ? "person" : author)
                try Derivation(connection: connection).rebuild()
                return Int(row)
            }
        }
    }

    /// Takes a decision back.
    public func undo(decision: Int, author: String) throws(StoreError) {
        try guarded {
            var found: (subject: String, left: String, right: String)?
            try connection.each(
                "SELECT subject, left_key, right_key FROM decisions WHERE id = ? AND verdict <> 'undo'", decision
            ) { row in found = (row.text(0), row.text(1), row.text(2)) }
            guard let found else {
                throw StoreError.notFound("There is no decision \(decision). `annals log --decisions` lists them.")
            }
            try connection.transaction {
                try connection.insert(
                    """
                    INSERT INTO decisions (subject, left_key, right_key, verdict, undoes, reasons, author, made)
                    VALUES (?, ?, ?, 'undo', ?, 'taken back', ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                    """, found.subject, found.left, found.right, decision, author)
                try Derivation(connection: connection).rebuild()
            }
        }
    }
}
