internal import ArgumentParser
internal import KnowledgeBase

/// `annals undo`
struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back a load, an import or a decision, whichever it was. Nothing is deleted.",
        discussion: """
            The knowledge base then says what it would say if only the other loads, or decisions, had been made. `annals redo` \
            brings it back.

            EXAMPLES
              annals undo 3                 the load that `annals log` lists as batch 3
              annals undo d12               a decision that `annals log --decisions` lists
              annals undo 3 --dry-run       what would change, without changing it
            """)

    @Argument(
        help: ArgumentHelp("The number of a batch, or d and the number of a decision.", valueName: "batch|dN"),
        transform: Target.init)
    var target: Target

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var author: AuthorOption
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.open(.write)
        switch target {
        case .decision(let number):
            let change = try store.undo(decision: number, author: author.name, isTrial: dryRun)
            ChangeView(change: change, isTrial: dryRun).print(
                "Decision d\(number) is taken back; `annals redo d\(number)` brings it back.")
        case .batch(let number):
            let change = try store.undo(batch: number, isTrial: dryRun)
            ChangeView(change: change, isTrial: dryRun).print(
                "Batch \(number) is undone; `annals redo \(number)` brings it back.")
        }
    }

    /// What is to be taken back.
    enum Target {
        case batch(Int)
        case decision(Int)

        init(_ text: String) throws {
            if text.hasPrefix("d"), let number = Int(text.dropFirst()) {
                self = .decision(number)
            } else if let number = Int(text) {
                self = .batch(number)
            } else {
                throw ValidationError(
                    "The number of a batch, or d and the number of a decision, is needed; found `\(text)`.")
            }
        }
    }
}
