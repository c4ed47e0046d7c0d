internal import ArgumentParser
internal import KnowledgeBase

/// `annals disagreements`
struct Disagreements: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show where accounts differ, with all answers and their sentences.",
        discussion: """
            conflict: voices say what cannot all be right; revision: one voice says something else later;
            change: the thing itself changed (a toll rose, somebody grew older); refinement: the values fit, one is
            wider, coarser or about more. Finer days and places are shown only if --nature or --all asks for them.

            EXAMPLES
              annals disagreements
              annals disagreements 'North Korea' --kind number
            """)

    @Argument(help: ArgumentHelp("Only about this entity and its events.", valueName: "entity"))
    var entity: String?

    @Option(help: "Only number, date, place, participant, polarity, denial or rank.")
    var kind: String?

    @Option(help: "Only conflict, revision, change or refinement.")
    var nature: String?

    @Flag(help: "Also finer days and places.")
    var all = false

    @Option(help: "At most so many.")
    var limit = 100

    @OptionGroup var options: QueryOptions

    func run() throws {
        var arguments = ["limit": String(limit), "all": all ? "yes" : "no"]
        // The key of an event asks about that event.
        if let entity { arguments[EventKeyText.isKey(entity) ? "event" : "entity"] = entity }
        arguments["kind"] = kind
        arguments["nature"] = nature
        try options.answer("disagreements", arguments) { DisagreementView(result: $0, width: Terminal.width).lines() }
    }
}
