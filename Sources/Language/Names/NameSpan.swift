/// A name in a sentence.
public struct NameSpan: Hashable, Sendable {
    /// Its words, by their place in the sentence.
    public var words: Range<Int>
    public var kind: NameKind

    public init(words: Range<Int>, kind: NameKind) {
        self.words = words
        self.kind = kind
    }
}
