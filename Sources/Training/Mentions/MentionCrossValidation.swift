internal import Language
public import Tables

/// How well another scheme of mentions is learnt on top of the shipped encoder, cross-validated by document.
///
/// re3d marks "the rebels" and "we" as well as names, with articles and titles; that is not what the name recognizer
/// gives, but the same encoder can be asked for it.
public struct MentionCrossValidation {
    /// What was found of the mentions of one kind, or of all.
    public struct Tally: Sendable {
        public var gold = 0
        public var found = 0
        public var right = 0
        /// In percent.
        public var score: Double { 200 * Double(right) / Double(max(1, gold + found)) }
    }

    private let encoder: Encoder

    /// - Throws: `DataError` if the model cannot be opened.
    public init(model: String) throws(DataError) {
        encoder = try Encoder(file: ModelFile(path: model, kind: ModelKind.network))
    }

    /// Divides documents into parts, learns from all but one, measures on that one.
    /// - Returns: the sum over all parts: of all kinds, and by kind.
    public func measure(
        _ sentences: [NamedSentence], parts: Int, seed: UInt64
    ) -> (all: Tally, kinds: [(kind: String, tally: Tally)]) {
        let documents = Array(Set(sentences.map(\.document))).sorted()
        let part = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($1, $0 % parts) })
        let lessons = sentences.map { sentence in
            let labels = NameLabels.bounded(sentence.labels).map { NameLabels.all.firstIndex(of: $0) ?? 0 }
            return FrozenHead.Lesson(words: words(of: sentence), labels: labels)
        }
        var all = Tally()
        var kinds = Dictionary(uniqueKeysWithValues: NameKind.allCases.map { ($0, Tally()) })
        for held in 0..<parts {
            let head = FrozenHead(inputs: encoder.shape.hidden, seed: seed)
            head.train(
                sentences.indices.filter { part[sentences[$0].document] != held }.map { lessons[$0] }, epochs: 30,
                rate: 0.002)
            for (sentence, lesson) in zip(sentences, lessons) where part[sentence.document] == held {
                let found = head.names(lesson.words)
                let gold = Set(sentence.names)
                for name in gold { kinds[name.kind, default: Tally()].gold += 1 }
                for name in found {
                    kinds[name.kind, default: Tally()].found += 1
                    if gold.contains(name) { kinds[name.kind, default: Tally()].right += 1 }
                }
            }
        }
        for tally in kinds.values {
            all.gold += tally.gold
            all.found += tally.found
            all.right += tally.right
        }
        return (all, NameKind.allCases.map { ($0.rawValue, kinds[$0] ?? Tally()) })
    }

    private func words(of sentence: NamedSentence) -> [Float] {
        let labelled = LabelledSentence(sentence)
        var input = Encoder.Input()
        for (at, form) in labelled.forms.enumerated() {
            let lower = WordFolding.folded(form)
            input.append(
                WordFeatures.Word(
                    text: form, lower: lower, entry: encoder.words.entry(lower), isFirst: at == 0,
                    spaceBefore: labelled.spaceBefore[at]))
        }
        let encoded = encoder.encode([input][...], Workspace())
        return Array(UnsafeBufferPointer(start: encoded.level, count: encoded.words * encoded.width))
    }
}
