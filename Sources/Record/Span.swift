/// A half-open range of characters in a document's text.
///
/// Offsets are Unicode code points from the start of the stored text, so that in SQL
/// `substr(text, start + 1, end - start)` gives the words.
public struct Span: Hashable, Codable, Sendable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// The number of code points.
    public var count: Int { end - start }

    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    public func union(_ other: Span) -> Span { Span(start: min(start, other.start), end: max(end, other.end)) }
}

extension Span: Comparable {
    /// Text order; of two spans that start together the longer comes first.
    public static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}

/// A part of the annotation record that stands at one place of the text.
public protocol Spanned {
    var start: Int { get set }
    var end: Int { get set }
}

extension Spanned {
    /// Where it stands, in code points.
    public var span: Span {
        get { Span(start: start, end: end) }
        set {
            start = newValue.start
            end = newValue.end
        }
    }
}
