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

    /// Writes down a person's decision about two entities or two events and applies it. It overrides the machine's opinion and
    /// survives reading the texts again; nothing is merged in the sources, so undoing it restores everything.
    /// - Parameters:
    ///   - left: public keys, as `annals entity` and `annals event` show them.
    ///   - author: who decides.
    ///   - isTrial: only find out what would change.
    /// - Returns: the number of the decision, for `undo`, and what it changes.
    @discardableResult
    public func decide(
        _ verdict: IdentityVerdict, _ subject: IdentitySubject, _ left: String, _ right: String, author: String,
        reason: String, isTrial: Bool = false
    ) throws(StoreError) -> (number: Int, change: KnowledgeChange) {
        var number = 0
        let change = try change(isTrial: isTrial) { derivation in
            for key in [left, right] {
                let known =
                    switch subject {
                    case .entity: try connection.integer("SELECT id FROM entities WHERE key = ?", key)
                    case .event: try EventKeys(connection: connection).liveEvent(key)
                    }
                guard known != nil else {
                    throw StoreError.notFound("There is no \(subject.rawValue) with the key \(key).")
                }
            }
            guard left != right else { throw StoreError.notFound("\(left) is given twice: name two different keys.") }
            let pair = DecisionBook.Pair(left, right)
            number = Int(
                try connection.insert(
                    """
                    INSERT INTO decisions (subject, left_key, right_key, verdict, reasons, author, made)
                    VALUES (?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                    """, subject.rawValue, pair.left, pair.right, verdict.rawValue, reason, author))
            try derivation.update(
                documents: [], decidedEvents: subject == .event ? [left, right] : [],
                decidedEntities: subject == .entity ? [left, right] : [])
        }
        return (number, change)
    }
}
