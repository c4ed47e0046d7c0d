/// The dependency tree of a sentence, by the places of its words: from heads to children, depths and phrases.
///
/// Whatever heads it is made of, it is a tree with one root: words whose head is missing, outside the sentence, or in a
/// circle hang on the root. Every operation is linear in the number of words or better.
public struct DependencyTree: Sendable {
    /// The place of each word's head; -1 for the root.
    public let heads: [Int]
    /// The place of the root; nil if there are no words.
    public let root: Int?
    /// How many steps each word is away from the root.
    public let depths: [Int]
    /// The range from the first to the last word that hangs on a word, directly or not, with the word itself.
    public let phrases: [Range<Int>]
    /// The children of all words, those of one word together.
    private let children: [Int]
    /// Where the children of each word start, and where those of the last end.
    private let starts: [Int]
    /// All words, each after its head.
    private let order: [Int]

    /// - Parameter heads: the place of each word's head; anything that is no place marks a root.
    public init(heads given: [Int]) {
        let count = given.count
        var heads = given.enumerated().map { (0..<count).contains($1) && $1 != $0 ? $1 : -1 }
        let root = heads.firstIndex(of: -1) ?? (count > 0 ? 0 : nil)
        if let root {
            heads[root] = -1
            for at in heads.indices where heads[at] < 0 && at != root { heads[at] = root }
            Self.openCircles(&heads, root: root)
        }
        var starts = [Int](repeating: 0, count: count + 1)
        for head in heads where head >= 0 { starts[head + 1] += 1 }
        for at in heads.indices { starts[at + 1] += starts[at] }
        var next = starts
        var children = [Int](repeating: 0, count: max(0, count - 1))
        for (at, head) in heads.enumerated() where head >= 0 {
            children[next[head]] = at
            next[head] += 1
        }
        var order: [Int] = root.map { [$0] } ?? []
        order.reserveCapacity(count)
        var depths = [Int](repeating: 0, count: count)
        var read = 0
        while read < order.count {
            let word = order[read]
            read += 1
            for child in children[starts[word]..<starts[word + 1]] {
                depths[child] = depths[word] + 1
                order.append(child)
            }
        }
        var phrases = (0..<count).map { $0..<$0 + 1 }
        for word in order.reversed() where heads[word] >= 0 {
            let head = phrases[heads[word]]
            let part = phrases[word]
            phrases[heads[word]] =
                min(head.lowerBound, part.lowerBound)..<max(head.upperBound, part.upperBound)
        }
        self.heads = heads
        self.root = root
        self.depths = depths
        self.phrases = phrases
        self.children = children
        self.starts = starts
        self.order = order
    }

    /// The tree of a sentence as it was parsed; of one that was not, all words hang on the first.
    public init(_ sentence: Sentence) { self.init(heads: sentence.tokens.map(\.head)) }

    /// The words that hang on a word directly, in the order of the text.
    public func children(of word: Int) -> ArraySlice<Int> { children[starts[word]..<starts[word + 1]] }

    /// True if no edge crosses another, the edge to the root included.
    public var isProjective: Bool {
        // Exactly then every phrase holds as many words as its range is long.
        var sizes = [Int](repeating: 1, count: heads.count)
        for word in order.reversed() where heads[word] >= 0 {
            sizes[heads[word]] += sizes[word]
        }
        return zip(sizes, phrases).allSatisfy { $0 == $1.count }
    }

    /// True if heads form a tree with one root as they are.
    public static func isTree(_ heads: [Int]) -> Bool {
        heads.isEmpty
            || heads.lazy.filter { $0 == -1 }.count == 1 && DependencyTree(heads: heads).heads == heads
    }

    /// Hangs one word of each circle on the root.
    private static func openCircles(_ heads: inout [Int], root: Int) {
        // 0: not seen; else the number of the walk that saw it. Each word is walked over once.
        var seenBy = [Int](repeating: 0, count: heads.count)
        seenBy[root] = -1
        for start in heads.indices where seenBy[start] == 0 {
            var word = start
            while seenBy[word] == 0 {
                seenBy[word] = start + 1
                word = heads[word]
            }
            if seenBy[word] == start + 1 { heads[word] = root }
        }
    }
}
