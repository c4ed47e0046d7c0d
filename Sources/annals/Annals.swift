internal import ArgumentParser

/// The command. Each verb is a file of its own under `Verbs`.
@main
struct Annals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annals",
        abstract: "News articles in, an event knowledge base in one SQLite file out.",
        discussion: """
            EXAMPLES
              annals load articles/                      read a folder of articles into annals.db
              annals timeline Zelensky                   what a person, place or agency took part in
              annals disagreements                       where the accounts differ
              annals why 3f9a2c1b04de.e153               the sentences a fact was read from
              annals query --list                        all named queries

            The knowledge base is the file annals.db, or the one that --db or ANNALS_DB names.
            Exit codes: 0 good, 1 nothing found or partly failed, 2 wrong usage, 3 the knowledge base.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "READ ARTICLES", subcommands: [Load.self, Extract.self, Link.self, Parse.self]),
            CommandGroup(
                name: "ASK",
                subcommands: [
                    Timeline.self, Disagreements.self, Brief.self, Why.self, Entity.self, Event.self, Search.self,
                    Query.self, SQL.self,
                ]),
            CommandGroup(
                name: "HISTORY AND IDENTITY",
                subcommands: [
                    Candidates.self, Review.self, Same.self, Different.self, Unsure.self, Decisions.self, Undo.self,
                    Redo.self, Log.self, Show.self, Diff.self, Stale.self, Reextract.self, Status.self,
                ]),
            CommandGroup(name: "IN AND OUT", subcommands: [Export.self, Dump.self, Verify.self]),
        ])

    static func main() {
        do {
            var command = try parseAsRoot(Self.arranged(Array(CommandLine.arguments.dropFirst())))
            try command.run()
        } catch {
            Failure.exit(error)
        }
    }

    /// Lets `--db` and `--data` stand before the verb as well as after it, as people write them.
    private static func arranged(_ arguments: [String]) -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let option = rest.first, option == "--db" || option == "--data", rest.count >= 2 {
            leading += rest.prefix(2)
            rest = rest.dropFirst(2)
        }
        guard let verb = rest.first, !leading.isEmpty else { return arguments }
        // A verb of verbs takes no options itself.
        let words = verb == Decisions._commandName ? 2 : 1
        return rest.prefix(words) + leading + rest.dropFirst(words)
    }
}
