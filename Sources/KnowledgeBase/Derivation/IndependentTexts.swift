internal import SQLite

/// Tells copies from texts, so that a wire story in ten outlets counts as one, also where it stands inside a longer article.
///
/// The origin of a fingerprint is the earliest live text that has it. A version most of whose fingerprints come from one
/// earlier text is a copy of it; a sentence whose fingerprints do stands in a passage taken from there. Origins are
/// earlier by `TextOrder`, so the outcome is a function of the set of live versions; it is worked out for those versions
/// only that share a fingerprint with what is new or gone.
struct IndependentTexts {
    /// A version that has at least this part of its fingerprints from one earlier text is a copy of it.
    static let threshold = 0.6
    /// At least this part of its numbers must stand there too: weekly reports on one form are no copies of each other.
    static let numbers = 0.5
    /// Texts with fewer fingerprints are copies only if all their words are the same.
    static let least = 4

    let connection: Connection
    private var prints: [Int64: TextFingerprints] = [:]
    /// The text that each version counts for, as far as is known.
    private var texts: [Int64: Int64] = [:]
    private var pending: Set<Standing> = []
    /// The earliest text of a hash, as far as is known.
    private var origins: [Int64: Standing] = [:]

    /// A version where it stands in the order of texts.
    private struct Standing: Hashable, Comparable {
        var place: Int64
        var version: Int64

        static func < (left: Standing, right: Standing) -> Bool {
            (left.place, left.version) < (right.place, right.version)
        }
    }

    init(connection: Connection) { self.connection = connection }

    /// Brings texts and sentences up to date, and notes the versions that count for another text than before, in whole or in part.
    mutating func update() throws(SQLiteError) {
        let gone = Set(try versions("gone_runs", not: "new_runs"))
        for version in gone.sorted() { try remove(version) }
        pending = pending.filter { !gone.contains($0.version) }
        origins.removeAll()
        for version in try versions("new_runs", not: "gone_runs") { try insert(version) }
        // Read anew: the words are the same, the sentences may not be.
        for version in try versions("new_runs", andAlso: "gone_runs") { try enqueue(version) }
        // In the order of the texts: an origin is settled before those that took from it. What one adds comes after it.
        while !pending.isEmpty {
            for next in pending.sorted() {
                pending.remove(next)
                let known = pending.count
                try settle(next.version)
                if pending.count != known { break }
            }
        }
    }

    // MARK: What is new and what is gone

    private func versions(_ table: String, not other: String) throws(SQLiteError) -> [Int64] {
        try list("SELECT version_id FROM temp.\(table) EXCEPT SELECT version_id FROM temp.\(other)")
    }

    private func versions(_ table: String, andAlso other: String) throws(SQLiteError) -> [Int64] {
        try list("SELECT version_id FROM temp.\(table) INTERSECT SELECT version_id FROM temp.\(other)")
    }

    private func list(_ sql: String) throws(SQLiteError) -> [Int64] {
        var rows: [Int64] = []
        try connection.each(sql) { row in rows.append(row.integer(0)) }
        return rows
    }

    private func place(_ version: Int64) throws(SQLiteError) -> Int64 {
        var place: Int64 = 0
        try connection.each("SELECT published, hash FROM versions WHERE id = ?", version) { row in
            place = TextOrder.place(published: row.optionalText(0), hash: row.text(1))
        }
        return place
    }

    private mutating func fingerprints(_ version: Int64) throws(SQLiteError) -> TextFingerprints {
        if let known = prints[version] { return known }
        let made = TextFingerprints(text: try connection.text("SELECT text FROM versions WHERE id = ?", version) ?? "")
        if prints.count > 4096 { prints.removeAll(keepingCapacity: true) }
        prints[version] = made
        return made
    }

    private mutating func remove(_ version: Int64) throws(SQLiteError) {
        let place = try place(version)
        let prints = try fingerprints(version)
        for print in prints.all {
            try connection.run(
                "DELETE FROM fingerprints WHERE hash = ? AND place = ? AND position = ? AND version_id = ?", print.hash,
                place, print.position, version)
        }
        for hash in Set(prints.all.map(\.hash)) { try enqueueFollowers(of: hash, place: place) }
        try connection.run("DELETE FROM independent_texts WHERE version_id = ?", version)
        try connection.run("DELETE FROM copied_sentences WHERE version_id = ?", version)
        texts[version] = nil
    }

    private mutating func insert(_ version: Int64) throws(SQLiteError) {
        let own = Standing(place: try place(version), version: version)
        if origins.count > 1_000_000 { origins.removeAll(keepingCapacity: true) }
        for print in try fingerprints(version).all {
            if let first = try origin(of: print.hash) {
                if own < first { try enqueueFollowers(of: print.hash, place: own.place) }
                origins[print.hash] = min(own, first)
            } else {
                origins[print.hash] = own
            }
            try connection.run(
                "INSERT OR IGNORE INTO fingerprints (hash, place, position, version_id) VALUES (?, ?, ?, ?)",
                print.hash,
                own.place, print.position, version)
        }
        pending.insert(own)
    }

    private mutating func origin(of hash: Int64) throws(SQLiteError) -> Standing? {
        if let known = origins[hash] { return known }
        var first: Standing?
        try connection.each(
            "SELECT place, version_id FROM fingerprints WHERE hash = ? ORDER BY place LIMIT 1", hash
        ) { row in first = Standing(place: row.integer(0), version: row.integer(1)) }
        origins[hash] = first
        return first
    }

    private mutating func enqueue(_ version: Int64) throws(SQLiteError) {
        pending.insert(Standing(place: try place(version), version: version))
    }

    /// Those that have a hash in common with a text at `place`, if that text is or was the origin.
    private mutating func enqueueFollowers(of hash: Int64, place: Int64) throws(SQLiteError) {
        let earlier = try connection.integer(
            "SELECT 1 FROM fingerprints WHERE hash = ? AND place < ? LIMIT 1", hash, place)
        guard earlier == nil else { return }
        var followers: [Standing] = []
        try connection.each(
            "SELECT DISTINCT place, version_id FROM fingerprints WHERE hash = ? AND place > ?", hash, place
        ) { row in followers.append(Standing(place: row.integer(0), version: row.integer(1))) }
        pending.formUnion(followers)
    }

    // MARK: Whose text it is

    private mutating func text(of version: Int64) throws(SQLiteError) -> Int64 {
        if let known = texts[version] { return known }
        let text = try connection.integer("SELECT text_id FROM independent_texts WHERE version_id = ?", version)
        texts[version] = text ?? version
        return text ?? version
    }

    private mutating func settle(_ version: Int64) throws(SQLiteError) {
        let prints = try fingerprints(version)
        var roots: [Int64] = []
        for print in prints.all {
            let origin = try origin(of: print.hash)?.version ?? version
            roots.append(origin == version ? version : try text(of: origin))
        }
        let (whole, share) = try verdict(on: version, roots: roots)
        let before = try connection.integer("SELECT text_id FROM independent_texts WHERE version_id = ?", version)
        texts[version] = whole
        var isChanged = before != whole
        try connection.run(
            """
            INSERT INTO independent_texts (version_id, text_id, share) VALUES (?, ?, ?)
            ON CONFLICT (version_id) DO UPDATE SET text_id = excluded.text_id, share = excluded.share
            """, version, whole, share)
        let isForeign = roots.contains { $0 != whole && $0 != version }
        if try replaceSentences(of: version, isForeign ? passages(version, prints, roots, whole) : [:]) {
            isChanged = true
        }
        guard isChanged else { return }
        try connection.run("INSERT OR IGNORE INTO temp.changed_texts VALUES (?)", version)
        guard before != whole else { return }
        let place = try place(version)
        for hash in Set(prints.all.map(\.hash)) { try enqueueFollowers(of: hash, place: place) }
    }

    /// The text a version counts for, and which part of its fingerprints says so.
    private mutating func verdict(on version: Int64, roots: [Int64]) throws(SQLiteError) -> (text: Int64, share: Double)
    {
        // The first is the fingerprint of the whole text.
        guard let exact = roots.first else { return (version, 1) }
        if exact != version { return (exact, 1) }
        let parts = roots.dropFirst()
        guard parts.count >= Self.least else { return (version, 1) }
        var votes: [Int64: Int] = [:]
        for root in parts where root != version { votes[root, default: 0] += 1 }
        guard let most = votes.values.max(), Double(most) >= Self.threshold * Double(parts.count) else {
            return (version, 1)
        }
        // With a threshold above a half there is only one.
        let winner = votes.first { $0.value == most }?.key ?? version
        let own = try fingerprints(version).numbers
        let shared = own.intersection(try fingerprints(winner).numbers)
        guard Double(shared.count) >= Self.numbers * Double(own.count) else { return (version, 1) }
        return (winner, Double(most) / Double(parts.count))
    }

    /// The sentences that come from another text than the version counts for.
    private func passages(
        _ version: Int64, _ prints: TextFingerprints, _ roots: [Int64], _ whole: Int64
    ) throws(SQLiteError) -> [Int64: Int64] {
        var found: [Int64: Int64] = [:]
        var next = 1
        try connection.each(
            """
            SELECT s.id, s.start_at, s.end_at FROM live_runs l CROSS JOIN sentences s ON s.run_id = l.run_id
            WHERE l.version_id = ? ORDER BY s.ordinal
            """, version
        ) { row in
            while next < roots.count, prints.all[next].position < row.int(1) { next += 1 }
            var votes: [Int64: Int] = [:]
            var count = 0
            while next < roots.count, prints.all[next].position < row.int(2) {
                votes[roots[next], default: 0] += 1
                count += 1
                next += 1
            }
            guard count >= 2 else { return }
            for (root, number) in votes where number * 2 > count && root != whole && root != version {
                found[row.integer(0)] = root
            }
        }
        return found
    }

    /// - Returns: whether anything is different.
    private func replaceSentences(of version: Int64, _ wanted: [Int64: Int64]) throws(SQLiteError) -> Bool {
        var known: [Int64: Int64] = [:]
        try connection.each("SELECT sentence_id, text_id FROM copied_sentences WHERE version_id = ?", version) { row in
            known[row.integer(0)] = row.integer(1)
        }
        guard known != wanted else { return false }
        try connection.run("DELETE FROM copied_sentences WHERE version_id = ?", version)
        for (sentence, text) in wanted.sorted(by: { $0.key < $1.key }) {
            try connection.run("INSERT INTO copied_sentences VALUES (?, ?, ?)", sentence, text, version)
        }
        return true
    }
}
