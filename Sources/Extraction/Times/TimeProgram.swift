internal import Language

/// The patterns as one graph of steps, each of which knows where it goes on: no pattern is taken apart while it is tried.
struct TimeProgram: Sendable {
    private struct Step: Sendable {
        enum Kind: Sendable {
            /// One word of the vocabulary, by its number.
            case word(Int32)
            /// A word of one of several classes, tried in their order; by the number of its name.
            case slot(Int)
            /// Ways to go on, the first that leads to an end is taken.
            case fork
            /// The expression ends here, though the pattern goes on.
            case mark
            case end
        }

        var kind: Kind
        /// The step after it; for a fork none.
        var next = 0
        /// Where a slot's classes or a fork's ways stand.
        var items: Range<Int> = 0..<0
    }

    private var steps = [Step(kind: .end)]
    private var classes: [TimeVocabulary.Class] = []
    private var ways: [Int] = []
    private var names: [String] = []
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
            case .word(let word): steps.append(Step(kind: .word(vocabulary.number(adding: word)), next: next))
            case .slot(let name, let items):
                let from = classes.count
                classes += items.map { vocabulary.wordClass($0) }
                names.append(name)
                steps.append(Step(kind: .slot(names.count - 1), next: next, items: from..<classes.count))
            case .end: steps.append(Step(kind: .mark, next: next))
            case .choice(let choices): addFork(choices.map { add($0, before: next, &vocabulary) })
            case .optional(let inner): addFork([add([inner], before: next, &vocabulary), next])
            }
            next = steps.count - 1
        }
        return next
    }

    private mutating func addFork(_ targets: [Int]) {
        let from = ways.count
        ways += targets
        steps.append(Step(kind: .fork, items: from..<ways.count))
    }

    /// The words and classes that a pattern can begin with.
    func firsts(of pattern: Int) -> (words: Set<Int32>, classes: [TimeVocabulary.Class]) {
        var words: Set<Int32> = []
        var classes: [TimeVocabulary.Class] = []
        var open = [starts[pattern]]
        while let step = open.popLast() {
            switch steps[step].kind {
            case .word(let word): words.insert(word)
            case .slot: classes += self.classes[steps[step].items]
            case .fork: open += ways[steps[step].items]
            case .mark: open.append(steps[step].next)
            case .end: break
            }
        }
        return (words, classes)
    }

    /// The end of a pattern's fit from a token on, with what its slots matched. Where the pattern goes on behind the
    /// expression, the slot `>` holds the expression's end.
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
            switch steps[step].kind {
            case .end: return at
            case .mark:
                slots.append(TimeMatch.Filled(slot: ">", value: String(at)))
                step = steps[step].next
            case .word(let word):
                guard at < words.count, words[at] == word else { return nil }
                at += 1
                step = steps[step].next
            case .slot(let name):
                guard at < words.count else { return nil }
                for item in steps[step].items {
                    guard let (value, end) = vocabulary.match(classes[item], tokens, words, at) else { continue }
                    let filled = slots.count
                    slots.append(TimeMatch.Filled(slot: names[name], value: value))
                    if let final = follow(steps[step].next, vocabulary, tokens, words, end, &slots) { return final }
                    slots.removeLast(slots.count - filled)
                }
                return nil
            case .fork:
                for item in steps[step].items {
                    let filled = slots.count
                    if let final = follow(ways[item], vocabulary, tokens, words, at, &slots) { return final }
                    slots.removeLast(slots.count - filled)
                }
                return nil
            }
        }
    }
}
