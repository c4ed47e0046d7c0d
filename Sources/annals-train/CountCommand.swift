import ArgumentParser
import Training

/// Says what a treebank holds.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "Say how many sentences and words CoNLL-U files hold.")

    @Argument(help: "CoNLL-U files.")
    var files: [String]

    func run() throws {
        for file in files {
            let treebank = try Treebank(path: file)
            let words = treebank.sentences.reduce(0) { $0 + $1.words.count }
            print("\(file): \(treebank.sentences.count) sentences, \(words) words")
        }
    }
}
