/// Things of one kind that may be the same, with the opinions of people and machine about pairs of them, and the
/// clusters that follow.
///
/// Nodes are keys: a person's decision reaches through a thing that is not there at present. What wins, in this order:
/// 1. what a person called different stays apart, also through any chain of others;
/// 2. of the pairs that a person called the same, those said last, as far as 1 lets them;
/// 3. the machine's opinions from the surest on, as far as 1 lets them; what a person called unsure it does not join directly.
struct IdentityGraph {
    /// The machine's opinion that two things are the same.
    struct Opinion {
        var pair: DecisionBook.Pair
        var score: Double
    }

    private(set) var keys: [String] = []
    private var numbers: [String: Int] = [:]
    private var names: [[String]] = []
    private var opinions: [Opinion] = []
    /// Pairs that the machine does not bring into one cluster.
    private var contradictions: [DecisionBook.Pair] = []
    private let book: DecisionBook

    init(book: DecisionBook) { self.book = book }

    /// Adds a node.
    /// - Returns: whether it is new.
    @discardableResult
    mutating func insert(_ key: String) -> Bool {
        guard numbers[key] == nil else { return false }
        numbers[key] = keys.count
        keys.append(key)
        names.append([key])
        return true
    }

    /// Lets another key mean a node that is there: one that people decided about before the text was read again.
    mutating func name(_ other: String, for key: String) {
        guard let number = numbers[key], numbers[other] == nil else { return }
        numbers[other] = number
        names[number].append(other)
    }

    func contains(_ key: String) -> Bool { numbers[key] != nil }

    /// Adds an opinion; both nodes have been inserted.
    mutating func insert(_ opinion: Opinion) { opinions.append(opinion) }

    /// Adds a pair that only people's words may bring into one cluster; both nodes have been inserted.
    mutating func insert(contradiction pair: DecisionBook.Pair) { contradictions.append(pair) }

    /// The keys that people decided about together with a node.
    func decided(with key: String) -> [String] {
        guard let number = numbers[key] else { return [] }
        return names[number].flatMap { book.partners(of: $0) }
    }

    /// The parts that opinions and people's words hold together if nothing keeps them apart, as lists of some of the keys.
    func components(of some: [String]) -> [[String]] {
        var joined = Clusters(count: keys.count)
        func join(_ pair: DecisionBook.Pair) {
            if let left = numbers[pair.left], let right = numbers[pair.right] { joined.join(left, right) }
        }
        for opinion in opinions { join(opinion.pair) }
        for entry in entries where entry.verdict == .same { join(entry.pair) }
        var groups: [Int: [String]] = [:]
        for key in some {
            if let number = numbers[key] { groups[joined.root(of: number), default: []].append(key) }
        }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    /// The clusters as lists of keys, each in the order of insertion.
    /// - Parameter isAdmitted: whether the machine may join two clusters with these members; what people say is not asked about.
    func clusters(admitting isAdmitted: ([String], [String]) -> Bool = { _, _ in true }) -> [[String]] {
        var clusters = Clusters(count: keys.count)
        var decided: Set<[Int]> = []
        var sames: [(made: String, pair: DecisionBook.Pair, left: Int, right: Int)] = []
        for entry in entries {
            guard let left = numbers[entry.pair.left], let right = numbers[entry.pair.right], left != right else {
                continue
            }
            decided.insert([min(left, right), max(left, right)])
            switch entry.verdict {
            case .different: clusters.keepApart(left, right)
            case .same: sames.append((entry.made, entry.pair, left, right))
            case .unsure: break
            }
        }
        sames.sort { ($1.made, $0.pair) < ($0.made, $1.pair) }
        for same in sames { clusters.join(same.left, same.right) }
        for pair in contradictions {
            guard let left = numbers[pair.left], let right = numbers[pair.right],
                clusters.root(of: left) != clusters.root(of: right)
            else { continue }
            clusters.keepApart(left, right)
        }
        let sorted = opinions.sorted { ($1.score, $0.pair) < ($0.score, $1.pair) }
        for opinion in sorted {
            guard let left = numbers[opinion.pair.left], let right = numbers[opinion.pair.right],
                !decided.contains([min(left, right), max(left, right)])
            else { continue }
            clusters.join(left, right) { isAdmitted($0.map { keys[$0] }, $1.map { keys[$0] }) }
        }
        var groups: [Int: [String]] = [:]
        for (number, key) in keys.enumerated() { groups[clusters.root(of: number), default: []].append(key) }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    /// What people decided about the nodes, each pair once.
    private var entries: [DecisionBook.Entry] {
        guard !book.isEmpty else { return [] }
        var places: Set<Int> = []
        for names in names { for name in names { places.formUnion(book.places(of: name)) } }
        return places.sorted().map { book.entries[$0] }
    }
}
