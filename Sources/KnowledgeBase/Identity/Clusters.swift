/// Joins things that are the same into clusters while keeping apart what must stay apart.
///
/// A union-find over numbered items. Joins are offered best first; a join that would bring two items that are known
/// to differ into one cluster is refused, also when they would meet through others.
struct Clusters {
    private var parents: [Int]
    /// For the root of each cluster: the items it must not hold.
    private var foes: [Int: Set<Int>]
    private var members: [Int: [Int]]
    /// Clusters, by root and size, that were not admitted to each other: they are not asked again until one has grown.
    private var refused: Set<[Int]> = []

    init(count: Int) {
        parents = Array(0..<count)
        foes = [:]
        members = [:]
    }

    /// The item that stands for the cluster of `item`.
    mutating func root(of item: Int) -> Int {
        var root = item
        while parents[root] != root { root = parents[root] }
        var walk = item
        while parents[walk] != root { (walk, parents[walk]) = (parents[walk], root) }
        return root
    }

    /// Records that two items, which are not in one cluster yet, are not the same.
    mutating func keepApart(_ left: Int, _ right: Int) {
        foes[root(of: left), default: []].insert(right)
        foes[root(of: right), default: []].insert(left)
    }

    /// Joins two clusters.
    /// - Parameter isAdmitted: asked with the members of both before they are joined.
    /// - Returns: false if something in one must stay apart from something in the other, or the two are not admitted.
    @discardableResult
    mutating func join(
        _ left: Int, _ right: Int, admitting isAdmitted: ([Int], [Int]) -> Bool = { _, _ in true }
    ) -> Bool {
        let first = root(of: left)
        let second = root(of: right)
        if first == second { return true }
        let ours = members[first] ?? [first]
        let theirs = members[second] ?? [second]
        if let hated = foes[first], theirs.contains(where: hated.contains) { return false }
        if let hated = foes[second], ours.contains(where: hated.contains) { return false }
        let standing =
            first < second ? [first, ours.count, second, theirs.count] : [second, theirs.count, first, ours.count]
        guard !refused.contains(standing) else { return false }
        guard isAdmitted(ours, theirs) else {
            refused.insert(standing)
            return false
        }
        let isFirstLarger = ours.count >= theirs.count
        let (keep, drop) = isFirstLarger ? (first, second) : (second, first)
        parents[drop] = keep
        // Taken out before it grows, so that it is not copied: a cluster may have thousands of members.
        var merged = members.removeValue(forKey: keep) ?? [keep]
        merged += isFirstLarger ? theirs : ours
        members[drop] = nil
        members[keep] = merged
        if let moved = foes.removeValue(forKey: drop) { foes[keep, default: []].formUnion(moved) }
        return true
    }
}
