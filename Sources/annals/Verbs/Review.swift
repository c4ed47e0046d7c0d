internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

/// `annals review`
struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk through the candidates in a terminal and decide about each with one key.",
        discussion: """
            s same, d different, u unsure, k skip, b back (what was said there is taken back), q quit. Each decision is written down \
            at once, with who made it; `annals log --decisions` lists them.

            EXAMPLE
              annals review --kind entity --author ada
            """)

    @Option(help: "Only event or entity.")
    var kind: String?

    @Option(help: ArgumentHelp("Only this one, or events it takes part in.", valueName: "entity"))
    var entity: String?

    @Option(help: "At most so many.")
    var limit = 200

    @OptionGroup var author: AuthorOption
    @OptionGroup var database: DatabaseOption

    func validate() throws { try Candidates.check(kind: kind) }

    func run() throws {
        guard let keyboard = Keyboard() else {
            throw ValidationError(
                "`annals review` asks for keys and needs a terminal. `annals candidates` lists the pairs, "
                    + "`annals same`, `different` and `unsure` decide about one.")
        }
        let library = try QueryOptions.library(database.data.folder())
        let query = try library.query(named: "candidates")
        let store = try database.open(.write)
        let result = try QueryRunner(connection: store.connection).run(
            query, arguments: Candidates.arguments(kind: kind, entity: entity, limit: limit))
        guard !result.rows.isEmpty else {
            Terminal.note("Nothing to look at.\n")
            throw Failure.partial
        }
        var walk = ReviewWalk(store: store, candidates: result, author: author.name, keyboard: keyboard)
        try walk.run()
    }
}
