internal import KnowledgeBase

/// A timeline for reading: dates at the left edge, one event a block.
///
///     2025-01-09                capture · patient                  3f9a2c1b04de.e1
///       Ukrainian forces — capture → two North Korean soldiers, Kursk Oblast
///       killed 11 (3 Mar, BBC) → 14 (5 Mar, AFP)
///       certain · 4 texts · 1 disagreement
///       “Our soldiers have captured North Korean military personnel …”
struct TimelineView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        var isUndated = false
        for row in result.rows {
            let cell = ShownRow(columns: result.columns, values: row)
            let date = cell["date"]
            if date.isEmpty, !isUndated {
                isUndated = true
                text += "without a date\n"
            }
            let head = [cell["type"].spaced, cell["role"]].filter { !$0.isEmpty }.joined(separator: " · ")
            let left = DisplayWidth.pad(date, to: 26) + head
            let id = cell["id"]
            let room = max(width - DisplayWidth.of(id) - 1, 40)
            text += DisplayWidth.pad(DisplayWidth.cut(left, to: room), to: room) + " " + id + "\n"
            for line in DisplayWidth.wrap(cell["event"], to: width - 2) { text += "  \(line)\n" }
            for line in DisplayWidth.wrap(cell["figures"], to: width - 2) where line.contains("→") {
                text += "  \(line)\n"
            }
            text += "  " + facts(cell).joined(separator: " · ") + "\n"
            text += quoted(cell["sentence"], width: width)
            text += "\n"
        }
        return text
    }

    private func facts(_ cell: ShownRow) -> [String] {
        var facts: [String] = [cell["certainty"]]
        let modality = cell["modality"]
        if modality != "asserted", !modality.isEmpty { facts.append(modality) }
        facts.append(counted(cell["texts"], "independent text"))
        if cell["disputed"] != "0" { facts.append(counted(cell["disputed"], "disagreement")) }
        return facts
    }
}
