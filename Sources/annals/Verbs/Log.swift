internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

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
            columns = ["decision", "made", "author", "verdict", "left", "right", "reasons"]
            let found = try store.connection.rows(
                """
                SELECT 'd' || id, made, author, CASE verdict WHEN 'undo' THEN 'undo of d' || undoes ELSE verdict END,
                    left_key, right_key, reasons
                FROM decisions ORDER BY id DESC
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
