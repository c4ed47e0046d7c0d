internal import KnowledgeBase

/// An event as it was told: its accounts in the order of publication, each with what it changed.
///
///     2025-03-05  AFP · city officials                             3f9a2c1b04de.e1
///       killed 14 people
///       changed: killed 11 people → 14 people
///       “The toll has risen to 14 …”
struct AccountsView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        for row in result.rows {
            let cell = ShownRow(columns: result.columns, values: row)
            var head = [cell["source"]]
            if cell["voice"] != cell["source"] { head.append(cell["voice"]) }
            if cell["certainty"] != "certain" { head.append(cell["certainty"]) }
            if cell["new"] == "no" { head.append("a copy") }
            let left = DisplayWidth.pad(cell["published"], to: 12) + head.joined(separator: " · ")
            let room = max(width - DisplayWidth.of(cell["id"]) - 1, 40)
            text += DisplayWidth.pad(DisplayWidth.cut(left, to: room), to: room) + " " + cell["id"] + "\n"
            for (label, column) in [("", "figures"), ("changed: ", "changed")] where !cell[column].isEmpty {
                for line in DisplayWidth.wrap(label + cell[column], to: width - 2) { text += "  \(line)\n" }
            }
            text += quoted(cell["sentence"], width: width)
            text += "\n"
        }
        return text
    }
}
