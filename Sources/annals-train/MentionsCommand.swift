import ArgumentParser
import Tables
import Training

/// Measures how well re3d's mentions are learnt.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "Learn re3d's mentions on top of a trained network, cross-validated by document; nothing is written.",
        discussion: "For an honest figure the network must not have seen re3d: learn it with `network --without-re3d`.")

    @Option(help: "The folder of the corpora.")
    var corpora = "../shared/corpora"

    @Option(help: "The data folder.")
    var data = "data"

    @Option(help: "The trained network.")
    var model = "data/models/language.model"

    @Option(help: "Into how many parts the documents are divided.")
    var parts = 5

    @Option(help: "Where the random numbers begin.")
    var seed: UInt64 = 1

    func run() throws {
        let folder = try DataFolder(path: data)
        let corpus = try NameCorpus(folder: corpora, data: folder)
        let sentences = try corpus.re3dMentions(reader: WordReader(data: folder))
        let result = try MentionCrossValidation(model: model).measure(sentences, parts: parts, seed: seed)
        for (kind, tally) in [("all", result.all)] + result.kinds where tally.gold > 0 {
            print(
                "\(kind): F1 \((tally.score * 10).rounded() / 10), gold \(tally.gold), found \(tally.found), right \(tally.right)"
            )
        }
    }
}
