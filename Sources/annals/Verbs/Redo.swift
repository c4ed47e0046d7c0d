internal import ArgumentParser
internal import KnowledgeBase

/// `annals redo`
struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring back a load or a decision that was undone.",
        discussion: """
            EXAMPLES
              annals redo 3
              annals redo d12
            """)

    @Argument(
        help: "The number of a batch, or d and the number of a decision, as `annals log` shows them.",
        transform: Undo.Target.init)
    var target: Undo.Target

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var author: AuthorOption
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.open(.write)
        switch target {
        case .decision(let number):
            let change = try store.redo(decision: number, author: author.name, isTrial: dryRun)
            ChangeView(change: change, isTrial: dryRun).print("Decision d\(number) counts again.")
        case .batch(let number):
            let change = try store.redo(batch: number, isTrial: dryRun)
            ChangeView(change: change, isTrial: dryRun).print("Batch \(number) counts again.")
        }
    }
}
