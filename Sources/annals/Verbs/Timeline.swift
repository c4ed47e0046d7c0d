internal import ArgumentParser
internal import KnowledgeBase

/// `annals timeline`
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the events of a person, agency, unit, group or place, or one event as it was told, by date.",
        discussion: """
            Dates are those of the events, never of the reports about them. A name may be any spelling, alias or fragment in any \
            script; an ambiguous one lists its candidates. Of a place the events in it and in what lies in it are shown, of an \
            event (by its key) its accounts in the order of publication, with figures as they changed.

            EXAMPLES
              annals timeline Zelensky
              annals timeline 'captured soldiers' --from 2025-01-01
              annals timeline Зеленський --json
              annals timeline 'Kursk Oblast'
              annals timeline 3f9a2c1b04de.e153
            """)

    @Argument(help: ArgumentHelp("Any name, alias, key or fragment; or the key of an event.", valueName: "entity"))
    var entity: String

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String?

    @Flag(help: "Leave out events without a date.")
    var dated = false

    @Flag(help: "Also what is planned, demanded, supposed or usual.")
    var all = false

    @Option(help: "At most so many events.")
    var limit = 100

    @OptionGroup var options: QueryOptions

    func run() throws {
        if EventKeyText.isKey(entity) {
            return try options.answer("accounts", ["event": entity]) {
                AccountsView(result: $0, width: Terminal.width).lines()
            }
        }
        var arguments = [
            "entity": entity, "limit": String(limit), "undated": dated ? "no" : "yes", "all": all ? "yes" : "no",
        ]
        arguments["from"] = from
        arguments["to"] = to
        try options.answer("timeline", arguments) { TimelineView(result: $0, width: Terminal.width).lines() }
    }
}
