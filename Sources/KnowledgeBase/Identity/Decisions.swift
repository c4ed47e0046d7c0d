internal import SQLite

extension Store {
    /// What a decision is about.
    public enum IdentitySubject: String, Sendable, CaseIterable {
        case entity, event

        /// What a key names: keys of events are a version's and `.e` with a number.
        public init(of key: String) { self = PartKey(key)?.letter == "e" ? .event : .entity }
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
        var notes: [String] = []
        var change = try change(isTrial: isTrial) { derivation in
            for key in [left, right] {
                guard try canonical(subject, key) != nil else {
                    throw StoreError.notFound("There is no \(subject.rawValue) with the key \(key).")
                }
            }
            guard left != right else { throw StoreError.notFound("\(left) is given twice: name two different keys.") }
            let pair = DecisionBook.Pair(left, right)
            number = Int(
                try connection.insert(
                    """
                    INSERT INTO decisions (subject, left_key, right_key, verdict, reasons, author, made)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, subject.rawValue, pair.left, pair.right, verdict.rawValue, reason, author,
                    try moment(ofWordBy: author, subject, pair)))
            try derivation.update(
                documents: [], decidedEvents: subject == .event ? [left, right] : [],
                decidedEntities: subject == .entity ? [left, right] : [])
            notes = try self.notes(verdict, subject, pair)
        }
        change.notes = notes
        return (number, change)
    }

    /// The row number of what stands for the thing that a key means; nil if there is no such thing.
    func canonical(_ subject: IdentitySubject, _ key: String) throws(SQLiteError) -> Int64? {
        switch subject {
        case .entity:
            guard let entity = try EntityKeys(connection: connection).entity(key) else { return nil }
            return try connection.integer("SELECT canonical_id FROM entity_identities WHERE entity_id = ?", entity)
        case .event:
            guard let event = try EventKeys(connection: connection).liveEvent(key) else { return nil }
            return try connection.integer("SELECT canonical_id FROM canonical_events WHERE event_id = ?", event)
        }
    }

    /// The present moment, and later than all that an author has said about a pair, be it on another machine.
    private func moment(
        ofWordBy author: String, _ subject: IdentitySubject, _ pair: DecisionBook.Pair
    ) throws(SQLiteError) -> String {
        try connection.text(
            """
            SELECT max(?5, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', max(made), '+0.001 seconds'), '')) FROM decisions
            WHERE author = ?1 AND subject = ?2 AND left_key = ?3 AND right_key = ?4
            """, author, subject.rawValue, pair.left, pair.right, try HistoryClock(connection: connection).tick()) ?? ""
    }

    /// Why a decision does not take effect, in words.
    private func notes(
        _ verdict: IdentityVerdict, _ subject: IdentitySubject, _ pair: DecisionBook.Pair
    ) throws(SQLiteError) -> [String] {
        let decided = try connection.firstRow(
            "SELECT verdict, reasons FROM decided_pairs WHERE subject = ? AND left_key = ? AND right_key = ?",
            subject.rawValue, pair.left, pair.right)
        if let decided, let effective = decided[0].text, effective != verdict.rawValue {
            return ["People differ about the two, so that they count as \(effective): \(decided[1].text ?? "")."]
        }
        let left = try canonical(subject, pair.left)
        let right = try canonical(subject, pair.right)
        guard verdict == .same, left != right else { return [] }
        var notes: [String] = []
        try connection.each(
            "SELECT left_key, right_key, reasons FROM decided_pairs WHERE subject = ? AND verdict = 'different'",
            subject.rawValue
        ) { row throws(SQLiteError) in
            let one = try canonical(subject, row.text(0))
            let other = try canonical(subject, row.text(1))
            guard (one == left && other == right) || (one == right && other == left) else { return }
            notes.append(
                "They stay two, because \(row.text(0)) and \(row.text(1)) are not the same: \(row.text(2)).")
        }
        return notes.isEmpty ? ["They stay two, because other decisions keep them apart."] : notes
    }
}
