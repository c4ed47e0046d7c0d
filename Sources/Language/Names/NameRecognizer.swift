internal import Tables

/// Finds the names in sentences.
struct NameRecognizer: Sendable {
    private let scores: QuantizedMatrix

    init(file: ModelFile, shape: NetworkShape) throws(DataError) {
        guard shape.nameLabels == NameLabels.all.count else {
            throw DataError(
                file: file.path, line: nil, expected: "\(NameLabels.all.count) labels of names",
                advice: "Make the model anew with `make train`.")
        }
        scores = try QuantizedMatrix(file: file, name: "names", outputs: shape.nameLabels, inputs: shape.hidden)
    }

    /// The names of each sentence.
    func names(in sentences: EncodedSentences) -> [[NameSpan]] {
        let scores = sentences.mapped(by: scores)
        return sentences.sentences.map { range in
            NameLabels.names(
                scores + range.lowerBound * self.scores.outputs, count: range.count, stride: self.scores.outputs)
        }
    }
}
