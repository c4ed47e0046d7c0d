internal import ArgumentParser
internal import KnowledgeBase

/// `annals why`
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the sentences that an event or a statement was read from, who says it, and which rule read it.",
        discussion: """
            EXAMPLES
              annals why 3f9a2c1b04de.e153   an event: all its mentions in all documents
              annals why 3f9a2c1b04de.s14    a statement
            """)

    @Argument(help: "The key of an event or a statement, as other verbs show it.")
    var key: String

    @OptionGroup var options: QueryOptions

    func run() throws {
        let isStatement = key.split(separator: ".").last?.first == "s"
        try options.answer(isStatement ? "evidence" : "mentions-of-event", [isStatement ? "statement" : "event": key]) {
            EvidenceView(result: $0, width: Terminal.width).lines()
        }
    }
}
