/// A commented table: UTF-8, one row a line, cells parted by tabs.
///
/// Lines that start with `#` and empty lines are comments. The first other line names the columns. A row may be
/// shorter than the header (the missing cells are empty) but not longer. Cells are trimmed of spaces at both ends; a cell that holds a
/// list parts its items by `|`.
public struct Table: Sendable {
    /// The path inside the data folder.
    public let name: String
    public let columns: [String]
    public let rows: [Row]

    /// A line of a table.
    public struct Row: Sendable {
        /// Where it stands in its file, counted from 1.
        public let line: Int
        fileprivate let bytes: ArraySlice<UInt8>
        fileprivate let index: ColumnIndex

        /// The cell of a column; empty where the row is short or the table has no such column.
        public subscript(column: String) -> String {
            guard let position = index.positions[column] else { return "" }
            return self[position]
        }

        /// The cell at a position, counted from 0: faster than by name in tables of many thousand rows.
        public subscript(position: Int) -> String {
            String(decoding: bytes(position), as: UTF8.self)
        }

        /// The bytes of the cell at a position, counted from 0, trimmed; empty where the row is short.
        public func bytes(_ position: Int) -> ArraySlice<UInt8> {
            var from = bytes.startIndex
            for _ in 0..<position {
                guard let tab = bytes[from...].firstIndex(of: UInt8(ascii: "\t")) else { return [] }
                from = tab + 1
            }
            var to = bytes[from...].firstIndex(of: UInt8(ascii: "\t")) ?? bytes.endIndex
            while from < to, bytes[from] == UInt8(ascii: " ") { from += 1 }
            while from < to, bytes[to - 1] == UInt8(ascii: " ") { to -= 1 }
            return bytes[from..<to]
        }

        /// The items of a cell that holds a list.
        public func list(_ column: String) -> [String] {
            let cell = self[column]
            guard !cell.isEmpty else { return [] }
            return cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { item in
                var item = item
                while item.first == UInt8(ascii: " ") { item = item.dropFirst() }
                while item.last == UInt8(ascii: " ") { item = item.dropLast() }
                return item.isEmpty ? nil : String(item)
            }
        }
    }

    fileprivate final class ColumnIndex: Sendable {
        let positions: [String: Int]
        init(_ columns: [String]) {
            positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Reads a table.
    /// - Parameters:
    ///   - name: the path inside the data folder, for provenance.
    ///   - file: the path that errors name.
    ///   - columns: the columns that must be there; others may be.
    public init(name: String, file: String, bytes: [UInt8], columns required: [String]) throws(DataError) {
        self.name = name
        var header: [String]?
        var index = ColumnIndex([])
        var rows: [Row] = []
        var line = 0
        var from = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while from < bytes.count {
            var to = from
            while to < bytes.count, bytes[to] != UInt8(ascii: "\n") { to += 1 }
            var end = to
            if end > from, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            let slice = bytes[from..<end]
            from = to + 1
            line += 1
            guard let first = slice.first, first != UInt8(ascii: "#"),
                slice.contains(where: { $0 != 0x20 && $0 != 0x09 })
            else { continue }
            guard let known = header else {
                let names = slice.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
                for column in required where !names.contains(column) {
                    throw DataError(file: file, line: line, expected: "a column named `\(column)` in the header")
                }
                header = names
                index = ColumnIndex(names)
                continue
            }
            let tabs = slice.lazy.filter { $0 == UInt8(ascii: "\t") }.count
            guard tabs < known.count else {
                throw DataError(
                    file: file, line: line, expected: "at most \(known.count) cells parted by tabs, found \(tabs + 1)")
            }
            rows.append(Row(line: line, bytes: slice, index: index))
        }
        guard let header else {
            throw DataError(file: file, line: nil, expected: "a header line that names the columns")
        }
        self.columns = header
        self.rows = rows
    }

    /// `name:line`, the provenance of what a row gave rise to.
    public func place(of row: Row) -> String { "\(name):\(row.line)" }
}
