internal import ArgumentParser
internal import KnowledgeBase

/// `annals search`
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find sentences by their words.",
        discussion: """
            EXAMPLE
              annals search 'command post'
            """)

    @Argument(help: "Words or a phrase, taken as they are.")
    var words: [String]

    @OptionGroup var options: QueryOptions

    func run() throws { try options.answer("search", ["words": words.joined(separator: " ")]) }
}
