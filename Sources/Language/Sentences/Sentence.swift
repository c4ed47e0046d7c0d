public import Record

/// What kind of line a sentence stands in.
public enum SentenceRole: String, Sendable {
    case body
    /// The document's first line where it is a headline, or a heading between paragraphs: often without articles and in title case.
    case heading
    case listItem
}

/// A sentence: its words and where it stands.
public struct Sentence: Sendable {
    public var tokens: [Token]
    public var span: Span
    /// The number of the paragraph, from 0; paragraphs are parted by line ends.
    public var paragraph: Int
    public var role: SentenceRole
    /// The names in it, in the order of the text; they do not overlap.
    public var names: [NameSpan] = []

    public init(tokens: [Token], span: Span, paragraph: Int, role: SentenceRole = .body) {
        self.tokens = tokens
        self.span = span
        self.paragraph = paragraph
        self.role = role
    }

    /// The range of tokens that touch a span; empty if none does.
    public func tokens(in span: Span) -> Range<Int> {
        let low = firstToken { $0.span.end > span.start }
        return low..<max(low, firstToken { $0.span.start >= span.end })
    }

    /// The first token that lies beyond a point, by binary search; the count if none does.
    private func firstToken(beyond: (Token) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if beyond(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The span of a range of tokens, which must not be empty.
    public func span(of range: Range<Int>) -> Span {
        Span(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
    }
}
