internal import Language

/// The patterns as one graph of steps, each of which knows where it goes on: no pattern is taken apart while it is tried.
struct TimeProgram: Sendable {
    private enum Step: Sendable {
        /// One word of the vocabulary, by its number.
        case word(Int32, next: Int)
        /// A word of one of several classes, tried in their order.
        case slot(name: String, classes: [TimeVocabulary.Class], next: Int)
        /// Ways to go on, the first that leads to an end is taken.
        case fork([Int])
        case end
    }

    private var steps: [Step] = [.end]
    /// The first step of each pattern.
    private var starts: [Int] = []

    init(_ patterns: [TimePattern], _ vocabulary: inout TimeVocabulary) {
        for pattern in patterns { starts.append(add(pattern.elements, before: 0, &vocabulary)) }
    }

    /// Adds the steps of elements that go on with a step; returns their first.
    private mutating func add(
        _ elements: [TimePattern.Element], before next: Int, _ vocabulary: inout TimeVocabulary
    ) -> Int {
        var next = next
        for element in elements.reversed() {
            switch element {
            case .word(let word): steps.append(.word(vocabulary.number(adding: word), next: next))
            case .slot(let name, let classes):
                steps.append(.slot(name: name, classes: classes.map { vocabulary.wordClass($0) }, next: next))
            case .choice(let choices):
                steps.append(.fork(choices.map { add($0, before: next, &vocabulary) }))
            case .optional(let inner):
                steps.append(.fork([add([inner], before: next, &vocabulary), next]))
            }
            next = steps.count - 1
        }
        return next
    }

    /// The words and classes that a pattern can begin with.
    func firsts(of pattern: Int) -> (words: Set<Int32>, classes: [TimeVocabulary.Class]) {
        var words: Set<Int32> = []
        var classes: [TimeVocabulary.Class] = []
        var open = [starts[pattern]]
        while let step = open.popLast() {
            switch steps[step] {
            case .word(let word, _): words.insert(word)
            case .slot(_, let names, _): classes += names
            case .fork(let ways): open += ways
            case .end: break
            }
        }
        return (words, classes)
    }

    /// The end of a pattern's fit from a token on, with what its slots matched.
    func fit(
        _ pattern: Int, _ vocabulary: TimeVocabulary, _ tokens: [Token], _ words: [Int32], _ at: Int,
        _ slots: inout [TimeMatch.Filled]
    ) -> Int? {
        follow(starts[pattern], vocabulary, tokens, words, at, &slots)
    }

    /// The depth of the recursion is the length of the pattern.
    private func follow(
        _ start: Int, _ vocabulary: TimeVocabulary, _ tokens: [Token], _ words: [Int32], _ at: Int,
        _ slots: inout [TimeMatch.Filled]
    ) -> Int? {
        var step = start
        var at = at
        while true {
            switch steps[step] {
            case .end: return at
            case .word(let word, let next):
                guard at < words.count, words[at] == word else { return nil }
                step = next
                at += 1
            case .slot(let name, let classes, let next):
                guard at < words.count else { return nil }
                for item in classes {
                    guard let (value, end) = vocabulary.match(item, tokens, words, at) else { continue }
                    slots.append(TimeMatch.Filled(slot: name, value: value))
                    let filled = slots.count
                    if let final = follow(next, vocabulary, tokens, words, end, &slots) { return final }
                    slots.removeLast(slots.count - filled + 1)
                }
                return nil
            case .fork(let ways):
                for way in ways {
                    let filled = slots.count
                    if let final = follow(way, vocabulary, tokens, words, at, &slots) { return final }
                    slots.removeLast(slots.count - filled)
                }
                return nil
            }
        }
    }
}
