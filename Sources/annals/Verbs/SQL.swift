internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite

/// `annals sql`: free reading.
struct SQL: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Run a SELECT of your own. The knowledge base is opened for reading only.",
        discussion: """
            EXAMPLE
              annals sql 'SELECT type, count(*) FROM event_cards GROUP BY type ORDER BY 2 DESC'
            """)

    @Argument(help: "One SQL statement that reads.")
    var statement: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let store = try reading.open()
        var columns: [String] = []
        var rows: [[Value]] = []
        let found = try store.connection.rows(statement)
        columns = found.columns
        while let row = try found.next() { rows.append(row.values) }
        ResultWriter(format: output.format ?? .table).write(columns: columns, rows: rows)
    }
}
