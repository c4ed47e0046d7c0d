import ArgumentParser
import Language
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns the network.
struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Learn tags, trees and names.")

    @Option(help: "The folder of the corpora.")
    var corpora = "../shared/corpora"

    @Option(help: "The data folder: tables, templates and word vectors.")
    var data = "data"

    @Option(help: "Where the model is written; nowhere if empty.")
    var output = "data/models/language.model"

    @Option(help: "How often all sentences are shown.")
    var epochs = 20

    @Option(help: "Where the random numbers begin.")
    var seed: UInt64 = 1

    @Option(help: "Recurrent layers.")
    var layers = 3

    @Option(help: "Numbers of one direction of a recurrent layer.")
    var direction = 128

    @Option(help: "Numbers of an embedding.")
    var embedding = 128

    @Option(help: "The greatest step.")
    var rate: Float = 0.002

    @Option(help: "Words of one step.")
    var batch = 1000

    @Option(help: "How many copies with other names are made of sentences with names.")
    var copies = 1

    @Option(help: "How often each template is filled with names.")
    var fillings = 6

    @Flag(name: .customLong("without-re3d"), help: "Learn nothing from re3d, to be measured on it.")
    var withoutRe3d = false

    func run() throws {
        let folder = try DataFolder(path: data)
        let vectors = try WordVectors(path: "\(data)/training/word-vectors.bin")
        let lessons = try Lessons(
            corpora: corpora, data: folder, copies: copies, fillings: fillings, withRe3d: !withoutRe3d, seed: seed)
        let training = lessons.trees + lessons.names
        let words = training.reduce(0) { $0 + $1.forms.count }
        Report.line(
            "\(lessons.trees.count) sentences with trees, \(lessons.names.count) more with names, \(words) words in all"
        )
        var shape = NetworkShape()
        shape.layers = layers
        shape.direction = direction
        shape.embedding = embedding
        var plan = NetworkTrainer.Plan()
        plan.epochs = epochs
        plan.seed = seed
        plan.rate = rate
        plan.batch = batch
        let trainer = NetworkTrainer(
            shape: shape, plan: plan, training: training, vectors: vectors,
            classes: try WordClasses.table(data: folder))
        let clock = ContinuousClock()
        let start = clock.now
        trainer.train(training) { epoch, loss in
            let seconds = (clock.now - start).components.seconds
            Report.line("epoch \(epoch) after \(seconds) s: loss \(loss)")
            for (corpus, sentences) in lessons.held { Report.line("  \(corpus): \(trainer.measure(sentences))") }
        }
        guard !output.isEmpty else { return }
        let sample = stride(from: 0, to: training.count, by: 20).map { training[$0] }
        try Data(trainer.model(calibratedOn: sample)).write(to: URL(fileURLWithPath: output))
        Report.line("wrote \(output)")
    }
}
