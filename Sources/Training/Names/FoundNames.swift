internal import Language

/// Names gathered for one sentence from annotations that may overlap: the first to claim a word keeps it.
struct FoundNames {
    private(set) var names: [NameSpan] = []
    private(set) var unknown: [Range<Int>] = []
    private var taken: [Bool]

    init(count: Int) { taken = Array(repeating: false, count: count) }

    func isFree(_ words: Range<Int>) -> Bool {
        words.lowerBound >= 0 && words.upperBound <= taken.count && !words.isEmpty && !taken[words].contains(true)
    }

    /// Adds a name unless one of its words belongs to another.
    mutating func add(_ words: Range<Int>, _ kind: NameKind) {
        guard isFree(words) else { return }
        names.append(NameSpan(words: words, kind: kind))
        for at in words { taken[at] = true }
    }

    mutating func add(unknown words: Range<Int>) {
        unknown.append(words)
    }

    /// Puts everything in order; a word of a name is not unknown.
    mutating func finish() {
        names.sort { $0.words.lowerBound < $1.words.lowerBound }
        unknown = unknown.filter { isFree($0) }.sorted { $0.lowerBound < $1.lowerBound }
    }
}
