internal import Record

extension Tokenizer {
    /// Splits negated auxiliaries as the treebank does: `do|n't`. The pieces come as `don`, `'t` and leave as `do`, `n't`.
    static func splitNegations(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        result.reserveCapacity(pieces.count)
        for piece in pieces {
            guard piece.text.utf8.count <= 4, let mark = piece.text.unicodeScalars.first, isApostrophe(mark),
                piece.text.unicodeScalars.dropFirst().elementsEqual("t".unicodeScalars)
                    || piece.text.unicodeScalars.dropFirst().elementsEqual("T".unicodeScalars),
                let last = result.last, last.text.unicodeScalars.count > 1,
                last.text.hasSuffix("n") || last.text.hasSuffix("N")
            else {
                result.append(piece)
                continue
            }
            let letter = String(last.text.suffix(1))
            result[result.count - 1] = Piece(
                span: Span(start: last.span.start, end: last.span.end - 1), text: String(last.text.dropLast()),
                spaceBefore: last.spaceBefore)
            result.append(
                Piece(
                    span: Span(start: piece.span.start - 1, end: piece.span.end), text: letter + piece.text,
                    spaceBefore: false))
        }
        return result
    }
}
