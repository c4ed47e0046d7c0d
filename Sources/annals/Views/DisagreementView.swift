internal import KnowledgeBase

/// Disagreements for reading: both sides with their sentences, one below the other.
struct DisagreementView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        for row in result.rows {
            let cell = ShownRow(columns: result.columns, values: row)
            text +=
                DisplayWidth.cut("\(cell["nature"]) · \(cell["kind"]) · \(cell["subject"]): \(cell["what"])", to: width)
                + "\n"
            for side in ["left", "right"] {
                let texts = counted(cell["\(side)_texts"], "text")
                for (number, line) in DisplayWidth.wrap(
                    "\(cell[side]) — \(cell["\(side)_voice"]) (\(texts), \(cell["\(side)_id"]))", to: width - 4
                )
                .enumerated() {
                    text += (number == 0 ? "  • " : "    ") + line + "\n"
                }
                text += quoted(cell["\(side)_sentence"], width: width, indent: 4)
            }
            text += "\n"
        }
        return text
    }
}
