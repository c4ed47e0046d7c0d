internal import ArgumentParser

@main
struct Annals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annals", abstract: "News articles in, an event knowledge base out.", version: "0.1.0")
}
