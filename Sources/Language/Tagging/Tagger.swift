internal import Tables

/// Gives each word its universal and its Penn tag.
struct Tagger: Sendable {
    /// The tags of a word.
    struct Tags {
        var universal: PartOfSpeech
        var penn: String
    }

    private let universal: [PartOfSpeech]
    private let penn: [String]
    private let scores: QuantizedMatrix

    init(file: ModelFile, shape: NetworkShape) throws(DataError) {
        universal = try file.lines("universal tags").map { PartOfSpeech(rawValue: $0) ?? .other }
        penn = try file.lines("penn tags")
        guard universal.count == shape.universalTags, penn.count == shape.pennTags else {
            throw DataError(
                file: file.path, line: nil, expected: "as many tags as its shape says",
                advice: "Make the model anew with `make train`.")
        }
        scores = try QuantizedMatrix(
            file: file, name: "tags", outputs: shape.universalTags + shape.pennTags, inputs: shape.hidden)
    }

    /// The tags of all words.
    func tags(of sentences: EncodedSentences) -> [Tags] {
        let scores = sentences.mapped(by: scores)
        return (0..<sentences.words).map { word in
            let row = scores + word * self.scores.outputs
            return Tags(
                universal: universal[EncodedSentences.best(row, universal.count)],
                penn: penn[EncodedSentences.best(row + universal.count, penn.count)])
        }
    }
}
