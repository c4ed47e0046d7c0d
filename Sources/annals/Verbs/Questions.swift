internal import ArgumentParser
internal import KnowledgeBase

/// `annals timeline`
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the events that a person, agency, place, unit or group takes part in, by date.",
        discussion: """
            Dates are those of the events, never of the reports about them. A name may be any spelling, alias or fragment in any \
            script; an ambiguous one lists its candidates.

            EXAMPLES
              annals timeline Zelensky
              annals timeline 'captured soldiers' --from 2025-01-01
              annals timeline Зеленський --json
            """)

    @Argument(help: ArgumentHelp("Any name, alias, key or fragment.", valueName: "entity"))
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
        var arguments = [
            "entity": entity, "limit": String(limit), "undated": dated ? "no" : "yes", "all": all ? "yes" : "no",
        ]
        arguments["from"] = from
        arguments["to"] = to
        try options.answer("timeline", arguments) { TimelineView(result: $0, width: Terminal.width).lines() }
    }
}

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

/// `annals why`
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the sentences that an event or a statement was read from, who says it, and which rule read it.",
        discussion: """
            EXAMPLES
              annals why 3f9a2c1b04de.e3     an event: all its mentions in all documents
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

/// `annals entity`
struct Entity: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one person, agency, place, unit or group: names, office, where it stands.",
        discussion: """
            EXAMPLE
              annals entity SBU
            """)

    @Argument(help: "Any name, alias, key or fragment.")
    var name: String

    @OptionGroup var options: QueryOptions

    func run() throws { try options.answer("entity", ["entity": name]) }
}

/// `annals event`
struct Event: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one event: what the accounts say of it, by whom.",
        discussion: """
            EXAMPLE
              annals event 3f9a2c1b04de.e3
            """)

    @Argument(help: "The key of an event.")
    var key: String

    @OptionGroup var options: QueryOptions

    func run() throws { try options.answer("event", ["event": key]) }
}

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
