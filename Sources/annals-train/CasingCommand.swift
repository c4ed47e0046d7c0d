import ArgumentParser
import Language
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns the case of words in text that is all capitals.
struct CasingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "casing", abstract: "Learn how words of a text in capitals are written elsewhere.")

    @Option(help: "The folder of the corpora.")
    var corpora = "../shared/corpora"

    @Option(help: "The data folder: tables, templates and word vectors.")
    var data = "data"

    @Option(help: "Where the model is written; nowhere if empty.")
    var output = "data/models/casing.model"

    @Option(help: "How often all sentences are shown.")
    var epochs = 6

    @Option(help: "Where the random numbers begin.")
    var seed: UInt64 = 1

    @Option(help: "Recurrent layers.")
    var layers = 2

    @Option(help: "Numbers of one direction of a recurrent layer.")
    var direction = 64

    @Option(help: "Numbers of an embedding.")
    var embedding = 64

    func run() throws {
        let folder = try DataFolder(path: data)
        let vectors = try WordVectors(path: "\(data)/training/word-vectors.bin")
        let lessons = CasingLessons(
            try Lessons(corpora: corpora, data: folder, copies: 1, fillings: 6, seed: seed))
        Report.line("\(lessons.training.count) sentences")
        var shape = NetworkShape()
        shape.layers = layers
        shape.direction = direction
        shape.embedding = embedding
        // What trees and names need is there, but learns nothing.
        shape.arc = 8
        shape.relation = 8
        shape.name = 8
        var plan = NetworkTrainer.Plan()
        plan.epochs = epochs
        plan.seed = seed
        plan.upperCase = 0
        plan.titleCase = 0
        let trainer = NetworkTrainer(
            shape: shape, plan: plan, training: lessons.training, vectors: vectors,
            classes: try WordClasses.table(data: folder))
        trainer.train(lessons.training) { epoch, loss in
            Report.line("epoch \(epoch): loss \(loss)")
            for (corpus, sentences) in lessons.held {
                Report.line("  \(corpus): case of \(trainer.measure(sentences).pennTags) % of the words")
            }
        }
        guard !output.isEmpty else { return }
        let sample = stride(from: 0, to: lessons.training.count, by: 20).map { lessons.training[$0] }
        let model = trainer.model(calibratedOn: sample, kind: ModelKind.casing, withWords: false)
        try Data(model).write(to: URL(fileURLWithPath: output))
        Report.line("wrote \(output)")
    }
}
