internal import Language

/// The patterns, found quickly by the word or class that they begin with.
struct TimeMatcher: Sendable {
    private let patterns: [TimePattern]
    private let program: TimeProgram
    let vocabulary: TimeVocabulary
    /// By the number of a word: the patterns that it can begin.
    private let byWord: [[Int32]]
    /// The patterns that digits and the marks before them can begin.
    private let byFigure: [Int32]

    init(patterns: [TimePattern], vocabulary: TimeVocabulary) {
        var vocabulary = vocabulary
        let program = TimeProgram(patterns, &vocabulary)
        var byWord = [[Int32]](repeating: [], count: vocabulary.count)
        var byFigure: [Int32] = []
        for number in patterns.indices {
            let first = program.firsts(of: number)
            for word in 0..<vocabulary.count {
                let word = Int32(word)
                if first.words.contains(word) || first.classes.contains(where: { vocabulary.mayBegin($0, word) }) {
                    byWord[Int(word)].append(Int32(number))
                }
            }
            if first.classes.contains(where: \.isOfFigures) { byFigure.append(Int32(number)) }
        }
        self.patterns = patterns
        self.program = program
        self.vocabulary = vocabulary
        self.byWord = byWord
        self.byFigure = byFigure
    }

    /// The fits at a token, longest first, then in the order of the table.
    /// - Parameter words: the numbers of the tokens' words in the vocabulary.
    func matches(_ tokens: [Token], _ words: [Int32], at start: Int) -> [TimeMatch] {
        let word = words[start]
        let isFigure = Self.isFigure(tokens[start].lower)
        guard word >= 0 || isFigure else { return [] }
        var found: [TimeMatch] = []
        func attempt(_ number: Int32) {
            var slots: [TimeMatch.Filled] = []
            guard let fit = program.fit(Int(number), vocabulary, tokens, words, start, &slots) else { return }
            let end = slots.last { $0.slot == ">" }.flatMap { Int($0.value) } ?? fit
            guard end > start else { return }
            found.append(TimeMatch(pattern: patterns[Int(number)], range: start..<end, slots: slots))
        }
        if isFigure { for number in byFigure { attempt(number) } }
        if word >= 0 {
            for number in byWord[Int(word)] where !isFigure || !byFigure.contains(number) { attempt(number) }
        }
        guard found.count > 1 else { return found }
        return found.sorted {
            ($1.range.upperBound, $0.pattern.line) < ($0.range.upperBound, $1.pattern.line)
        }
    }

    /// Whether a word may begin a number or a date in digits: by a digit, a sign before one, or an apostrophe ("'90s");
    /// or end in one ("mid-1996", "mid-1990s").
    private static func isFigure(_ lower: String) -> Bool {
        guard let first = lower.utf8.first else { return false }
        guard first < UInt8(ascii: "A") else {
            guard lower.utf8.count > 5, let last = lower.utf8.dropLast().last else { return false }
            return last >= UInt8(ascii: "0") && last <= UInt8(ascii: "9")
        }
        return first >= UInt8(ascii: "0") || first == UInt8(ascii: "'") || lower.utf8.count > 1
    }
}
