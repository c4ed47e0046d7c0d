/// Sentences as the encoder left them: a row of numbers for each word, sentence after sentence.
///
/// The numbers lie in the workspace and are gone when that is reset.
package struct EncodedSentences {
    /// The words of each sentence among all words.
    package let sentences: [Range<Int>]
    /// Row by row.
    package let level: UnsafeMutablePointer<Float>
    /// Numbers of a row.
    package let width: Int
    package let workspace: Workspace

    package var words: Int { sentences.last?.upperBound ?? 0 }

    /// What a linear map makes of all words, row by row.
    func mapped(by matrix: QuantizedMatrix) -> UnsafeMutablePointer<Float> {
        let rounded = workspace.whole(words * width)
        matrix.quantize(level, count: words * width, to: rounded)
        let output = workspace.numbers(words * matrix.outputs)
        matrix.multiply(rounded, rows: words, row: width, to: output, outputRow: matrix.outputs)
        return output
    }

    /// The place of the highest of some scores.
    static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for at in 1..<count where scores[at] > scores[best] { best = at }
        return best
    }
}
