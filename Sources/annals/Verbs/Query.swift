internal import ArgumentParser
internal import KnowledgeBase

/// `annals query`: any named query, ours or the user's.
struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a named query; --list shows them all.",
        usage:
            "annals query NAME [--PARAMETER VALUE] … [--json | --nl | --csv | --tsv] [--db FILE]\n       annals query --list\n       annals query NAME --help",
        discussion: """
            A named query is a file: data/queries/NAME.sql, or one in your own folder (ANNALS_QUERIES, else \
            ~/.config/annals/queries), which goes first.

            EXAMPLES
              annals query near --place Kursk --km 50
              annals query casualties --country KP --csv
            """)

    @Argument(parsing: .captureForPassthrough, help: "The query's name, its parameters, and the options of every verb.")
    var words: [String] = []

    func run() throws {
        var call = QueryCall()
        try call.read(words)
        let data = try call.data()
        let library = try QueryOptions.library(data)
        if call.isList || (call.name == nil && !call.isHelp) {
            let width = library.queries.map(\.name.count).max() ?? 0
            for query in library.queries {
                Terminal.write("\(DisplayWidth.pad(query.name, to: width))  \(Terminal.shown(query.title))\n")
            }
            return
        }
        guard let name = call.name else { throw CleanExit.helpRequest(self) }
        let query = try library.query(named: name)
        if call.isHelp {
            Terminal.write(Self.help(of: query))
            return
        }
        try call.options().answer(name, call.arguments(for: query))
    }

    private static func help(of query: NamedQuery) -> String {
        var text = "\(query.title)\n\n"
        if !query.description.isEmpty { text += "\(query.description)\n\n" }
        let names = query.parameters.map { "--\($0.name) <\($0.type.rawValue)>" }
        let width = names.map(\.count).max() ?? 0
        for (name, parameter) in zip(names, query.parameters) {
            let fallback =
                parameter.isRequired ? "required" : parameter.defaultValue.map { "default \($0)" } ?? "optional"
            text += "  \(DisplayWidth.pad(name, to: width))  \(parameter.help) (\(fallback))\n"
        }
        return text
    }
}
