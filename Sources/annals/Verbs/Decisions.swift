internal import ArgumentParser

/// `annals decisions`
struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exchange what people decided about identity, as JSON Lines.",
        subcommands: [DecisionsExport.self, DecisionsImport.self])
}
