internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

/// `annals log`
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what happened, the latest first: loads, imports, readings, decisions, and what was taken back.",
        discussion: """
            The numbers are those that undo, redo, show and diff take.
            """)

    @Flag(help: "Only decisions.")
    var decisions = false

    @Flag(help: "Only loads, imports and readings.")
    var batches = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOption

    func validate() throws {
        guard !decisions || !batches else { throw ValidationError("--decisions and --batches go without each other.") }
    }

    func run() throws {
        var entries = try database.open(.read).history()
        if decisions { entries.removeAll { $0.kind != .decision } }
        if batches { entries.removeAll { $0.kind != .batch } }
        guard !entries.isEmpty else { throw Failure.partial }
        // Milliseconds tell the order, and programs what to ask for; people need the seconds.
        let isForReading = output.isForReading
        let rows: [[Value]] = entries.map { entry in
            [
                .text(entry.number), .text(isForReading ? Self.seconds(entry.at) : entry.at), .text(entry.what),
                .text(entry.state),
            ]
        }
        ResultWriter(format: output.format ?? .table).write(columns: ["number", "at", "what", "state"], rows: rows)
    }

    private static func seconds(_ moment: String) -> String {
        moment.utf8.count > 20 ? String(moment.prefix(19)) + "Z" : moment
    }
}
