internal import ArgumentParser
internal import KnowledgeBase

/// `annals show`
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a load brought: documents, failures, events, merges, disagreements.",
        discussion: """
            EXAMPLE
              annals show 3
            """)

    @Argument(help: "The number of the batch, as `annals log` lists it.")
    var batch: Int

    @OptionGroup var options: QueryOptions

    func run() throws { try options.answer("batch", ["batch": String(batch)]) }
}
