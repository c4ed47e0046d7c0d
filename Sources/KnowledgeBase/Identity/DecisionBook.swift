internal import SQLite

/// What people decided about pairs, as far as it is in force: what `decided_pairs` says of one kind of things.
struct DecisionBook {
    struct Pair: Hashable, Comparable {
        var left: String
        var right: String

        /// The two keys in order, so that a pair is the same whichever way it is named.
        init(_ one: String, _ other: String) {
            left = min(one, other)
            right = max(one, other)
        }

        static func < (left: Pair, right: Pair) -> Bool { (left.left, left.right) < (right.left, right.right) }
    }

    struct Entry {
        var pair: Pair
        var verdict: Store.IdentityVerdict
        /// When the last word about it was said.
        var made: String
    }

    /// In the order of the pairs.
    let entries: [Entry]
    /// The places in `entries` where a key stands.
    private var positions: [String: [Int]] = [:]
    /// The keys that name a part of a version.
    private var parts: [String: [String]] = [:]

    init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.pair < $1.pair }
        for (place, entry) in self.entries.enumerated() {
            for key in [entry.pair.left, entry.pair.right] {
                if positions[key] == nil, let part = PartKey(key) { parts[part.version, default: []].append(key) }
                positions[key, default: []].append(place)
            }
        }
    }

    init(_ subject: Store.IdentitySubject, connection: Connection) throws(SQLiteError) {
        var entries: [Entry] = []
        try connection.each(
            "SELECT left_key, right_key, verdict, made FROM decided_pairs WHERE subject = ?", subject.rawValue
        ) { row in
            guard let verdict = Store.IdentityVerdict(rawValue: row.text(2)) else { return }
            entries.append(Entry(pair: Pair(row.text(0), row.text(1)), verdict: verdict, made: row.text(3)))
        }
        self.init(entries)
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Whether something is decided about a key.
    func contains(_ key: String) -> Bool { positions[key] != nil }

    /// The places in `entries` where a key stands.
    func places(of key: String) -> [Int] { positions[key] ?? [] }

    /// The keys that something is decided about together with this one.
    func partners(of key: String) -> [String] {
        places(of: key).map { entries[$0].pair.left == key ? entries[$0].pair.right : entries[$0].pair.left }
    }

    /// The keys of parts of a version that something is decided about, in the order of the pairs.
    func keys(inVersion version: String) -> [String] { parts[version] ?? [] }
}
