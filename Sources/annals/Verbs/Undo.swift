internal import ArgumentParser
internal import KnowledgeBase

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `annals undo`
struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back a load or a decision. Nothing is deleted; loading again brings it back.",
        discussion: """
            EXAMPLES
              annals undo 3                 the load that `annals log` lists as batch 3
              annals undo --decision 12     a decision about identity
            """)

    @Flag(help: "The number is that of a decision.")
    var decision = false

    @Argument(help: "The number of the batch or decision.")
    var number: Int

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.open(.write)
        if decision {
            try store.undo(decision: number, author: ProcessInfo.processInfo.environment["USER"] ?? "person")
            Terminal.note("Decision \(number) is taken back.\n")
        } else {
            let count = try store.undo(batch: number)
            Terminal.note("Batch \(number) is undone: \(count) document(s) retracted.\n")
        }
    }
}
