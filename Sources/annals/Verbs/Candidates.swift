internal import ArgumentParser
internal import KnowledgeBase

/// `annals candidates`
struct Candidates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List pairs of events or entities worth a person's look: near misses and doubtful merges, best first.",
        discussion: """
            What people say that cannot all hold comes first. `annals review` walks through the same list.

            EXAMPLES
              annals candidates --kind event
              annals candidates --json --limit 500
            """)

    @Option(help: "Only event or entity.")
    var kind: String?

    @Option(help: ArgumentHelp("Only this one, or events it takes part in.", valueName: "entity"))
    var entity: String?

    @Option(help: "At most so many.")
    var limit = 50

    @OptionGroup var options: QueryOptions

    func validate() throws { try Self.check(kind: kind) }

    func run() throws {
        try options.answer("candidates", Self.arguments(kind: kind, entity: entity, limit: limit)) { result in
            let view = CandidateView(result: result, width: Terminal.width)
            return result.rows.indices.map { view.lines($0) + "\n" }.joined()
        }
    }

    static func check(kind: String?) throws {
        guard kind.map({ Store.IdentitySubject(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--kind is event or entity.")
        }
    }

    static func arguments(kind: String?, entity: String?, limit: Int) -> [String: String] {
        var arguments = ["limit": String(limit)]
        arguments["kind"] = kind
        arguments["entity"] = entity
        return arguments
    }
}
