internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

/// `annals status`
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what the knowledge base holds.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let status = try reading.open().status()
        var rows: [[Value]] = status.counts.map { [.text($0.name), .integer(Int64($0.count))] }
        if let earliest = status.earliestPublished, let latest = status.latestPublished {
            rows.append([.text("published from"), .text(earliest)])
            rows.append([.text("published to"), .text(latest)])
        }
        ResultWriter(format: output.format ?? .table).write(columns: ["what", "count"], rows: rows)
    }
}
