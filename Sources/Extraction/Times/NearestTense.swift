internal import Language

/// Whether a sentence speaks of the past or the future around an expression: by the nearest verb before it, else by the
/// first after it.
///
/// Asked for expressions in text order it looks at each token no more than twice.
struct NearestTense: Sendable {
    private let tokens: [Token]
    private let vocabulary: TimeVocabulary
    /// Up to where the tokens were looked at, and the last direction among them.
    private var seen = 0
    private var last: TimeContext.Direction?
    /// The first token with a direction from some point on; the count if there is none.
    private var ahead = -1

    init(tokens: [Token], vocabulary: TimeVocabulary) {
        self.tokens = tokens
        self.vocabulary = vocabulary
    }

    /// The direction around a range that starts no earlier than the one asked for before.
    mutating func direction(around range: Range<Int>) -> TimeContext.Direction {
        var at = range.lowerBound - 1
        while at >= seen {
            if let found = direction(of: tokens[at]) {
                last = found
                break
            }
            at -= 1
        }
        seen = max(seen, range.lowerBound)
        if let last { return last }
        if ahead < range.upperBound {
            ahead = range.upperBound
            while ahead < tokens.count, direction(of: tokens[ahead]) == nil { ahead += 1 }
        }
        return ahead < tokens.count ? direction(of: tokens[ahead]) ?? .past : .past
    }

    /// The direction that a word gives; nil for what has no tense.
    private func direction(of token: Token) -> TimeContext.Direction? {
        if token.tag != .noun, vocabulary.has(token.lower, in: "future") { return .future }
        let isFinite = token.verbForm == .past || token.verbForm == .present
        return isFinite && (token.tag == .verb || token.tag == .auxiliary) ? .past : nil
    }
}
