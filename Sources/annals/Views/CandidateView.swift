internal import KnowledgeBase

/// Candidates for reading: both sides with their sentences, one below the other, and what the machine thinks.
struct CandidateView {
    var result: QueryResult
    var width: Int

    func lines(_ row: Int) -> String {
        let cell = ShownRow(columns: result.columns, values: result.rows[row])
        let score = cell["score"].isEmpty ? "" : " · \(cell["score"].prefix(5))"
        var text = DisplayWidth.cut("\(cell["state"])\(score) · \(cell["kind"])", to: width) + "\n"
        for side in ["left", "right"] {
            let date = cell["\(side)_date"].isEmpty ? "" : ", \(cell["\(side)_date"])"
            for (number, line) in DisplayWidth.wrap("\(cell[side])\(date) (\(cell["\(side)_id"]))", to: width - 4)
                .enumerated()
            {
                text += (number == 0 ? "  • " : "    ") + line + "\n"
            }
            text += quoted(cell["\(side)_sentence"], width: width, indent: 4)
        }
        for line in DisplayWidth.wrap(cell["reasons"], to: width - 2) { text += "  " + line + "\n" }
        return text
    }
}
