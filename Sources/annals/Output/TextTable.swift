internal import SQLite

/// Rows as aligned columns that fit a terminal: long texts are wrapped inside their column.
struct TextTable {
    var columns: [String]
    var rows: [[Value]]

    /// At most this many lines for a cell; what is left out is marked by an ellipsis.
    private static let cellLines = 6

    func lines(width: Int) -> String {
        guard !columns.isEmpty else { return "" }
        let cells = rows.map { row in row.map { Terminal.shown(ResultWriter.plain($0)) } }
        // An empty column tells nothing that its absence does not.
        let shown = columns.indices.filter { column in cells.contains { !$0[column].isEmpty } || rows.isEmpty }
        // Columns too narrow to read are worse than one below the other.
        let needed = shown.map { column in
            min(14, max(DisplayWidth.of(columns[column]), cells.map { DisplayWidth.of($0[column]) }.max() ?? 0))
        }
        if needed.reduce(0, +) + 2 * (shown.count - 1) > width { return blocks(cells, shown, width) }
        let widths = fitted(shown, cells, width)
        let numeric = shown.map { column in
            rows.allSatisfy { row in
                switch row[column] {
                case .integer, .real, .null: true
                default: false
                }
            }
        }
        var text = ""
        func add(_ parts: [String]) {
            var line = ""
            for (index, part) in parts.enumerated() {
                line += (index == 0 ? "" : "  ") + DisplayWidth.pad(part, to: widths[index], right: numeric[index])
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        add(shown.indices.map { DisplayWidth.cut(columns[shown[$0]], to: widths[$0]) })
        add(widths.map { String(repeating: "─", count: $0) })
        for row in cells {
            var wrapped = shown.indices.map { DisplayWidth.wrap(row[shown[$0]], to: widths[$0]) }
            for index in wrapped.indices where wrapped[index].count > Self.cellLines {
                wrapped[index] = Array(wrapped[index].prefix(Self.cellLines))
                wrapped[index][Self.cellLines - 1] = DisplayWidth.cut(
                    wrapped[index][Self.cellLines - 1] + " …", to: widths[index])
            }
            for line in 0..<(wrapped.map(\.count).max() ?? 0) {
                add(wrapped.map { line < $0.count ? $0[line] : "" })
            }
        }
        return text
    }

    /// Each row as a block of its own: a line a column, with the column's name in front.
    private func blocks(_ cells: [[String]], _ shown: [Int], _ width: Int) -> String {
        let label = shown.map { DisplayWidth.of(columns[$0]) }.max() ?? 0
        var text = ""
        for row in cells {
            for column in shown where !row[column].isEmpty {
                for (number, line) in DisplayWidth.wrap(row[column], to: width - label - 2).enumerated() {
                    text += DisplayWidth.pad(number == 0 ? columns[column] : "", to: label) + "  " + line + "\n"
                }
            }
            text += "\n"
        }
        return text
    }

    /// Column widths that fit into `width`: narrow columns get what they need, wide ones share the rest.
    private func fitted(_ shown: [Int], _ cells: [[String]], _ width: Int) -> [Int] {
        let wanted = shown.map { column in
            max(DisplayWidth.of(columns[column]), cells.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        var room = max(width - 2 * (shown.count - 1), shown.count * 4)
        var widths = [Int](repeating: 0, count: shown.count)
        // From the narrowest on: who needs less than an even share leaves the rest to the others.
        let order = shown.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        for (place, index) in order.enumerated() {
            widths[index] = min(wanted[index], max(4, room / (order.count - place)))
            room -= widths[index]
        }
        return widths
    }
}
