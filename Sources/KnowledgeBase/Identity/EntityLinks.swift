internal import Record
internal import SQLite

/// The machine's opinion of pairs of entities whose names are alike.
///
/// A pair's score is made of what is known of the two alone. A name that fits two who cannot be one — John Smith, where one
/// article has a British John Smith and another an American — joins neither of them.
final class EntityLinks {
    private let connection: Connection
    private let tables: EntityTables
    private var profiles: [Int64: EntityProfile] = [:]
    private var mates: [Int64: [Int64]] = [:]
    private var opinions: [Pair: Opinion?] = [:]
    private var ambiguous: [Int64: Bool] = [:]

    private struct Pair: Hashable {
        var left: Int64
        var right: Int64
    }

    private struct Opinion {
        var score: Double
        var features: [String]
    }

    init(connection: Connection, tables: EntityTables) {
        self.connection = connection
        self.tables = tables
    }

    /// Compares entities with those whose names are like theirs.
    /// - Parameter changed: entities that have names more or less than before.
    /// - Returns: entities of which a link is another than before.
    func update(changed: Set<Int64>) throws(SQLiteError) -> Set<Int64> {
        var start = changed
        // Who is named beside somebody else for the first time.
        try connection.each(
            """
            SELECT DISTINCT c.entity_id FROM temp.new_runs g CROSS JOIN chains c ON c.run_id = g.run_id AND c.named = 1
            WHERE EXISTS (SELECT 1 FROM entity_links k WHERE k.left_id = c.entity_id AND k.event_id = 0)
                OR EXISTS (SELECT 1 FROM entity_links k WHERE k.right_id = c.entity_id AND k.event_id = 0)
            """
        ) { row in start.insert(row.integer(0)) }
        // Whether a name fits several hangs on all that are like it.
        var affected = start
        for entity in start.sorted() { affected.formUnion(try mates(of: entity)) }
        var moved: Set<Int64> = []
        for entity in affected.sorted() { moved.formUnion(try relink(entity)) }
        return moved
    }

    // MARK: Links

    private struct Link: Equatable {
        var verdict: String
        var score: Double
        var reasons: String
    }

    private func relink(_ entity: Int64) throws(SQLiteError) -> Set<Int64> {
        var old: [Pair: Link] = [:]
        try connection.each(
            """
            SELECT left_id, right_id, verdict, score, reasons FROM entity_links WHERE left_id = ?1 AND event_id = 0
            UNION ALL SELECT left_id, right_id, verdict, score, reasons FROM entity_links WHERE right_id = ?1 AND event_id = 0
            """, entity
        ) { row in
            old[Pair(left: row.integer(0), right: row.integer(1))] = Link(
                verdict: row.text(2), score: row.real(3), reasons: row.text(4))
        }
        var moved: Set<Int64> = []
        for other in try mates(of: entity) {
            guard let (pair, link) = try link(entity, other) else { continue }
            if old.removeValue(forKey: pair) == link { continue }
            try connection.run(
                "INSERT OR REPLACE INTO entity_links VALUES (0, ?, ?, ?, ?, ?)", pair.left, pair.right, link.verdict,
                link.score, link.reasons)
            moved.formUnion([pair.left, pair.right])
        }
        for pair in old.keys {
            try connection.run(
                "DELETE FROM entity_links WHERE event_id = 0 AND left_id = ? AND right_id = ?", pair.left, pair.right)
            moved.formUnion([pair.left, pair.right])
        }
        return moved
    }

    private func link(_ one: Int64, _ other: Int64) throws(SQLiteError) -> (pair: Pair, link: Link)? {
        guard let opinion = try opinion(one, other), opinion.score >= tables.unsureFrom,
            let ours = try profile(one), let theirs = try profile(other)
        else { return nil }
        let isLeft = ours.key < theirs.key
        let pair = isLeft ? Pair(left: one, right: other) : Pair(left: other, right: one)
        let reasons = tables.reasons(of: opinion.features)
        // Four digits tell as much as there is to tell, and do not hang on the machine's arithmetic.
        let score = (opinion.score * 10_000).rounded() / 10_000
        guard opinion.score >= tables.sameFrom else {
            return (pair, Link(verdict: "unsure", score: score, reasons: reasons))
        }
        let fitsSeveral = try isAmbiguous(one) ? true : try isAmbiguous(other)
        return (
            pair,
            fitsSeveral
                ? Link(
                    verdict: "unsure", score: score,
                    reasons: reasons + "; but the name fits several who cannot be one")
                : Link(verdict: "same", score: score, reasons: reasons)
        )
    }

    /// True if an entity's name fits two that cannot be one.
    private func isAmbiguous(_ entity: Int64) throws(SQLiteError) -> Bool {
        if let known = ambiguous[entity] { return known }
        var fits: [Int64] = []
        for mate in try mates(of: entity) {
            if let opinion = try opinion(entity, mate), opinion.score >= tables.sameFrom { fits.append(mate) }
        }
        var result = false
        search: for (place, one) in fits.enumerated() {
            for other in fits[(place + 1)...] where try !canBeOne(one, other) {
                result = true
                break search
            }
        }
        ambiguous[entity] = result
        return result
    }

    private func canBeOne(_ one: Int64, _ other: Int64) throws(SQLiteError) -> Bool {
        try opinion(one, other) != nil
    }

    // MARK: Opinions

    private func opinion(_ one: Int64, _ other: Int64) throws(SQLiteError) -> Opinion? {
        let pair = Pair(left: min(one, other), right: max(one, other))
        if let known = opinions[pair] { return known }
        let made = try compare(one, other)
        opinions[pair] = .some(made)
        return made
    }

    private func compare(_ one: Int64, _ other: Int64) throws(SQLiteError) -> Opinion? {
        guard var left = try profile(one), var right = try profile(other) else { return nil }
        // The comparison runs the same way whichever was numbered first.
        if right.key < left.key { swap(&left, &right) }
        let match = EntityMatch(tables: tables)
        guard match.features(left, right, areTogether: false) != nil else { return nil }
        let areTogether = try connection.integer(
            """
            SELECT 1 FROM chains c CROSS JOIN live_runs l ON l.run_id = c.run_id
            CROSS JOIN chains d ON d.run_id = c.run_id AND d.entity_id = ?2 AND d.named = 1
            WHERE c.entity_id = ?1 AND c.named = 1 LIMIT 1
            """, one, other)
        guard let features = match.features(left, right, areTogether: areTogether != nil) else { return nil }
        return Opinion(score: tables.probability(of: features), features: features)
    }

    /// Entities that share a block with one, in the order of their keys.
    private func mates(of entity: Int64) throws(SQLiteError) -> [Int64] {
        if let known = mates[entity] { return known }
        var found: [Int64] = []
        try connection.each(
            """
            SELECT DISTINCT o.entity_id, e.key FROM entity_blocks b CROSS JOIN entity_blocks o ON o.block = b.block
            CROSS JOIN entities e ON e.id = o.entity_id
            WHERE b.entity_id = ?1 AND o.entity_id <> ?1 ORDER BY e.key
            """, entity
        ) { row in found.append(row.integer(0)) }
        mates[entity] = found
        return found
    }

    private func profile(_ entity: Int64) throws(SQLiteError) -> EntityProfile? {
        if let known = profiles[entity] { return known }
        var made: EntityProfile?
        try connection.each("SELECT key, kind, country, occupation, reference FROM entities WHERE id = ?", entity) {
            row in
            made = EntityProfile(
                id: entity, key: row.text(0), kind: EntityKind(rawValue: row.text(1)) ?? .object,
                country: row.optionalText(2), occupation: row.optionalText(3), isReference: row.integer(4) != 0)
        }
        guard var made else { return nil }
        var names: [String] = []
        try connection.each("SELECT DISTINCT name FROM entity_blocks WHERE entity_id = ?", entity) { row in
            names.append(row.text(0))
        }
        made.read(names, tables)
        profiles[entity] = made
        return made
    }
}
