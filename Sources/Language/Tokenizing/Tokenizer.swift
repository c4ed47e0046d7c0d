package import Record
internal import Tables

/// Text to words and punctuation marks, by the conventions of the UD English Web Treebank: contractions and hyphenated
/// words are split, numbers, addresses and abbreviations are not.
///
/// One pass over the text; its cost grows with its length, whatever the text is.
package struct Tokenizer: Sendable {
    static let tables = SpellingTable.tables

    let spellings: SpellingTable

    init(data: DataFolder) throws(DataError) {
        spellings = try SpellingTable(data: data)
    }

    /// A token before it is tagged.
    package struct Piece: Equatable, Sendable {
        package var span: Span
        package var text: String
        package var spaceBefore: Bool
        /// True if it was written as one word with the piece before it: the `n't` of `don't`, the `'s` of `Kyiv's`.
        package var isJoined = false
    }

    /// The pieces of one line.
    /// - Parameters:
    ///   - scalars: the whole text.
    ///   - range: the line, without its end.
    func pieces(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Piece] {
        var scanner = TokenScanner(scalars: scalars, spellings: spellings, end: range.upperBound)
        scanner.pieces.reserveCapacity(range.count / 5 + 1)
        var at = range.lowerBound
        while at < range.upperBound {
            if Letters.isSpace(scalars[at]) {
                scanner.isAfterSpace = true
                at += 1
                continue
            }
            var to = at + 1
            while to < range.upperBound, !Letters.isSpace(scalars[to]) { to += 1 }
            scanner.scan(at, to)
            at = to
        }
        return scanner.pieces
    }

    /// Parts the full stop of an abbreviation that a sentence ends with from it, as the treebank does: `etc|.`.
    static func splitFinalStop(of piece: Piece) -> [Piece] {
        guard piece.text.utf8.count > 1, piece.text.utf8.last == UInt8(ascii: ".") else { return [piece] }
        let stop = Span(start: piece.span.end - 1, end: piece.span.end)
        return [
            Piece(
                span: Span(start: piece.span.start, end: stop.start), text: String(piece.text.dropLast()),
                spaceBefore: piece.spaceBefore, isJoined: piece.isJoined),
            Piece(span: stop, text: ".", spaceBefore: false),
        ]
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool { Letters.isWord(scalar) }
}
