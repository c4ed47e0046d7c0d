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

    /// Two events that have become neighbours, or have ceased to be so in one of their blocks.
    typealias Pair = (one: Int64, other: Int64)

    /// Puts an event into its blocks.
    /// - Returns: pairs that are neighbours now, and pairs that may not be any more.
    func insert(_ event: Int64, place: String, blocks: [Int64]) throws(SQLiteError) -> (met: [Pair], parted: [Pair]) {
        var met: [Pair] = []
        var parted: [Pair] = []
        for block in blocks {
            let (before, after) = try neighbours(of: place, in: block)
            met += (before + after).map { (event, $0) }
            parted += Self.straddling(before, after)
            try connection.run(
                "INSERT INTO event_blocks (block, place, event_id) VALUES (?, ?, ?)", block, place, event)
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

    /// Whether two events are neighbours in any of the blocks they share.
    func areNeighbours(
        _ one: (place: String, blocks: [Int64]), _ other: (place: String, blocks: [Int64])
    ) throws(SQLiteError) -> Bool {
        let (first, last) = one.place < other.place ? (one.place, other.place) : (other.place, one.place)
        let shared = Set(other.blocks)
        for block in one.blocks where shared.contains(block) {
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
