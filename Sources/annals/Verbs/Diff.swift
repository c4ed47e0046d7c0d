internal import ArgumentParser
internal import KnowledgeBase

/// `annals diff`
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what the knowledge base says after one batch that it did not say after another.",
        discussion: """
            Events that appeared, vanished, were merged or split, or changed their date, place or figures; entities; disagreements \
            that opened or were settled; facts by number. Loads, imports, readings and what was decided and undone in between all \
            take part.

            EXAMPLES
              annals diff 3          what batch 3 changed
              annals diff 3..5       from the end of batch 3 to that of batch 5
              annals diff 3..        from the end of batch 3 to now
            """)

    @Argument(
        help: ArgumentHelp("The number of a batch, or two with .. between.", valueName: "batch..batch"),
        transform: BatchRange.init)
    var range: BatchRange

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let diff = try database.open(.read).diff(from: range.first, to: range.second)
        DiffView(diff: diff, width: Terminal.width).write(output)
    }
}

/// Two points of a history as `3..5`, `3..` and `3` name them.
struct BatchRange {
    var first: HistoryPoint
    var second: HistoryPoint

    init(_ text: String) throws {
        let wrong = ValidationError("A batch or two are needed, such as 3, 3..5 or 3..; found `\(text)`.")
        func number(_ part: some StringProtocol) throws -> Int {
            guard let number = Int(part), number > 0 else { throw wrong }
            return number
        }
        let parts = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        guard let opening = parts.first else { throw wrong }
        let batch = try number(opening)
        guard parts.count == 2 else {
            first = .before(batch: batch)
            second = .after(batch: batch)
            return
        }
        first = .after(batch: batch)
        second = parts[1].isEmpty ? .now : .after(batch: try number(parts[1]))
    }
}
