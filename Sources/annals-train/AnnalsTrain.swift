import ArgumentParser

/// Learns the models of the language stage.
@main
struct AnnalsTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annals-train", abstract: "Learn the models of the language stage from annotated text.",
        subcommands: [
            SentencesCommand.self, LemmaCommand.self, NetworkCommand.self,
            CasingCommand.self, CertaintyCommand.self, MentionsCommand.self, EventWordsCommand.self, EventsCommand.self,
        ])
}
