public import Record

/// A text with all that the language stage knows of it.
public struct Analysis: Sendable {
    public let source: SourceText
    public var sentences: [Sentence]

    public init(source: SourceText, sentences: [Sentence]) {
        self.source = source
        self.sentences = sentences
    }

    /// The index of the sentence that holds a code point, or that stands before the gap it falls into.
    public func sentenceIndex(at offset: Int) -> Int? {
        guard let first = sentences.first, offset >= first.span.start else { return nil }
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].span.start <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
