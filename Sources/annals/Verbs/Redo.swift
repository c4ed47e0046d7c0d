internal import ArgumentParser
internal import KnowledgeBase

/// `annals redo`
struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring back a load that was undone.",
        discussion: """
            EXAMPLE
              annals redo 3
            """)

    @Argument(help: "The number of the batch.")
    var batch: Int

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let change = try database.open(.write).redo(batch: batch, isTrial: dryRun)
        ChangeView(change: change, isTrial: dryRun).print("Batch \(batch) counts again.")
    }
}
