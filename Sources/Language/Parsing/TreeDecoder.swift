/// Chooses heads so that they form a tree with one root.
///
/// Where the best head of every word gives a tree, that is it. Else cycles are broken as by Chu and Liu (1965) and
/// Edmonds (1967), one contraction after another, without recursion; the cost is the square of the length at most per
/// contraction, and sentences are cut at a length.
public struct TreeDecoder {
    /// The heads of the words.
    /// - Parameters:
    ///   - scores: for each word a row of `count + 1` scores: the root as its head, then each word.
    ///   - count: the number of words.
    ///   - stride: numbers from one row to the next.
    /// - Returns: for each word the index of its head, -1 for exactly one of them.
    public static func heads(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Int] {
        guard count > 0 else { return [] }
        func score(_ word: Int, _ head: Int) -> Float { scores[word * stride + head + 1] }
        var heads = [Int](repeating: -1, count: count)
        for word in 0..<count {
            for head in 0..<count where head != word && score(word, head) > score(word, heads[word]) {
                heads[word] = head
            }
        }
        settleRoot(&heads, score)
        breakCycles(&heads, score)
        return heads
    }

    /// Leaves one root: the word that loses most by another head; or makes one of the word that loses least.
    private static func settleRoot(_ heads: inout [Int], _ score: (Int, Int) -> Float) {
        let roots = heads.indices.filter { heads[$0] < 0 }
        if roots.count == 1 { return }
        let root: Int
        if roots.isEmpty {
            root =
                heads.indices.max { score($0, -1) - score($0, heads[$0]) < score($1, -1) - score($1, heads[$1]) } ?? 0
        } else {
            root = roots.max { loss(of: $0, score, heads.count) < loss(of: $1, score, heads.count) } ?? roots[0]
        }
        for word in roots where word != root { heads[word] = bestHead(of: word, score, heads.count) }
        heads[root] = -1
    }

    private static func loss(of word: Int, _ score: (Int, Int) -> Float, _ count: Int) -> Float {
        score(word, -1) - score(word, bestHead(of: word, score, count))
    }

    private static func bestHead(of word: Int, _ score: (Int, Int) -> Float, _ count: Int) -> Int {
        var best = word == 0 ? (count > 1 ? 1 : -1) : 0
        for head in 0..<count where head != word && score(word, head) > score(word, best) { best = head }
        return best
    }

    /// Breaks each cycle where it costs least: one of its words gets the best head outside of all that hang on it.
    ///
    /// Each step makes one cycle fewer and none new, so there are no more steps than words. A word of the cycle always
    /// finds a head, as the root is outside.
    private static func breakCycles(_ heads: inout [Int], _ score: (Int, Int) -> Float) {
        var reached = [Bool](repeating: false, count: heads.count)
        markTree(heads, &reached)
        while let start = reached.firstIndex(of: false) {
            var word = start
            var seen = Set<Int>()
            while seen.insert(word).inserted { word = heads[word] }
            var cycle = [word]
            while heads[cycle[cycle.count - 1]] != word { cycle.append(heads[cycle[cycle.count - 1]]) }
            var best: (word: Int, head: Int, loss: Float)?
            for member in cycle {
                for head in heads.indices where reached[head] {
                    let loss = score(member, heads[member]) - score(member, head)
                    if loss < best?.loss ?? .infinity { best = (member, head, loss) }
                }
            }
            guard let best else { return }
            heads[best.word] = best.head
            markTree(heads, &reached)
        }
    }

    /// Marks the words whose heads lead to the root.
    private static func markTree(_ heads: [Int], _ reached: inout [Bool]) {
        // 0 not yet seen, 1 on the way now, 2 leads to the root, 3 does not.
        var states = [UInt8](repeating: 0, count: heads.count)
        for start in heads.indices {
            var way: [Int] = []
            var word = start
            while word >= 0, states[word] == 0 {
                states[word] = 1
                way.append(word)
                word = heads[word]
            }
            let leads = word < 0 || states[word] == 2
            for member in way { states[member] = leads ? 2 : 3 }
        }
        for word in heads.indices { reached[word] = states[word] == 2 }
    }
}
