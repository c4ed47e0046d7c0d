internal import KnowledgeBase

/// What has changed between two states, for reading: grouped by what it is about and how it changed.
struct DiffView {
    var diff: KnowledgeDiff
    var width: Int

    private static let limit = 50

    func write(_ output: OutputOptions) {
        if output.isForReading {
            Terminal.write(lines())
        } else {
            let result = diff.result
            ResultWriter(format: output.format ?? .table).write(columns: result.columns, rows: result.rows)
        }
    }

    private func lines() -> String {
        guard !diff.lines.isEmpty else { return "Nothing is different.\n" }
        var text = ""
        for subject in KnowledgeDiff.Subject.allCases {
            let about = diff.lines.filter { $0.subject == subject }
            guard !about.isEmpty else { continue }
            if subject == .fact {
                text += "FACTS\n"
                for line in about {
                    text += shown("\(line.what): \(line.before ?? "") → \(line.after ?? "") (\(line.change))")
                }
                continue
            }
            var changes: [String] = []
            for line in about where !changes.contains(line.change) { changes.append(line.change) }
            for change in changes {
                let lines = about.filter { $0.change == change }
                text += "\(heading(subject, change, lines.count))\n"
                for line in lines.prefix(Self.limit) { text += shown(words(line)) }
                if lines.count > Self.limit { text += "  and \(lines.count - Self.limit) more\n" }
            }
        }
        return text
    }

    private func heading(_ subject: KnowledgeDiff.Subject, _ change: String, _ count: Int) -> String {
        let name = subject == .entity ? "ENTITIES" : subject.rawValue.uppercased() + "S"
        switch change {
        case "appeared", "vanished", "merged", "split", "opened", "settled": return "\(name) \(change): \(count)"
        case "answers": return "\(name) with other answers: \(count)"
        default: return "\(name) with another \(change): \(count)"
        }
    }

    private func words(_ line: KnowledgeDiff.Line) -> String {
        let key = line.key.map { " (\($0))" } ?? ""
        switch line.change {
        case "appeared", "vanished":
            return line.what + ((line.after ?? line.before).map { ", \($0)" } ?? "") + key
        case "merged": return "\(line.what)\(key), from \(line.before ?? "")"
        case "split": return "\(line.what)\(key), into \(line.after ?? "")"
        case "opened", "settled": return "\(line.what): \(line.after ?? line.before ?? "")\(key)"
        default: return "\(line.what)\(key): \(line.before ?? "none") → \(line.after ?? "none")"
        }
    }

    private func shown(_ line: String) -> String {
        DisplayWidth.wrap(Terminal.shown(line), to: width - 2).enumerated()
            .map { ($0.offset == 0 ? "  " : "    ") + $0.element + "\n" }.joined()
    }
}
