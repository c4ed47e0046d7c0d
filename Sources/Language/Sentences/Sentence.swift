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

    public init(tokens: [Token], span: Span, paragraph: Int, role: SentenceRole = .body) {
        self.tokens = tokens
        self.span = span
        self.paragraph = paragraph
        self.role = role
    }

    /// The range of tokens that touch a span; empty if none does.
    public func tokens(in span: Span) -> Range<Int> {
        var low = tokens.startIndex
        while low < tokens.endIndex, tokens[low].span.end <= span.start { low += 1 }
        var high = low
        while high < tokens.endIndex, tokens[high].span.start < span.end { high += 1 }
        return low..<high
    }

    /// The span of a range of tokens, which must not be empty.
    public func span(of range: Range<Int>) -> Span {
        Span(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
    }
}
