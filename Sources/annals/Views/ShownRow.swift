internal import SQLite

/// A row of an answer, cell by cell, as it may be shown.
struct ShownRow {
    let columns: [String]
    let values: [Value]

    /// The cell of a column, made safe for a terminal; empty where there is no such column.
    subscript(column: String) -> String {
        guard let position = columns.firstIndex(of: column) else { return "" }
        return Terminal.shown(ResultWriter.plain(values[position]))
    }
}
