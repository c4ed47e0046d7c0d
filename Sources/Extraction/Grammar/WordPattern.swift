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
}
