internal import KnowledgeBase

/// Disagreements for reading: a summary, then the answers with their sentences, one below the other.
///
///     conflict · number · North Korea: troops deployed
///       Sources differ on how many North Korean troops were deployed: about 12,000 (…) or around 11,000 (…).
///       • about 12,000 soldiers — The Meridian Post, 2025-01-12 (1 text, 6f72b239c89f.s36)
///         “Kim Jong Un has sent about 12,000 soldiers to Russia since last autumn …”
struct DisagreementView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        var question = ""
        for row in result.rows {
            let cell = ShownRow(columns: result.columns, values: row)
            if cell["question"] != question || text.isEmpty {
                if !text.isEmpty { text += "\n" }
                question = cell["question"]
                text += head(cell)
            }
            text += answer(cell)
        }
        return text.isEmpty ? text : text + "\n"
    }

    private func head(_ cell: ShownRow) -> String {
        let title = "\(cell["nature"]) · \(cell["kind"]) · \(cell["subject"]): \(cell["what"])"
        return DisplayWidth.cut(title, to: width) + "\n"
            + DisplayWidth.wrap(cell["summary"], to: width - 2).map { "  \($0)\n" }.joined()
    }

    private func answer(_ cell: ShownRow) -> String {
        let source = [cell["voice"], cell["published"]].filter { !$0.isEmpty }.joined(separator: ", ")
        var counts = counted(cell["texts"], "text")
        if cell["voices"] != "1" { counts += ", " + counted(cell["voices"], "voice") }
        var text = ""
        for (number, line) in DisplayWidth.wrap(
            "\(cell["value"]) — \(source) (\(counts), \(cell["id"]))", to: width - 4
        ).enumerated() {
            text += (number == 0 ? "  • " : "    ") + line + "\n"
        }
        return text + quoted(cell["sentence"], width: width, indent: 4)
    }
}
