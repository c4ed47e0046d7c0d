internal import KnowledgeBase

/// Where something was read: document by document, with the sentence, the voices and the rule.
struct EvidenceView {
    var result: QueryResult
    var width: Int

    func lines() -> String {
        var text = ""
        for row in result.rows {
            let cell = ShownRow(columns: result.columns, values: row)
            let source = [cell["source"], String(cell["published"].prefix(10))].filter { !$0.isEmpty }.joined(
                separator: ", ")
            text += DisplayWidth.cut("\(source): \(cell["title"])", to: width) + "\n"
            text += quoted(cell["sentence"], width: width, limit: 8)
            let place = "characters \(cell["start"])-\(cell["end"])"
            let facts = [
                "“\(cell["words"])”", cell["what"].spaced, cell["value"], cell["certainty"], place,
            ].filter { !$0.isEmpty && $0 != "“”" }
            for line in DisplayWidth.wrap(facts.joined(separator: " · "), to: width - 2) { text += "  \(line)\n" }
            if !cell["voices"].isEmpty {
                for line in DisplayWidth.wrap("told by \(cell["voices"])", to: width - 2) { text += "  \(line)\n" }
            }
            if !cell["rule"].isEmpty { text += "  by \(cell["rule"])\n" }
            text += "\n"
        }
        return text
    }
}
