internal import ArgumentParser
internal import KnowledgeBase

/// `annals event`
struct Event: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one event: what the accounts say of it, by whom.",
        discussion: """
            EXAMPLE
              annals event 3f9a2c1b04de.e153
            """)

    @Argument(help: "The key of an event.")
    var key: String

    @OptionGroup var options: QueryOptions

    func run() throws { try options.answer("event", ["event": key]) }
}
