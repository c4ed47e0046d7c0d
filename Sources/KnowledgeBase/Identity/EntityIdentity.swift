internal import Record
internal import SQLite

/// Which local entities are one entity: what people decided, names that are one (`EntityLinks`), and the unnamed fillers of one
/// role of one event in different documents ("two North Korean soldiers", "the injured captives"), which the events' identity
/// makes the same.
struct EntityIdentity {
    let connection: Connection
    let tables: EntityTables

    /// Brings links and canonical entities up to date with the canonical events that have changed and with people's decisions.
    /// - Parameters:
    ///   - compared: entities that have names more or less than before.
    ///   - decided: keys that something was decided or taken back about since.
    func update(compared: Set<Int64>, decided: [String]) throws(SQLiteError) {
        let book = try DecisionBook(.entity, connection: connection)
        var seeds: Set<Int64> = []
        // A new name or country can make another member of a cluster stand for it.
        try connection.each("SELECT entity_id FROM temp.dirty_entities") { row in seeds.insert(row.integer(0)) }
        try relink(&seeds)
        seeds.formUnion(try EntityLinks(connection: connection, tables: tables).update(changed: compared))
        seeds.formUnion(try EntityKeys(connection: connection).touched(by: book))
        guard !seeds.isEmpty || !decided.isEmpty else { return }
        try settle(seeds, decided: decided, book)
    }

    // MARK: Links

    private struct Link: Hashable {
        var event: Int64
        var left: Int64
        var right: Int64
    }

    private func relink(_ seeds: inout Set<Int64>) throws(SQLiteError) {
        var stale: Set<Link> = []
        try connection.each(
            """
            SELECT l.event_id, l.left_id, l.right_id FROM temp.dirty_events d
            CROSS JOIN entity_links l ON l.event_id = d.event_id
            """
        ) { row in stale.insert(Link(event: row.integer(0), left: row.integer(1), right: row.integer(2))) }
        for (link, reasons) in try fillersOfSharedRoles() {
            guard stale.remove(link) == nil else { continue }
            try connection.run(
                "INSERT OR IGNORE INTO entity_links VALUES (?, ?, ?, 'same', ?, ?)", link.event, link.left, link.right,
                Self.sharedRole, reasons)
            seeds.formUnion([link.left, link.right])
        }
        for link in stale {
            try connection.run(
                "DELETE FROM entity_links WHERE event_id = ? AND left_id = ? AND right_id = ?", link.event, link.left,
                link.right)
            seeds.formUnion([link.left, link.right])
        }
    }

    /// How likely unnamed fillers of one role with the same number are one.
    private static let sharedRole = 0.95

    /// Pairs of document-bound groups that fill the same role of one canonical event, belong to one country as far as is said, and
    /// are counted alike.
    private func fillersOfSharedRoles() throws(SQLiteError) -> [(Link, String)] {
        struct Filler {
            var run: Int64
            var entity: Int64
            var key: String
            var country: String
            var count: Double
        }
        var links: [(Link, String)] = []
        var group: (event: Int64, role: String) = (0, "")
        var fillers: [Filler] = []
        try connection.each(
            """
            SELECT DISTINCT d.event_id, a.role, e.run_id, n.id, n.key, c.country,
                (SELECT q.point FROM mentions x JOIN quantities q ON q.id = x.quantity_id
                 WHERE x.chain_id = c.id AND q.qualifier IS NOT 'about' ORDER BY x.ordinal LIMIT 1) AS point
            FROM temp.dirty_events d
            CROSS JOIN canonical_events i ON i.canonical_id = d.event_id
            CROSS JOIN events e ON e.id = i.event_id
            CROSS JOIN event_mentions m ON m.event_id = e.id
            CROSS JOIN event_arguments a ON a.event_mention_id = m.id AND a.role IN ('agent', 'patient', 'theme')
            CROSS JOIN chains c ON c.id = a.chain_id AND c.named = 0
            CROSS JOIN entities n ON n.id = c.entity_id AND n.kind IN ('group', 'person') AND n.reference = 0
            WHERE EXISTS (SELECT 1 FROM canonical_events o WHERE o.canonical_id = d.event_id AND o.event_id <> i.event_id)
            ORDER BY d.event_id, a.role, n.key
            """
        ) { row in
            if row.integer(0) != group.event || row.text(1) != group.role {
                group = (row.integer(0), row.text(1))
                fillers = []
            }
            // Without a number two groups may be anybody; with the same one they are the event's.
            guard !row.isNull(6) else { return }
            let filler = Filler(
                run: row.integer(2), entity: row.integer(3), key: row.text(4), country: row.text(5), count: row.real(6))
            if let partner = fillers.first(where: {
                $0.run != filler.run && $0.count == filler.count
                    && ($0.country == filler.country || $0.country.isEmpty || filler.country.isEmpty)
            }) {
                let (left, right) = partner.key < filler.key ? (partner, filler) : (filler, partner)
                links.append(
                    (
                        Link(event: group.event, left: left.entity, right: right.entity),
                        "the same number in the role \(group.role) of one event"
                    ))
            }
            fillers.append(filler)
        }
        return links
    }

    // MARK: Clusters

    private struct Node {
        var id: Int64
        var isLive: Bool
        var isReference: Bool
        var hasCountry: Bool
        var length: Int
        /// What is said of a named thing; nil for others.
        var profile: EntityProfile?
    }

    /// Makes the clusters anew that hold any of the seeds, or what is decided about, there or not.
    private func settle(_ seeds: Set<Int64>, decided: [String], _ book: DecisionBook) throws(SQLiteError) {
        var graph = IdentityGraph(book: book)
        var nodes: [String: Node] = [:]
        var queue: [String] = []
        let keys = EntityKeys(connection: connection)
        var linked: Set<String> = []
        func reach(_ entity: Int64) throws(SQLiteError) {
            var reached: String?
            try connection.each(
                """
                SELECT key, reference, country IS NOT NULL, length(name), EXISTS (SELECT 1 FROM chains c
                    CROSS JOIN live_runs l ON l.run_id = c.run_id WHERE c.entity_id = entities.id), kind, country, occupation
                FROM entities WHERE id = ?
                """, entity
            ) { row in
                guard graph.insert(row.text(0)) else { return }
                reached = row.text(0)
                queue.append(row.text(0))
                var node = Node(
                    id: entity, isLive: row.integer(4) != 0, isReference: row.integer(1) != 0,
                    hasCountry: row.integer(2) != 0, length: row.int(3))
                let kind = EntityKind(rawValue: row.text(5)) ?? .object
                if kind == .person || kind == .agency || kind == .unit {
                    node.profile = EntityProfile(
                        id: entity, key: row.text(0), kind: kind, country: row.optionalText(6),
                        occupation: row.optionalText(7), isReference: node.isReference)
                }
                nodes[row.text(0)] = node
            }
            guard let reached else { return }
            for name in try keys.otherNames(of: entity, key: reached, in: book) { graph.name(name, for: reached) }
        }
        func reach(key: String) throws(SQLiteError) {
            if let entity = try keys.entity(key) {
                try reach(entity)
            } else if graph.insert(key) {
                queue.append(key)
            }
        }
        for seed in seeds.sorted() { try reach(seed) }
        for key in Set(decided).sorted() { try reach(key: key) }
        while let key = queue.popLast() {
            for other in graph.decided(with: key) { try reach(key: other) }
            guard let entity = nodes[key]?.id else { continue }
            var mates: [Int64] = []
            try connection.each(
                """
                SELECT right_id FROM entity_links WHERE left_id = ?1 AND verdict = 'same'
                UNION SELECT left_id FROM entity_links WHERE right_id = ?1 AND verdict = 'same'
                UNION SELECT canonical_id FROM canonical_entities WHERE entity_id = ?1
                UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?1
                """, entity
            ) { row in mates.append(row.integer(0)) }
            for mate in mates { try reach(mate) }
            var others: [(key: String, score: Double)] = []
            try connection.each(
                """
                SELECT e.key, max(l.score) FROM entity_links l CROSS JOIN entities e ON e.id = l.right_id
                WHERE l.left_id = ? AND l.verdict = 'same' GROUP BY e.key
                """, entity
            ) { row in others.append((row.text(0), row.real(1))) }
            for (other, score) in others {
                graph.insert(IdentityGraph.Opinion(pair: DecisionBook.Pair(key, other), score: score))
                linked.formUnion([key, other])
            }
        }
        insertContradictions(among: linked.sorted().compactMap { nodes[$0]?.profile }, into: &graph)
        for cluster in graph.clusters() { try join(cluster.compactMap { key in nodes[key].map { (key, $0) } }) }
    }

    /// What is said of two named things may forbid that they are one also where others are like both.
    private func insertContradictions(among profiles: [EntityProfile], into graph: inout IdentityGraph) {
        for component in graph.components(of: profiles.map(\.key)) {
            let members = Set(component)
            let mine = profiles.filter { members.contains($0.key) }
            for (place, left) in mine.enumerated() {
                for right in mine[(place + 1)...] where left.contradicts(right, tables) {
                    graph.insert(contradiction: DecisionBook.Pair(left.key, right.key))
                }
            }
        }
    }

    /// What is in the reference tables stands for the rest, then what has a country, then what has the longest name.
    private func join(_ members: [(key: String, node: Node)]) throws(SQLiteError) {
        let sorted = members.sorted { left, right in
            func rank(_ member: (key: String, node: Node)) -> (Int, Int, Int, Int, String) {
                let node = member.node
                return (
                    node.isLive ? 0 : 1, node.isReference ? 0 : 1, node.hasCountry ? 0 : 1, -node.length, member.key
                )
            }
            return rank(left) < rank(right)
        }
        guard let first = sorted.first?.node.id else { return }
        for (_, node) in sorted {
            let old =
                try connection.integer("SELECT canonical_id FROM canonical_entities WHERE entity_id = ?", node.id)
                ?? node.id
            guard old != first else { continue }
            try connection.run("DELETE FROM canonical_entities WHERE entity_id = ?", node.id)
            if node.id != first {
                try connection.run("INSERT INTO canonical_entities VALUES (?, ?)", node.id, first)
            }
            try connection.run("INSERT OR IGNORE INTO temp.dirty_entities VALUES (?), (?)", old, first)
        }
    }
}
