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
    /// For each universal tag a row of the Penn tags that go with it: 1 if they do.
    private let pairs: ModelArray<UInt8>
    private let scores: QuantizedMatrix

    init(file: ModelFile, shape: NetworkShape) throws(DataError) {
        universal = try file.lines("universal tags").map { PartOfSpeech(rawValue: $0) ?? .other }
        penn = try file.lines("penn tags")
        guard universal.count == shape.universalTags, penn.count == shape.pennTags else {
            throw DataError(
                file: file.path, line: nil, expected: "as many tags as its shape says",
                advice: "Make the model anew with `make train`.")
        }
        pairs = try file.array("tag pairs", of: UInt8.self, count: universal.count * penn.count)
        guard pairs.contains(1) else {
            throw DataError(
                file: file.path, line: nil, expected: "tags that go together",
                advice: "Make the model anew with `make train`.")
        }
        scores = try QuantizedMatrix(
            file: file, name: "tags", outputs: shape.universalTags + shape.pennTags, inputs: shape.hidden)
    }

    /// The tags of all words: of each the best two that go together.
    func tags(of sentences: EncodedSentences) -> [Tags] {
        let scores = sentences.mapped(by: scores)
        return (0..<sentences.words).map { word in
            let row = scores + word * self.scores.outputs
            let pennRow = row + universal.count
            var best = (
                universal: EncodedSentences.best(row, universal.count), penn: EncodedSentences.best(pennRow, penn.count)
            )
            if pairs[best.universal * penn.count + best.penn] == 0 {
                var top = -Float.infinity
                for at in pairs.indices where pairs[at] == 1 {
                    let score = row[at / penn.count] + pennRow[at % penn.count]
                    if score > top { (top, best) = (score, (at / penn.count, at % penn.count)) }
                }
            }
            return Tags(universal: universal[best.universal], penn: penn[best.penn])
        }
    }
}
