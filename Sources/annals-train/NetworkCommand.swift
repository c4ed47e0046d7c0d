import ArgumentParser
import Language
import Training

/// Learns the network.
struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Learn tags, trees and names.")

    @Option(help: "The folder of the corpora.")
    var corpora = "../shared/corpora"

    @Option(help: "The file of pretrained word vectors.")
    var vectors = "data/models/word-vectors.bin"

    @Option(help: "How often all sentences are shown.")
    var epochs = 16

    @Option(help: "Where the random numbers begin.")
    var seed: UInt64 = 1

    @Option(help: "Recurrent layers.")
    var layers = 2

    @Option(help: "Numbers of one direction of a recurrent layer.")
    var direction = 96

    @Option(help: "Numbers of an embedding.")
    var embedding = 128

    @Option(help: "The greatest step.")
    var rate: Float = 0.002

    @Option(help: "Words of one step.")
    var batch = 1000

    func run() throws {
        let vectors = try WordVectors(path: vectors)
        var training: [LabelledSentence] = []
        for name in ["ud-ewt", "gum"] {
            training += try Treebank(path: "\(corpora)/\(name)/train.conllu").sentences.map { LabelledSentence($0) }
        }
        let ewt = try Treebank(path: "\(corpora)/ud-ewt/dev.conllu").sentences.map { LabelledSentence($0) }
        let gum = try Treebank(path: "\(corpora)/gum/dev.conllu").sentences.map { LabelledSentence($0) }
        var shape = NetworkShape()
        shape.layers = layers
        shape.direction = direction
        shape.embedding = embedding
        var plan = NetworkTrainer.Plan()
        plan.epochs = epochs
        plan.seed = seed
        plan.rate = rate
        plan.batch = batch
        let trainer = NetworkTrainer(shape: shape, plan: plan, training: training, vectors: vectors, classes: [])
        let clock = ContinuousClock()
        let start = clock.now
        trainer.train(training) { epoch, loss in
            let seconds = (clock.now - start).components.seconds
            print("epoch \(epoch) after \(seconds) s: loss \(loss); EWT dev \(trainer.measure(ewt))")
        }
        print("GUM dev \(trainer.measure(gum))")
    }
}
