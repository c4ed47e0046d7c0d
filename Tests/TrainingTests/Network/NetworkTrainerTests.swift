import Record
import Tables
import Testing

@testable import Language
@testable import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("The network")
struct NetworkTrainerTests {
    /// Three sentences: form, lemma, universal tag, Penn tag, head, relation, name.
    static let sentences: [LabelledSentence] = [
        [
            ("Rebels", "NOUN", "NNS", 1, "nsubj", "O"), ("captured", "VERB", "VBD", -1, "root", "O"),
            ("Mira", "PROPN", "NNP", 3, "compound", "B-person"), ("Olen", "PROPN", "NNP", 1, "obj", "I-person"),
            (".", "PUNCT", ".", 1, "punct", "O"),
        ],
        [
            ("Olen", "PROPN", "NNP", 1, "nsubj", "B-place"), ("burned", "VERB", "VBD", -1, "root", "O"),
            ("quickly", "ADV", "RB", 1, "advmod", "O"), (".", "PUNCT", ".", 1, "punct", "O"),
        ],
        [
            ("The", "DET", "DT", 2, "det", "O"), ("old", "ADJ", "JJ", 2, "amod", "O"),
            ("ministry", "NOUN", "NN", 3, "nsubj", "O"), ("said", "VERB", "VBD", -1, "root", "O"),
            ("nothing", "PRON", "NN", 3, "obj", "O"), (".", "PUNCT", ".", 3, "punct", "O"),
        ],
    ].map { (rows: [(String, String, String, Int, String, String)]) in
        LabelledSentence(
            document: "", forms: rows.map(\.0), spaceBefore: rows.map { $0.0 != "." },
            tree: rows.map {
                TreebankWord(
                    form: $0.0, lemma: $0.0, universalTag: $0.1, pennTag: $0.2, head: $0.3, relation: $0.4,
                    spaceAfter: true)
            }, names: rows.map(\.5))
    }

    static func trainer(seed: UInt64) -> NetworkTrainer {
        var shape = NetworkShape()
        (shape.embedding, shape.direction, shape.layers) = (24, 16, 2)
        (shape.arc, shape.relation, shape.name) = (16, 8, 8)
        var plan = NetworkTrainer.Plan()
        (plan.epochs, plan.batch, plan.rate, plan.seed) = (150, 15, 0.02, seed)
        (plan.upperCase, plan.titleCase) = (0, 0)
        let vectors = WordVectors(
            dimensions: 2, scale: 0.01, words: ["captured", "burned", "olen"], values: [90, 10, 80, -20, -90, 60])
        let trainer = NetworkTrainer(
            shape: shape, plan: plan, training: sentences, vectors: vectors, classes: [("mira", 1), ("ministry", 128)])
        trainer.train(sentences) { _, _ in }
        return trainer
    }

    @Test("it learns a few sentences by heart, and the same seed gives the same model")
    func learns() {
        let trainer = Self.trainer(seed: 3)
        let figures = trainer.measure(Self.sentences)
        #expect(figures.universalTags == 100 && figures.pennTags == 100 && figures.names == 100)
        #expect(figures.unlabelled == 100 && figures.labelled == 100)
        let model = trainer.model(calibratedOn: Self.sentences)
        #expect(model == Self.trainer(seed: 3).model(calibratedOn: Self.sentences))
        #expect(model != Self.trainer(seed: 4).model(calibratedOn: Self.sentences))
    }

    @Test("in whole numbers it says what it says as it learnt")
    func wholeNumbers() throws {
        let bytes = Self.trainer(seed: 5).model(calibratedOn: Self.sentences)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("annals-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try ModelFile(path: path, kind: ModelKind.network)
        let encoder = try Encoder(file: file)
        let tagger = try Tagger(file: file, shape: encoder.shape)
        let parser = try Parser(file: file, shape: encoder.shape)
        let recognizer = try NameRecognizer(file: file, shape: encoder.shape)
        let inputs = Self.sentences.map { sentence in
            var input = Encoder.Input()
            for (at, form) in sentence.forms.enumerated() {
                let lower = WordFolding.folded(form)
                input.append(
                    WordFeatures.Word(
                        text: form, lower: lower, entry: encoder.words.entry(lower), isFirst: at == 0,
                        spaceBefore: sentence.spaceBefore[at]))
            }
            return input
        }
        let encoded = encoder.encode(inputs[...], Workspace())
        let gold = Self.sentences.flatMap { $0.tree ?? [] }
        let tags = tagger.tags(of: encoded)
        #expect(tags.map(\.universal.rawValue) == gold.map(\.universalTag))
        #expect(tags.map(\.penn) == gold.map(\.pennTag))
        let arcs = parser.arcs(of: encoded)
        #expect(arcs.map(\.head) == gold.map(\.head))
        #expect(arcs.map(\.relation) == gold.map(\.relation))
        let names = recognizer.names(in: encoded)
        #expect(names == Self.sentences.map { NetworkTrainer.spans($0.names ?? []) })
    }
}
