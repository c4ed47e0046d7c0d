import ArgumentParser
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns how sure readers are of what verbs say.
struct CertaintyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certainty",
        abstract: "Learn from rated verbs how sure readers are that what a verb says took place.",
        discussion: "The network must be trained already; it stays as it is.")

    @Argument(help: "Records whose events have a certainty from -3 to 3.")
    var ratings: String

    @Option(help: "More such records, to measure on.")
    var heldOut: String?

    @Option(help: "The data folder, with the trained network.")
    var data: String?

    @Option(help: "Where the model is written; nowhere if missing.")
    var output: String?

    @Option(help: "How often all examples are gone through.")
    var epochs = CertaintyTrainer.Plan().epochs

    @Option(help: "Where the random numbers begin.")
    var seed = CertaintyTrainer.Plan().seed

    func run() throws {
        let folder = try DataFolder.locate(data)
        let examples = try CertaintyExamples(path: ratings, data: folder)
        print("\(examples.count) verbs to learn from")
        var plan = CertaintyTrainer.Plan()
        plan.epochs = epochs
        plan.seed = seed
        let trainer = CertaintyTrainer(examples, plan: plan)
        trainer.train()
        print("learnt: correlation \(Self.text(trainer.correlation(on: examples)))")
        if let heldOut {
            let others = try CertaintyExamples(path: heldOut, data: folder)
            print("held out, \(others.count) verbs: correlation \(Self.text(trainer.correlation(on: others)))")
        }
        guard let output else { return }
        try Data(trainer.file()).write(to: URL(filePath: output), options: .atomic)
        print("written: \(output)")
    }

    private static func text(_ value: Double) -> String { "\((value * 10000).rounded() / 10000)" }
}
