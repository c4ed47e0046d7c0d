internal import Language

/// A pattern that fits the tokens of a sentence.
struct TimeMatch: Sendable {
    var pattern: TimePattern
    var range: Range<Int>
    var slots: [String: String]

    /// The argument of the recipe with its slots filled; nil where it is absent or a slot of it did not match.
    func argument(_ name: String) -> String? {
        guard let template = pattern.arguments.first(where: { $0.name == name })?.template else { return nil }
        guard let dollar = template.utf8.firstIndex(of: UInt8(ascii: "$")) else { return template }
        let slot = String(template[template.index(after: dollar)...])
        return slots[slot].map { String(template[..<dollar]) + $0 }
    }
}

/// The patterns, found quickly by the word or class that they begin with.
struct TimeMatcher: Sendable {
    private let patterns: [TimePattern]
    let vocabulary: TimeVocabulary
    private let byWord: [String: [Int]]
    /// Patterns that may begin with a slot.
    private let others: [Int]

    init(patterns: [TimePattern], vocabulary: TimeVocabulary) {
        self.patterns = patterns
        self.vocabulary = vocabulary
        var byWord: [String: [Int]] = [:]
        var others: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            var words: Set<String> = []
            if Self.firstWords(of: pattern.elements[...], into: &words) {
                others.append(index)
            } else {
                for word in words { byWord[word, default: []].append(index) }
            }
        }
        self.byWord = byWord
        self.others = others
    }

    /// Collects the words a pattern can begin with; true if it may begin with a slot or match nothing.
    private static func firstWords(of elements: ArraySlice<TimePattern.Element>, into words: inout Set<String>) -> Bool
    {
        for element in elements {
            switch element {
            case .word(let word):
                words.insert(word)
                return false
            case .slot: return true
            case .choice(let choices):
                var open = false
                for choice in choices where firstWords(of: choice[...], into: &words) { open = true }
                return open
            case .optional(let inner):
                if firstWords(of: [inner], into: &words) { return true }
            }
        }
        return true
    }

    /// The fits at a token, longest first, then in the order of the table.
    func matches(_ tokens: [Token], at start: Int) -> [TimeMatch] {
        var found: [TimeMatch] = []
        for index in others + (byWord[tokens[start].lower] ?? []) {
            let pattern = patterns[index]
            var slots: [String: String] = [:]
            if let end = fit(pattern.elements[...], tokens, start, &slots), end > start {
                found.append(TimeMatch(pattern: pattern, range: start..<end, slots: slots))
            }
        }
        return found.sorted {
            ($1.range.upperBound, $0.pattern.line) < ($0.range.upperBound, $1.pattern.line)
        }
    }

    /// The end of the elements' fit from a token on. The depth of the recursion is the length of the pattern.
    private func fit(
        _ elements: ArraySlice<TimePattern.Element>, _ tokens: [Token], _ at: Int, _ slots: inout [String: String]
    ) -> Int? {
        guard let element = elements.first else { return at }
        let rest = elements.dropFirst()
        switch element {
        case .word(let word):
            guard at < tokens.count, tokens[at].lower == word else { return nil }
            return fit(rest, tokens, at + 1, &slots)
        case .slot(let name, let classes):
            guard at < tokens.count else { return nil }
            for item in classes {
                let match =
                    item == "dir" ? direction(tokens[at]).map { ($0, at + 1) } : vocabulary.match(item, tokens, at)
                guard let (value, end) = match else { continue }
                var filled = slots
                filled[name] = value
                if let final = fit(rest, tokens, end, &filled) {
                    slots = filled
                    return final
                }
            }
            return nil
        case .choice(let choices):
            for choice in choices {
                var filled = slots
                if let final = fit((choice + rest)[...], tokens, at, &filled) {
                    slots = filled
                    return final
                }
            }
            return nil
        case .optional(let inner):
            var filled = slots
            if let final = fit(([inner] + rest)[...], tokens, at, &filled) {
                slots = filled
                return final
            }
            return fit(rest, tokens, at, &slots)
        }
    }

    private func direction(_ token: Token) -> String? {
        vocabulary.match("direction", [token], 0)?.value
    }
}
