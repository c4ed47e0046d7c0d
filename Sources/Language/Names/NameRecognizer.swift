internal import CKernels
internal import Tables

/// Finds the names in sentences.
struct NameRecognizer: Sendable {
    private let views: QuantizedMatrix
    private let scores: QuantizedMatrix

    init(file: ModelFile, shape: NetworkShape) throws(DataError) {
        guard shape.nameLabels == NameLabels.all.count else {
            throw DataError(
                file: file.path, line: nil, expected: "\(NameLabels.all.count) labels of names",
                advice: "Make the model anew with `make train`.")
        }
        views = try QuantizedMatrix(file: file, name: "name views", outputs: shape.name, inputs: shape.hidden)
        scores = try QuantizedMatrix(file: file, name: "names", outputs: shape.nameLabels, inputs: shape.name)
    }

    /// The names of each sentence.
    func names(in sentences: EncodedSentences) -> [[NameSpan]] {
        let words = sentences.words
        let viewed = sentences.mapped(by: views)
        annals_squash(viewed, words * views.outputs)
        let rounded = sentences.workspace.whole(words * views.outputs)
        self.scores.quantize(viewed, count: words * views.outputs, to: rounded)
        let scores = sentences.workspace.numbers(words * self.scores.outputs)
        self.scores.multiply(
            rounded, rows: words, row: views.outputs, to: scores, outputRow: self.scores.outputs)
        return sentences.sentences.map { range in
            NameLabels.names(
                scores + range.lowerBound * self.scores.outputs, count: range.count, stride: self.scores.outputs)
        }
    }
}
