internal import KnowledgeBase
internal import SQLite

/// A timeline for reading: dates at the left edge, one event a block.
///
///     2025-01-09                capture · patient                  3f9a2c1b04de.e1
///       Ukrainian forces — capture → two North Korean soldiers, Kursk Oblast
///       certain · 4 texts · 1 disagreement
///       “Our soldiers have captured North Korean military personnel …”
struct TimelineView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        var isUndated = false
        for row in result.rows {
            let cell = { (column: String) in self.text(column, row) }
            let date = cell("date")
            if date.isEmpty, !isUndated {
                isUndated = true
                text += "without a date\n"
            }
            let head = [cell("type").spaced, cell("role")].filter { !$0.isEmpty }.joined(separator: " · ")
            let left = DisplayWidth.pad(date, to: 26) + head
            let id = cell("id")
            let room = max(width - DisplayWidth.of(id) - 1, 40)
            text += DisplayWidth.pad(DisplayWidth.cut(left, to: room), to: room) + " " + id + "\n"
            for line in DisplayWidth.wrap(cell("event"), to: width - 2) { text += "  \(line)\n" }
            text += "  " + facts(cell).joined(separator: " · ") + "\n"
            text += quoted(cell("sentence"), width: width)
            text += "\n"
        }
        return text
    }

    private func facts(_ cell: (String) -> String) -> [String] {
        var facts: [String] = [cell("certainty")]
        let modality = cell("modality")
        if modality != "asserted", !modality.isEmpty { facts.append(modality) }
        facts.append(counted(cell("texts"), "independent text"))
        if cell("disputed") != "0" { facts.append(counted(cell("disputed"), "disagreement")) }
        return facts
    }

    private func text(_ column: String, _ row: [Value]) -> String {
        guard let position = result.columns.firstIndex(of: column) else { return "" }
        return Terminal.shown(ResultWriter.plain(row[position]))
    }
}

/// A sentence in quotation marks, indented, three lines at most.
func quoted(_ sentence: String, width: Int, indent: Int = 2, limit: Int = 3) -> String {
    guard !sentence.isEmpty else { return "" }
    let marked = sentence.hasPrefix("“") || sentence.hasPrefix("\"") ? sentence : "“\(sentence)”"
    var lines = DisplayWidth.wrap(marked, to: width - indent)
    if lines.count > limit {
        lines = Array(lines.prefix(limit))
        lines[limit - 1] = DisplayWidth.cut(lines[limit - 1] + " …", to: width - indent)
    }
    return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
}

/// "1 text", "2 texts".
func counted(_ number: String, _ noun: String) -> String { "\(number) \(noun)\(number == "1" ? "" : "s")" }

extension String {
    /// The names of types and roles as words: `hold-territory` is "hold territory".
    var spaced: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "-" ? " " : $0 }))
    }
}
