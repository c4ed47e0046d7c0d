internal import Tables

/// The pieces of a line to sentences.
package struct SentenceSplitter: Sendable {
    private let tokenizer: Tokenizer
    private let model: SentenceModel

    /// The files that it reads, for the extractor's version.
    static let tables = [SentenceModel.file]

    /// Pieces of one sentence. No writer's sentence is as long; what looks like one (a list, a bomb) is cut, so that
    /// later stages, which compare the parts of a sentence with each other, take time in proportion to the text.
    package static let longest = 1000

    init(tokenizer: Tokenizer, data: DataFolder) throws(DataError) {
        self.tokenizer = tokenizer
        model = try SentenceModel(data: data)
    }

    /// The ranges of pieces that are sentences; together they are all pieces.
    ///
    /// An abbreviation that ends a sentence loses its stop, which becomes a piece of its own.
    func sentences(of pieces: inout [Tokenizer.Piece]) -> [Range<Int>] {
        let line = BoundaryLine(pieces, spellings: tokenizer.spellings)
        var ranges: [Range<Int>] = []
        var start = 0
        for at in pieces.indices {
            let isLast = at + 1 == pieces.count
            guard isLast || at + 1 - start >= Self.longest || model.isBoundary(line, at, start: start) else { continue }
            ranges.append(start..<at + 1)
            start = at + 1
        }
        return splitFinalStops(of: &pieces, ranges, line)
    }

    private func splitFinalStops(
        of pieces: inout [Tokenizer.Piece], _ ranges: [Range<Int>], _ line: BoundaryLine
    ) -> [Range<Int>] {
        var finals: [Int] = []
        for range in ranges {
            var last = range.upperBound - 1
            while last > range.lowerBound, line.tokens[last].kind == .closeQuote { last -= 1 }
            switch line.tokens[last].kind {
            case .abbreviation, .initialism, .title, .initial: finals.append(last)
            default: break
            }
        }
        guard !finals.isEmpty else { return ranges }
        var parted: [Tokenizer.Piece] = []
        parted.reserveCapacity(pieces.count + finals.count)
        var result: [Range<Int>] = []
        result.reserveCapacity(ranges.count)
        var next = 0
        for range in ranges {
            let start = parted.count
            for at in range {
                if next < finals.count, finals[next] == at {
                    next += 1
                    parted += Tokenizer.splitFinalStop(of: pieces[at])
                } else {
                    parted.append(pieces[at])
                }
            }
            result.append(start..<parted.count)
        }
        pieces = parted
        return result
    }
}
