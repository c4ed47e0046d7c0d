internal import ArgumentParser

/// The command. Each verb is a file of its own under `Verbs`.
@main
struct Annals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annals",
        abstract: "News articles in, an event knowledge base in one SQLite file out.",
        version: "0.1.0",
        subcommands: [Parse.self])
}
