internal import SQLite

/// Which events of different documents are one event.
///
/// Whether two events match is a function of the two alone; which pairs are looked at, and what follows from all of
/// them, is a function of the set of live events and of people's decisions.
final class EventIdentity {
    private let connection: Connection
    private let blocks: EventBlocks
    private var accounts: [Int64: Account] = [:]

    /// A live event as it is compared.
    private struct Account {
        var key: String
        var run: Int64
        /// Date of publication and key: the first of an event's accounts stands for it.
        var place: String
        var signature: EventSignature?
        var blocks: [Int64]
    }

    init(connection: Connection) {
        self.connection = connection
        blocks = EventBlocks(connection: connection)
    }

    /// Brings pairs and canonical events up to date with new and gone runs and with people's decisions.
    /// - Parameter decided: keys that something was decided or taken back about since.
    func update(decided: [String]) throws(SQLiteError) {
        accounts.removeAll(keepingCapacity: true)
        let book = try DecisionBook(.event, connection: connection)
        var seeds: Set<Int64> = []
        var isGrowing = book.isEmpty && decided.isEmpty
        if try remove(&seeds) { isGrowing = false }
        var joins: [EventBlocks.Pair] = []
        if try insert(&joins, &seeds) { isGrowing = false }
        if isGrowing {
            try unite(joins)
            return
        }
        for (one, other) in joins { seeds.formUnion([one, other]) }
        try settle(seeds, decided: decided, book)
    }

    // MARK: What is gone and what is new

    /// - Returns: whether there was anything to remove.
    private func remove(_ seeds: inout Set<Int64>) throws(SQLiteError) -> Bool {
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
        return !gone.isEmpty
    }

    /// - Returns: whether a pair that the machine took for one is no pair any more.
    private func insert(_ joins: inout [EventBlocks.Pair], _ seeds: inout Set<Int64>) throws(SQLiteError) -> Bool {
        var isParted = false
        var new: [Int64] = []
        try connection.each(
            "SELECT e.id FROM temp.new_runs n CROSS JOIN events e ON e.run_id = n.run_id ORDER BY e.id"
        ) { row in new.append(row.integer(0)) }
        for event in new {
            try connection.run("INSERT INTO canonical_events VALUES (?1, ?1)", event)
            try connection.run("INSERT OR IGNORE INTO temp.dirty_events VALUES (?)", event)
            seeds.insert(event)
            let account = try account(event)
            guard !account.blocks.isEmpty else { continue }
            let (met, parted) = try blocks.insert(event, place: account.place, blocks: account.blocks) {
                other throws(SQLiteError) in
                let account = try self.account(other)
                return (account.place, account.blocks)
            }
            var same: Set<Int64> = []
            for pair in met {
                guard try compare(pair) else { continue }
                joins.append(pair)
                same.insert(pair.other)
            }
            for pair in parted {
                try connection.run(
                    "DELETE FROM event_pairs WHERE left_id IN (?1, ?2) AND right_id IN (?1, ?2)", pair.one, pair.other)
                // What stands between two that are the same, and is the same as both, holds them together.
                guard connection.changes > 0, !same.isSuperset(of: [pair.one, pair.other]) else { continue }
                seeds.formUnion([pair.one, pair.other])
                isParted = true
            }
        }
        return isParted
    }

    /// - Returns: whether the machine takes the two for one.
    private func compare(_ pair: EventBlocks.Pair) throws(SQLiteError) -> Bool {
        let one = try account(pair.one)
        let other = try account(pair.other)
        guard one.run != other.run, let left = one.signature, let right = other.signature else { return false }
        let match = EventMatch(left, right)
        guard match.score >= EventMatch.unsure else { return false }
        let (first, second) = one.key < other.key ? (pair.one, pair.other) : (pair.other, pair.one)
        let isSame = match.score >= EventMatch.same
        try connection.run(
            "INSERT OR IGNORE INTO event_pairs (left_id, right_id, verdict, score, reasons) VALUES (?, ?, ?, ?, ?)",
            first, second, isSame ? "same" : "unsure", match.score, match.reasons.joined(separator: "; "))
        return isSame && connection.changes > 0
    }

    private func account(_ event: Int64) throws(SQLiteError) -> Account {
        if let known = accounts[event] { return known }
        var account = Account(key: "", run: 0, place: "", signature: nil, blocks: [])
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
            account.signature = row.optionalText(3).flatMap(EventSignature.init(json:))
        }
        account.blocks = account.signature?.blocks ?? []
        // An update may touch all of a large store.
        if accounts.count > 50_000 { accounts.removeAll(keepingCapacity: true) }
        accounts[event] = account
        return account
    }

    // MARK: Clusters

    /// Joins clusters where nothing but joins has come and no person has a say: then the clusters are the connected components.
    private func unite(_ joins: [EventBlocks.Pair]) throws(SQLiteError) {
        for (one, other) in joins {
            let left = try canonical(of: one)
            let right = try canonical(of: other)
            guard left != right else { continue }
            let isLeftFirst = try account(left).place < account(right).place
            let (keep, drop) = isLeftFirst ? (left, right) : (right, left)
            var moved: [Int64] = []
            try connection.each("SELECT event_id FROM canonical_events WHERE canonical_id = ?", drop) { row in
                moved.append(row.integer(0))
            }
            for event in moved { try move(event, from: drop, to: keep) }
        }
    }

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
        for cluster in graph.clusters() {
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
