internal import Language

/// A pattern of words as `hedges.tsv` describes it: each word is matched against a token's lemma or form.
struct WordPattern: Sendable {
    enum Part: Sendable, Equatable {
        /// One of these words.
        case word([String])
        /// One of these words where it is tagged a verb.
        case verb([String])
        /// The same, or nothing.
        case optional([String])
        case anyForm(of: String)
        /// not, n't, never, cannot.
        case negation
        case anyToken
        /// None to four tokens.
        case gap
    }

    let parts: [Part]

    init(_ text: String) {
        parts = text.split(separator: " ").map { item in
            switch item {
            case "*": return .anyToken
            case "**": return .gap
            case "BE", "WAS": return .anyForm(of: "be")
            case "HAVE": return .anyForm(of: "have")
            case "NOT": return .negation
            default:
                if item.hasSuffix(":v") {
                    return .verb(item.dropLast(2).split(separator: "/").map { String($0).lowercased() })
                }
                let optional = item.hasSuffix("?")
                let words = (optional ? item.dropLast() : item).split(separator: "/").map { String($0).lowercased() }
                return optional ? .optional(words) : .word(words)
            }
        }
    }

    /// The words that its first token can be; nil where any may be.
    var openers: [String]? {
        switch parts.first {
        case .word(let words), .verb(let words): return words
        case .anyForm(let lemma): return [lemma]
        case .negation: return ["not", "n't", "never", "cannot"]
        default: return nil
        }
    }

    /// Where a match that begins at a token ends, or nil.
    func end(in tokens: [Token], from start: Int) -> Int? { match(tokens, start, 0) }

    // The recursion is as deep as the pattern is long, and a gap tries at most five ways.
    private func match(_ tokens: [Token], _ at: Int, _ part: Int) -> Int? {
        guard part < parts.count else { return at }
        switch parts[part] {
        case .optional(let words):
            if at < tokens.count, Self.fits(tokens[at], words), let end = match(tokens, at + 1, part + 1) { return end }
            return match(tokens, at, part + 1)
        case .gap:
            for skipped in 0...4 where at + skipped <= tokens.count {
                if skipped > 0 {
                    let passed = tokens[at + skipped - 1].tag
                    if passed == .punctuation || passed == .subordinator { return nil }
                }
                if let end = match(tokens, at + skipped, part + 1) { return end }
            }
            return nil
        case .word(let words):
            guard at < tokens.count, Self.fits(tokens[at], words) else { return nil }
        case .verb(let words):
            guard at < tokens.count, tokens[at].tag == .verb, Self.fits(tokens[at], words) else { return nil }
        case .anyForm(let lemma):
            guard at < tokens.count, tokens[at].lemma == lemma else { return nil }
        case .negation:
            guard at < tokens.count, FunctionWords.negations.contains(tokens[at].lower) else { return nil }
        case .anyToken:
            guard at < tokens.count else { return nil }
        }
        return match(tokens, at + 1, part + 1)
    }

    private static func fits(_ token: Token, _ words: [String]) -> Bool {
        // "May" and "Will" in mid-sentence are names.
        if token.tag == .properNoun { return false }
        return words.contains(token.lower) || words.contains(token.lemma)
    }
}
