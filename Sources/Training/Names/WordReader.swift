internal import Language
internal import Record
public import Tables

/// A word of a running text.
public struct TextWord: Equatable, Sendable {
    public var text: String
    /// Where it stands, in code points.
    public var span: Range<Int>

    public init(text: String, span: Range<Int>) {
        self.text = text
        self.span = span
    }
}

/// Cuts a running text into sentences of words, as the language stage does where the names will be looked for.
public struct WordReader: Sendable {
    private let read: @Sendable (String) -> [[TextWord]]

    public init(_ read: @escaping @Sendable (String) -> [[TextWord]]) {
        self.read = read
    }

    /// Reads as the language stage does.
    public init(data: DataFolder) throws(DataError) {
        let segmenter = try Segmenter(data: data)
        self.init { text in
            segmenter.segments(of: SourceText(text)).map { segment in
                segment.pieces.map { TextWord(text: $0.text, span: $0.span.start..<$0.span.end) }
            }
        }
    }

    public func sentences(of text: String) -> [[TextWord]] { read(text) }

    /// All words of a text that is one sentence.
    public func words(of text: String) -> [TextWord] { Array(read(text).joined()) }
}

extension [TextWord] {
    /// The words that a span of the text touches; nil if none does.
    func touched(by span: Range<Int>) -> Range<Int>? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].span.upperBound > span.lowerBound { high = middle } else { low = middle + 1 }
        }
        var end = low
        while end < count, self[end].span.lowerBound < span.upperBound { end += 1 }
        return low < end ? low..<end : nil
    }
}
