internal import Tables

/// Says how the words of a sentence in capitals would be written elsewhere, by a small network that has learnt it from
/// mixed-case text; after Susanto, Chieu and Lu, "Learning to capitalize with character-level recurrent neural networks"
/// (2016), but over words.
struct CasingNetwork: Sendable {
    /// The file inside the data folder.
    static let file = "models/casing.model"

    private let encoder: Encoder
    private let scores: QuantizedMatrix
    private let cases: [WordCase]

    /// - Parameter words: the words of the network of tags and trees, whose vectors it shares.
    init(data: DataFolder, words: WordTable) throws(DataError) {
        let file = try ModelFile(data: data, name: Self.file, kind: ModelKind.casing)
        encoder = try Encoder(file: file, words: words)
        let shape = encoder.shape
        cases = try file.lines("penn tags").compactMap(WordCase.init)
        guard cases.count == shape.pennTags, shape.universalTags == 1 else {
            throw DataError(
                file: file.path, line: nil, expected: "cases of words: \(WordCase.allCases.map(\.rawValue))",
                advice: "Make the model anew with `make train`.")
        }
        scores = try QuantizedMatrix(file: file, name: "tags", outputs: 1 + cases.count, inputs: shape.hidden)
    }

    /// What is known of a word in lower case.
    func entry(_ lower: String) -> WordTable.Entry { encoder.words.entry(lower) }

    /// The case of each word of some sentences.
    func cases(of sentences: ArraySlice<[Tokenizer.Piece]>, _ workspace: Workspace) -> [[WordCase]] {
        let inputs = sentences.map { pieces in
            var input = Encoder.Input()
            for (at, piece) in pieces.enumerated() {
                let lower = WordFolding.folded(piece.text)
                input.append(
                    WordFeatures.Word(
                        text: lower, lower: lower, entry: encoder.words.entry(lower), isFirst: at == 0,
                        spaceBefore: piece.spaceBefore))
            }
            return input
        }
        workspace.reset()
        let encoded = encoder.encode(inputs[...], workspace)
        let rows = encoded.mapped(by: scores)
        return encoded.sentences.map { range in
            range.map { word in cases[EncodedSentences.best(rows + word * scores.outputs + 1, cases.count)] }
        }
    }
}
