internal import Record
package import Tables

/// Lines as the sentence splitter sees them, for learning.
package struct BoundaryReader: Sendable {
    private let tokenizer: Tokenizer

    package init(data: DataFolder) throws(DataError) { tokenizer = try Tokenizer(data: data) }

    /// A line with the offset at which each of its pieces ends, in code points.
    package func read(_ scalars: [Unicode.Scalar]) -> (line: BoundaryLine, ends: [Int]) {
        let pieces = tokenizer.pieces(of: scalars, in: 0..<scalars.count)
        return (BoundaryLine(pieces, spellings: tokenizer.spellings), pieces.map(\.span.end))
    }
}
