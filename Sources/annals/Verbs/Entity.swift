internal import ArgumentParser
internal import KnowledgeBase

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
