internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `annals log`
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the loads, the newest first; with --decisions what was decided about identity.")

    @Flag(help: "List decisions instead.")
    var decisions = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.open(.read)
        var rows: [[Value]] = []
        var columns = ["batch", "started", "new", "changed", "same", "failed", "state", "command"]
        if decisions {
            columns = ["decision", "made", "author", "verdict", "left", "right", "score", "reasons"]
            let found = try store.connection.rows(
                """
                SELECT id, made, author, verdict, left_key, right_key, score, reasons FROM decisions ORDER BY id DESC
                """)
            while let row = try found.next() { rows.append(row.values) }
        } else {
            for entry in try store.batches() {
                let state = entry.undone.map { "undone \($0)" } ?? (entry.finished == nil ? "cut off" : "")
                rows.append([
                    .integer(Int64(entry.number)), .text(entry.started), .integer(Int64(entry.new)),
                    .integer(Int64(entry.changed)), .integer(Int64(entry.same)), .integer(Int64(entry.failed)),
                    .text(state), .text(entry.command),
                ])
            }
        }
        guard !rows.isEmpty else { throw Failure.partial }
        ResultWriter(format: output.format ?? .table).write(columns: columns, rows: rows)
    }
}

/// `annals status`
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what the knowledge base holds.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let status = try database.open(.read).status()
        var rows: [[Value]] = status.counts.map { [.text($0.name), .integer(Int64($0.count))] }
        if let earliest = status.earliestPublished, let latest = status.latestPublished {
            rows.append([.text("published from"), .text(earliest)])
            rows.append([.text("published to"), .text(latest)])
        }
        ResultWriter(format: output.format ?? .table).write(columns: ["what", "count"], rows: rows)
    }
}

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
