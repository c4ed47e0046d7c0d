internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What `same` and `different` have in common: two things and a reason.
struct DecisionArguments: ParsableArguments {
    @Argument(help: "The key of an entity or event, as `annals entity` and `annals event` show it.")
    var left: String

    @Argument(help: "The key of another.")
    var right: String

    @Option(help: "Why, for the log.")
    var reason = ""

    @Option(help: "Who decides. Default: the user's name.")
    var author: String?

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var database: DatabaseOption

    func decide(_ verdict: Store.IdentityVerdict) throws {
        let store = try database.open(.write)
        // Keys of events are a version's and .e with a number.
        let isEvent =
            left.lastIndex(of: ".").map { left[$0...].hasPrefix(".e") && !left.contains(":") } ?? false
        let name = author ?? ProcessInfo.processInfo.environment["USER"] ?? "person"
        let (number, change) = try store.decide(
            verdict, isEvent ? .event : .entity, left, right, author: name, reason: reason, isTrial: dryRun)
        ChangeView(change: change, isTrial: dryRun).print(
            "Decision d\(number): \(left) and \(right) are \(verdict.rawValue). `annals undo d\(number)` takes it back."
        )
    }
}
