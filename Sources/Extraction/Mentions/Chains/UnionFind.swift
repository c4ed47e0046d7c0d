/// Sets of numbers that are joined step by step; the smallest member stands for its set.
struct UnionFind: Sendable {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ item: Int) -> Int {
        var item = item
        while parents[item] != item {
            parents[item] = parents[parents[item]]
            item = parents[item]
        }
        return item
    }

    mutating func join(_ left: Int, _ right: Int) {
        let one = root(left)
        let other = root(right)
        parents[max(one, other)] = min(one, other)
    }
}
