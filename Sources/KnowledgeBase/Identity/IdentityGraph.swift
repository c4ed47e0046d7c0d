/// Things of one kind that may be the same, with the opinions of people and machine about pairs of them, and the
/// clusters that follow.
///
/// Nodes are keys: a person's decision reaches through a thing that is not there at present.
struct IdentityGraph {
    /// The machine's opinion that two things are the same.
    struct Opinion {
        var pair: DecisionBook.Pair
        var score: Double
    }

    private(set) var keys: [String] = []
    private var numbers: [String: Int] = [:]
    private var opinions: [Opinion] = []
    private let book: DecisionBook

    init(book: DecisionBook) { self.book = book }

    /// Adds a node.
    /// - Returns: whether it is new.
    @discardableResult
    mutating func insert(_ key: String) -> Bool {
        guard numbers[key] == nil else { return false }
        numbers[key] = keys.count
        keys.append(key)
        return true
    }

    func contains(_ key: String) -> Bool { numbers[key] != nil }

    /// Adds an opinion; both nodes have been inserted.
    mutating func insert(_ opinion: Opinion) { opinions.append(opinion) }

    /// The keys that people decided about together with `key`.
    func decided(with key: String) -> [String] {
        book.verdicts.compactMap { entry in
            entry.pair.left == key ? entry.pair.right : entry.pair.right == key ? entry.pair.left : nil
        }
    }

    /// The clusters as lists of keys, each in the order of insertion. People's words come first, then the machine's from the
    /// surest on; what a person called different or unsure the machine does not join directly, and what is different is
    /// not joined through others either.
    func clusters() -> [[String]] {
        var clusters = Clusters(count: keys.count)
        var decided: Set<DecisionBook.Pair> = []
        for (pair, verdict) in book.verdicts {
            decided.insert(pair)
            guard verdict == .different, let left = numbers[pair.left], let right = numbers[pair.right] else {
                continue
            }
            clusters.keepApart(left, right)
        }
        for (pair, verdict) in book.verdicts where verdict == .same {
            if let left = numbers[pair.left], let right = numbers[pair.right] { clusters.join(left, right) }
        }
        let sorted = opinions.sorted { ($1.score, $0.pair) < ($0.score, $1.pair) }
        for opinion in sorted where !decided.contains(opinion.pair) {
            if let left = numbers[opinion.pair.left], let right = numbers[opinion.pair.right] {
                clusters.join(left, right)
            }
        }
        var groups: [Int: [String]] = [:]
        for (number, key) in keys.enumerated() { groups[clusters.root(of: number), default: []].append(key) }
        return groups.keys.sorted().compactMap { groups[$0] }
    }
}
