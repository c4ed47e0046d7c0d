/// The lines of a dependency tree for people to read: one word a line in the order of the text, before it the edges.
///
///     ╭─── Troops
///     ┼─ captured
///     │ ╭─── two
///     ├─┴─ soldiers
///     ╰─── .
///
/// A word stands the farther right the deeper it hangs. Edges that cannot be drawn so, because they cross others or hang
/// deeper than `deepest`, are named by the number of the head.
public struct TreeDrawing: Sendable {
    /// A word with the edges before it.
    public struct Line: Sendable {
        /// Edges, two columns for each step of depth, ending where the word starts.
        public var edges: String
        /// Whether the edge to its head is not drawn.
        public var isDetached: Bool
    }

    /// Words that hang deeper are drawn at this depth, so that the lines together grow as the sentence does.
    public static let deepest = 24

    /// A line for each word.
    public let lines: [Line]

    public init(_ tree: DependencyTree) {
        let count = tree.heads.count
        var lines: [Line] = []
        lines.reserveCapacity(count)
        let detached = Self.detached(tree)
        // By word, the lines in which an upright joins it and its children; by column, the upright of the moment.
        var uprights = [ClosedRange<Int>?](repeating: nil, count: count)
        var open = [ClosedRange<Int>?](repeating: nil, count: Self.deepest)
        for word in 0..<count where tree.depths[word] < Self.deepest {
            let children = tree.children(of: word).lazy.filter { !detached[$0] }
            guard let first = children.first, let last = children.last else { continue }
            uprights[word] = min(first, word)...max(last, word)
        }
        // The first line of each upright opens it.
        var opening = [[Int]](repeating: [], count: count)
        for word in 0..<count {
            if let upright = uprights[word] { opening[upright.lowerBound].append(word) }
        }
        for word in 0..<count {
            for owner in opening[word] { open[tree.depths[owner]] = uprights[owner] }
            let depth = min(tree.depths[word], Self.deepest)
            var edges = ""
            for column in 0..<depth {
                let isLast = column == depth - 1
                guard let upright = open[column], upright.contains(word) else {
                    edges += isLast ? "╶─" : "  "
                    continue
                }
                if !isLast || detached[word] {
                    edges += isLast ? "│╶" : "│ "
                } else if word == upright.lowerBound {
                    edges += "╭─"
                } else {
                    edges += word == upright.upperBound ? "╰─" : "├─"
                }
            }
            edges += Self.knot(of: word, uprights[word])
            lines.append(Line(edges: edges, isDetached: detached[word]))
        }
        self.lines = lines
    }

    /// The sign on which the children of a word hang.
    private static func knot(of word: Int, _ lines: ClosedRange<Int>?) -> String {
        guard let lines else { return "── " }
        let isBelow = lines.lowerBound < word
        let isAbove = word < lines.upperBound
        return isBelow ? (isAbove ? "┼─ " : "┴─ ") : (isAbove ? "┬─ " : "── ")
    }

    /// Which words have an edge that cannot be drawn: too deep, or crossing another.
    private static func detached(_ tree: DependencyTree) -> [Bool] {
        // The upright from a head would run through any word that is no deeper than the head.
        var detached = [Bool](repeating: false, count: tree.heads.count)
        for isForward in [true, false] {
            var stack: [Int] = []
            let order = isForward ? Array(tree.heads.indices) : tree.heads.indices.reversed()
            for word in order {
                let head = tree.heads[word]
                // What is left on top is the nearest word that is less deep than this one.
                while let last = stack.last, tree.depths[last] >= tree.depths[word] { stack.removeLast() }
                if head >= 0, isForward ? head < word : head > word, stack.last != head { detached[word] = true }
                stack.append(word)
            }
        }
        for word in tree.heads.indices where tree.depths[word] > deepest { detached[word] = true }
        return detached
    }
}
