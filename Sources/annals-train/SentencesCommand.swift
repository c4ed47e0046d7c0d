import ArgumentParser
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns the sentence splitter.
struct SentencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences", abstract: "Learn where sentences end, from treebanks whose paragraphs are marked.")

    @Argument(help: "CoNLL-U files to learn from.")
    var treebanks: [String]

    @Option(help: "CoNLL-U files to measure on; nothing is learnt from them.")
    var heldOut: [String] = []

    @Option(help: "A file of paragraphs, one a line, with ` | ` where a sentence ends; learnt from three times.")
    var marked: String?

    @Option(help: "The model to write.")
    var output: String

    @Option(help: "The data folder with the tables of the tokenizer.")
    var data: String?

    @Option(help: "How many models are learnt; their mean is written.")
    var runs = SentenceTrainer().runs

    @Option(help: "How often all examples are gone through in each run.")
    var rounds = SentenceTrainer().rounds

    @Option(help: "The size of the first steps.")
    var rate = SentenceTrainer().rate

    @Option(help: "The logarithm of the odds from which on a gap is a boundary.")
    var threshold = SentenceTrainer().threshold

    @Option(help: "Of the order in which paragraphs are gone through.")
    var seed: UInt64 = 1

    func run() throws {
        let folder = try DataFolder.locate(data)
        var examples = try SentenceExamples(treebanks.map { try Treebank(path: $0) }, data: folder)
        if let marked {
            guard let bytes = FileManager.default.contents(atPath: marked) else {
                throw ValidationError("\(marked) cannot be read.")
            }
            try examples.add(marked: [UInt8](bytes), times: 3, data: folder)
        }
        let measured = try heldOut.map { try ($0, SentenceExamples([Treebank(path: $0)], data: folder)) }
        print("\(examples.sentenceCount) sentences to learn from")
        var trainer = SentenceTrainer(seed: seed)
        trainer.runs = runs
        trainer.rounds = rounds
        trainer.rate = rate
        trainer.threshold = threshold
        trainer.learn(examples) { run, trainer in
            let figures = measured.map { "\($0.0) \(Self.percent(trainer.score($0.1).f1))" }
            print(
                "run \(run): \((["learnt \(Self.percent(trainer.score(examples).f1))"] + figures).joined(separator: ", "))"
            )
        }
        try Data(trainer.file()).write(to: URL(filePath: output), options: .atomic)
        print("written: \(output)")
    }

    private static func percent(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
