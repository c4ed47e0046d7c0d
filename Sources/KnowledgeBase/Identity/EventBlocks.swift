internal import SQLite

/// Live events in blocks of those that share two features, each block in the order of publication. Only neighbours are compared, so
/// that a block may grow without the cost of an event growing with it.
///
/// Hernández and Stolfo, "The merge/purge problem for large databases" (SIGMOD 1995): the sorted neighbourhood. Which
/// pairs are neighbours is a function of the set of live events; each insertion and removal says what changes.
struct EventBlocks {
    /// Events so many places apart in a block are compared.
    static let reach = 16

    let connection: Connection

    /// Where an event stands: its place in the order, and its blocks.
    typealias Standing = (place: String, blocks: [Int64])

    /// Two events that have become neighbours, or have ceased to be so in one of their blocks.
    typealias Pair = (one: Int64, other: Int64)

    /// Puts an event into its blocks.
    /// - Parameter standing: where another event stands in its blocks.
    /// - Returns: pairs that are neighbours now, and pairs that are none any more.
    func insert(
        _ event: Int64, place: String, blocks: [Int64], standing: (Int64) throws(SQLiteError) -> Standing
    ) throws(SQLiteError) -> (met: [Pair], parted: [Pair]) {
        var met: [Pair] = []
        var seen: Set<Int64> = []
        var close: Set<[Int64]> = []
        var candidates: [Pair] = []
        for block in blocks {
            let (before, after) = try neighbours(of: place, in: block)
            for other in before + after where seen.insert(other).inserted { met.append((event, other)) }
            for (index, one) in before.enumerated() {
                for other in after.prefix(Self.reach - 1 - index) { close.insert([one, other]) }
            }
            candidates += Self.straddling(before, after)
            try connection.run(
                "INSERT INTO event_blocks (block, place, event_id) VALUES (?, ?, ?)", block, place, event)
        }
        var parted: [Pair] = []
        var decided: Set<[Int64]> = []
        let own = Set(blocks)
        for pair in candidates where !close.contains([pair.one, pair.other]) {
            guard decided.insert([pair.one, pair.other]).inserted else { continue }
            // In a block of the event they are as far apart as has been seen; elsewhere they may be closer.
            let (one, other) = (try standing(pair.one), try standing(pair.other))
            let shared = Set(one.blocks).subtracting(own).intersection(other.blocks)
            if try !areNeighbours(one.place, other.place, in: shared) { parted.append(pair) }
        }
        return (met, parted)
    }

    /// Takes an event out of its blocks.
    /// - Returns: pairs that are neighbours now.
    func remove(place: String, blocks: [Int64]) throws(SQLiteError) -> [Pair] {
        var met: [Pair] = []
        for block in blocks {
            try connection.run("DELETE FROM event_blocks WHERE block = ? AND place = ?", block, place)
            let (before, after) = try neighbours(of: place, in: block)
            met += Self.straddling(before, after)
        }
        return met
    }

    /// Whether two places, the first before the other, are neighbours in any of some blocks that have both.
    private func areNeighbours(_ first: String, _ last: String, in blocks: Set<Int64>) throws(SQLiteError) -> Bool {
        for block in blocks {
            let between = try connection.integer(
                """
                SELECT count(*) FROM (SELECT 1 FROM event_blocks WHERE block = ? AND place > ? AND place < ? LIMIT ?)
                """, block, first, last, Self.reach)
            if (between ?? 0) < Self.reach { return true }
        }
        return false
    }

    /// Those before and after a place, the nearest first.
    private func neighbours(of place: String, in block: Int64) throws(SQLiteError) -> ([Int64], [Int64]) {
        var before: [Int64] = []
        var after: [Int64] = []
        try connection.each(
            "SELECT event_id FROM event_blocks WHERE block = ? AND place < ? ORDER BY place DESC LIMIT ?", block, place,
            Self.reach
        ) { row in before.append(row.integer(0)) }
        try connection.each(
            "SELECT event_id FROM event_blocks WHERE block = ? AND place > ? ORDER BY place LIMIT ?", block, place,
            Self.reach
        ) { row in after.append(row.integer(0)) }
        return (before, after)
    }

    /// The pairs that are just in reach without what stands between them, and just out of reach with it.
    private static func straddling(_ before: [Int64], _ after: [Int64]) -> [Pair] {
        before.indices.compactMap { index in
            let other = reach - 1 - index
            return after.indices.contains(other) ? (before[index], after[other]) : nil
        }
    }
}
