internal import ArgumentParser
internal import KnowledgeBase

/// What `same`, `different` and `unsure` have in common: two things and a reason.
struct DecisionArguments: ParsableArguments {
    @Argument(help: "The key of an entity or event, as `annals entity` and `annals event` show it.")
    var left: String

    @Argument(help: "The key of another.")
    var right: String

    @Option(help: "Why, for the log.")
    var reason = ""

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var author: AuthorOption
    @OptionGroup var database: DatabaseOption

    func decide(_ verdict: Store.IdentityVerdict) throws {
        let store = try database.open(.write)
        let (number, change) = try store.decide(
            verdict, Store.IdentitySubject(of: left), left, right, author: author.name, reason: reason,
            isTrial: dryRun)
        let words = verdict == .unsure ? "may be the same or not" : "are \(verdict.rawValue)"
        ChangeView(change: change, isTrial: dryRun).print(
            "Decision d\(number): \(left) and \(right) \(words). `annals undo d\(number)` takes it back.")
    }
}
