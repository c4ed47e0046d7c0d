internal import ArgumentParser
internal import KnowledgeBase

/// `annals disagreements`
struct Disagreements: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show where accounts differ, with both sentences.",
        discussion: """
            conflict: two voices say what cannot both be right; revision: one voice says something else later;
            refinement: the smaller figure is about a place inside the other's.

            EXAMPLES
              annals disagreements
              annals disagreements 'North Korea' --kind number
            """)

    @Argument(help: ArgumentHelp("Only about this entity and its events.", valueName: "entity"))
    var entity: String?

    @Option(help: "Only number, date, place, participant, polarity or rank.")
    var kind: String?

    @Option(help: "Only conflict, revision or refinement.")
    var nature: String?

    @Option(help: "At most so many.")
    var limit = 100

    @OptionGroup var options: QueryOptions

    func run() throws {
        var arguments = ["limit": String(limit)]
        arguments["entity"] = entity
        arguments["kind"] = kind
        arguments["nature"] = nature
        try options.answer("disagreements", arguments) { DisagreementView(result: $0, width: Terminal.width).lines() }
    }
}
