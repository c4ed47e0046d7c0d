internal import SQLite

/// Which events of different documents are one event.
///
/// Whether two events match is a function of the two alone; which pairs are looked at, and what follows from all of
/// them, is a function of the set of live events and of people's decisions.
final class EventIdentity {
    private let connection: Connection
    private let blocks: EventBlocks
    private let rules: EventRules
    private let breadth: ComparisonBreadth
    private var accounts: [Int64: Account] = [:]
    private var profiles: [Int64: TextProfile] = [:]

    /// A live event as it is compared.
    private struct Account {
        var key: String
        var run: Int64
        /// Date of publication and key: the first of an event's accounts stands for it.
        var place: String
        /// nil for what is compared with nothing.
        var side: EventComparison.Side?
        var blocks: [Int64]
    }

    init(connection: Connection, rules: EventRules, breadth: ComparisonBreadth) {
        self.connection = connection
        self.rules = rules
        self.breadth = breadth
        blocks = EventBlocks(connection: connection)
    }

    /// Brings pairs and canonical events up to date with new and gone runs and with people's decisions.
    /// - Parameter decided: keys that something was decided or taken back about since.
    func update(decided: [String]) throws(SQLiteError) {
        accounts.removeAll(keepingCapacity: true)
        profiles.removeAll(keepingCapacity: true)
        let book = try DecisionBook(.event, connection: connection)
        var seeds: Set<Int64> = []
        try remove(&seeds)
        try insert(&seeds, isDecided: !book.isEmpty)
        try settle(seeds, decided: decided, book)
    }

    // MARK: What is gone and what is new

    private func remove(_ seeds: inout Set<Int64>) throws(SQLiteError) {
        var gone: [(event: Int64, canonical: Int64)] = []
        try connection.each(
            """
            SELECT e.id, c.canonical_id FROM temp.gone_runs g CROSS JOIN events e ON e.run_id = g.run_id
            CROSS JOIN canonical_events c ON c.event_id = e.id ORDER BY e.id
            """
        ) { row in gone.append((row.integer(0), row.integer(1))) }
        let events = Set(gone.map(\.event))
        for canonical in Set(gone.map(\.canonical)).sorted() {
            try connection.run("INSERT OR IGNORE INTO temp.dirty_events VALUES (?)", canonical)
            try connection.each("SELECT event_id FROM canonical_events WHERE canonical_id = ?", canonical) { row in
                seeds.insert(row.integer(0))
            }
        }
        var met: [EventBlocks.Pair] = []
        for event in events.sorted() {
            try connection.run("DELETE FROM event_pairs WHERE left_id = ?1 OR right_id = ?1", event)
            let account = try account(event)
            met += try blocks.remove(place: account.place, blocks: account.blocks)
        }
        for event in events.sorted() { try connection.run("DELETE FROM canonical_events WHERE event_id = ?", event) }
        for pair in met where !events.contains(pair.one) && !events.contains(pair.other) {
            if try compare(pair) { seeds.formUnion([pair.one, pair.other]) }
        }
        seeds.subtract(events)
    }

    /// - Parameter isDecided: whether people decided about any events: any new one may be meant.
    private func insert(_ seeds: inout Set<Int64>, isDecided: Bool) throws(SQLiteError) {
        var new: [Int64] = []
        try connection.each(
            "SELECT e.id FROM temp.new_runs n CROSS JOIN events e ON e.run_id = n.run_id ORDER BY e.id"
        ) { row in new.append(row.integer(0)) }
        for event in new {
            try connection.run("INSERT INTO canonical_events VALUES (?1, ?1)", event)
            try connection.run("INSERT OR IGNORE INTO temp.dirty_events VALUES (?)", event)
            if isDecided { seeds.insert(event) }
            let account = try account(event)
            guard !account.blocks.isEmpty else { continue }
            let (met, parted) = try blocks.insert(event, place: account.place, blocks: account.blocks) {
                other throws(SQLiteError) in
                let account = try self.account(other)
                return (account.place, account.blocks)
            }
            for pair in met where try compare(pair) { seeds.formUnion([pair.one, pair.other]) }
            for pair in parted {
                try connection.run(
                    "DELETE FROM event_pairs WHERE left_id IN (?1, ?2) AND right_id IN (?1, ?2)", pair.one, pair.other)
                if connection.changes > 0 { seeds.formUnion([pair.one, pair.other]) }
            }
        }
    }

    /// - Returns: whether the machine takes the two for one.
    private func compare(_ pair: EventBlocks.Pair) throws(SQLiteError) -> Bool {
        let one = try account(pair.one)
        let other = try account(pair.other)
        guard one.run != other.run || breadth == .wide, let left = one.side, let right = other.side else {
            return false
        }
        let match = EventMatch(left, right, rules: rules, breadth: breadth)
        guard match.verdict != .different else { return false }
        let (first, second) = one.key < other.key ? (pair.one, pair.other) : (pair.other, pair.one)
        try connection.run(
            "INSERT OR IGNORE INTO event_pairs (left_id, right_id, verdict, score, reasons) VALUES (?, ?, ?, ?, ?)",
            first, second, match.verdict.rawValue, match.probability, match.reasons.joined(separator: "; "))
        return match.verdict == .same && connection.changes > 0
    }

    private func account(_ event: Int64) throws(SQLiteError) -> Account {
        if let known = accounts[event] { return known }
        var signature: EventSignature?
        var account = Account(key: "", run: 0, place: "", side: nil, blocks: [])
        try connection.each(
            """
            SELECT e.key, e.run_id, coalesce(v.published, '9999'), s.signature FROM events e
            CROSS JOIN runs r ON r.id = e.run_id CROSS JOIN versions v ON v.id = r.version_id
            LEFT JOIN event_signatures s ON s.event_id = e.id WHERE e.id = ?
            """, event
        ) { row in
            account.key = row.text(0)
            account.run = row.integer(1)
            account.place = row.text(2) + " " + row.text(0)
            signature = row.optionalText(3).flatMap(EventSignature.init(json:))
        }
        if let signature {
            let profile = try profile(of: account.run)
            account.side = EventComparison.Side(signature: signature, profile: profile, run: account.run)
            account.blocks = signature.blocks
            if breadth == .wide {
                account.blocks += signature.wordBlocks(profile: profile, lexicon: rules.lexicon)
            }
        }
        // An update may touch all of a large store.
        if accounts.count > 50_000 { accounts.removeAll(keepingCapacity: true) }
        accounts[event] = account
        return account
    }

    private func profile(of run: Int64) throws(SQLiteError) -> TextProfile {
        if let known = profiles[run] { return known }
        let profile = TextProfile(
            stored: try connection.text("SELECT terms FROM text_profiles WHERE run_id = ?", run) ?? "")
        if profiles.count > 10_000 { profiles.removeAll(keepingCapacity: true) }
        profiles[run] = profile
        return profile
    }

    // MARK: Clusters

    private func canonical(of event: Int64) throws(SQLiteError) -> Int64 {
        try connection.integer("SELECT canonical_id FROM canonical_events WHERE event_id = ?", event) ?? event
    }

    private func move(_ event: Int64, from old: Int64, to new: Int64) throws(SQLiteError) {
        try connection.run("UPDATE canonical_events SET canonical_id = ? WHERE event_id = ?", new, event)
        try connection.run("INSERT OR IGNORE INTO temp.moved_events VALUES (?)", event)
        try connection.run("INSERT OR IGNORE INTO temp.dirty_events VALUES (?), (?)", old, new)
    }

    /// Makes the clusters anew that hold any of the seeds, or what is decided about, there or not.
    private func settle(_ seeds: Set<Int64>, decided: [String], _ book: DecisionBook) throws(SQLiteError) {
        let eventKeys = EventKeys(connection: connection)
        var graph = IdentityGraph(book: book)
        var events: [String: Int64] = [:]
        var queue: [String] = []
        func reach(_ event: Int64) throws(SQLiteError) {
            let key = try account(event).key
            events[key] = event
            guard graph.insert(key) else { return }
            queue.append(key)
            for name in try eventKeys.otherNames(of: event, key: key, in: book) { graph.name(name, for: key) }
        }
        func reach(key: String) throws(SQLiteError) {
            if let event = try eventKeys.liveEvent(key) {
                try reach(event)
            } else if graph.insert(key) {
                queue.append(key)
            }
        }
        for seed in seeds.sorted() { try reach(seed) }
        for key in Set(decided).sorted() { try reach(key: key) }
        while let key = queue.popLast() {
            for other in graph.decided(with: key) { try reach(key: other) }
            guard let event = events[key] else { continue }
            var mates: [Int64] = []
            try connection.each(
                """
                SELECT right_id FROM event_pairs WHERE left_id = ?1 AND verdict = 'same'
                UNION SELECT left_id FROM event_pairs WHERE right_id = ?1 AND verdict = 'same'
                UNION SELECT m.event_id FROM canonical_events c CROSS JOIN canonical_events m ON m.canonical_id = c.canonical_id
                    WHERE c.event_id = ?1
                """, event
            ) { row in mates.append(row.integer(0)) }
            for mate in mates { try reach(mate) }
            try connection.each(
                "SELECT right_id, score FROM event_pairs WHERE left_id = ? AND verdict = 'same'", event
            ) { row throws(SQLiteError) in
                let other = try account(row.integer(0)).key
                graph.insert(IdentityGraph.Opinion(pair: DecisionBook.Pair(key, other), score: row.real(1)))
            }
        }
        var sides: [String: (place: String, side: EventComparison.Side?)] = [:]
        for (key, event) in events {
            let account = try account(event)
            sides[key] = (account.place, account.side)
        }
        let agreement = ClusterAgreement(sides: sides, rules: rules, breadth: breadth)
        for cluster in graph.clusters(admitting: agreement.admits) {
            var members: [(place: String, event: Int64)] = []
            for key in cluster {
                if let event = events[key] { members.append((try account(event).place, event)) }
            }
            guard let first = members.min(by: { $0.place < $1.place })?.event else { continue }
            for (_, event) in members {
                let old = try canonical(of: event)
                if old != first { try move(event, from: old, to: first) }
            }
        }
    }
}
