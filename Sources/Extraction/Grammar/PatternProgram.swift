internal import Language

/// The parts of many patterns in one array, and their words in another, so that trying a pattern makes no copies.
struct PatternProgram: Sendable {
    private struct Part: Sendable {
        enum Kind: Sendable { case word, verb, optional, anyForm, negation, anyToken, gap, end }

        var kind: Kind
        var words: Range<Int> = 0..<0
    }

    private var parts: [Part] = []
    private var words: [HashedWord] = []
    /// The first part of each pattern.
    private var starts: [Int] = []

    init(_ patterns: [WordPattern]) {
        for pattern in patterns {
            starts.append(parts.count)
            for part in pattern.parts { add(part) }
            parts.append(Part(kind: .end))
        }
    }

    private mutating func add(_ part: WordPattern.Part) {
        switch part {
        case .word(let words): add(.word, words)
        case .verb(let words): add(.verb, words)
        case .optional(let words): add(.optional, words)
        case .anyForm(let lemma): add(.anyForm, [lemma])
        case .negation: add(.negation, FunctionWords.negations.sorted())
        case .anyToken: add(.anyToken, [])
        case .gap: add(.gap, [])
        }
    }

    private mutating func add(_ kind: Part.Kind, _ choices: [String]) {
        let from = words.count
        words += choices.map { HashedWord($0) }
        parts.append(Part(kind: kind, words: from..<words.count))
    }

    /// Where a match of a pattern that begins at a token ends, or nil.
    func end(of pattern: Int, in tokens: [Token], from start: Int) -> Int? { match(tokens, start, starts[pattern]) }

    // The recursion is as deep as the pattern is long, and a gap tries at most five ways.
    private func match(_ tokens: [Token], _ start: Int, _ first: Int) -> Int? {
        var at = start
        var part = first
        while true {
            switch parts[part].kind {
            case .end: return at
            case .optional:
                if at < tokens.count, fits(tokens, at, part), let end = match(tokens, at + 1, part + 1) { return end }
                part += 1
                continue
            case .gap: return matchGap(tokens, at, part)
            case .word:
                guard at < tokens.count, fits(tokens, at, part) else { return nil }
            case .verb:
                guard at < tokens.count, tokens[at].tag == .verb, fits(tokens, at, part) else { return nil }
            case .anyForm:
                guard at < tokens.count, holds(tokens[at].lemmaWord, part) else { return nil }
            case .negation:
                guard at < tokens.count, holds(tokens[at].lowerWord, part) else { return nil }
            case .anyToken:
                guard at < tokens.count else { return nil }
            }
            at += 1
            part += 1
        }
    }

    private func matchGap(_ tokens: [Token], _ at: Int, _ part: Int) -> Int? {
        for skipped in 0...4 where at + skipped <= tokens.count {
            if skipped > 0 {
                let passed = tokens[at + skipped - 1].tag
                if passed == .punctuation || passed == .subordinator { return nil }
            }
            if let end = match(tokens, at + skipped, part + 1) { return end }
        }
        return nil
    }

    private func fits(_ tokens: [Token], _ at: Int, _ part: Int) -> Bool {
        // "May" and "Will" in mid-sentence are names.
        if tokens[at].tag == .properNoun { return false }
        return holds(tokens[at].lowerWord, part) || holds(tokens[at].lemmaWord, part)
    }

    private func holds(_ word: HashedWord, _ part: Int) -> Bool {
        for number in parts[part].words where words[number].hash == word.hash {
            if words[number].text == word.text { return true }
        }
        return false
    }
}
