/// The bytes of a feed as the parser may have them: UTF-8 without what is dangerous, in pieces.
struct FeedBytes: ~Copyable {
    private var source: ByteSource
    private let converter: CharacterConverter
    private var filter = FeedFilter()
    private var mark: Int
    private var isAtEnd = false
    private static let pieceSize = 1 << 16

    /// True once the feed turned out to declare entities of its own.
    var declaresEntities: Bool { filter.declaresEntities }

    /// True once some bytes could not be read as what the feed's character set says.
    var isDamaged: Bool { converter.isDamaged }

    init(_ source: consuming ByteSource) throws(ByteSource.Problem) {
        let sample = try source.peek(1 << 18)
        let (mark, name) = TextDecoder.charset(ofStart: sample, declared: FeedText.declaredEncoding(sample))
        self.mark = mark
        converter = name.flatMap(CharacterConverter.init(from:)) ?? CharacterConverter()
        self.source = source
    }

    /// The next piece; nil after the last.
    mutating func next() throws(ByteSource.Problem) -> [UInt8]? {
        if isAtEnd { return nil }
        var piece = try source.piece(Self.pieceSize)
        isAtEnd = piece.isEmpty
        if mark > 0 {
            piece.removeFirst(min(mark, piece.count))
            mark = 0
        }
        return filter.filtered(converter.converted(piece, isLast: isAtEnd), isLast: isAtEnd)
    }
}
