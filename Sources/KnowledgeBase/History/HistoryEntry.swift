internal import SQLite

/// Something that happened to a knowledge base.
public struct HistoryEntry: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// A load, an import of decisions, a reading of texts again.
        case batch
        /// That a batch was taken back or brought back.
        case undo
        /// What a person said about a pair, or took back.
        case decision
    }

    public var kind: Kind
    /// The number that `undo` takes: `3` for a batch, `d12` for a decision; empty for what has none.
    public var number: String
    /// UTC date and time.
    public var at: String
    /// In words.
    public var what: String
    /// Whether it counts, in words; empty if it does.
    public var state: String
}

extension Store {
    /// Everything that happened, the latest first.
    public func history() throws(StoreError) -> [HistoryEntry] {
        try guarded {
            var entries: [HistoryEntry] = []
            for batch in try batches() {
                var counts: [String] = []
                let decisions =
                    try connection.integer(
                        "SELECT count(*) FROM batch_decisions WHERE batch_id = ?", batch.number) ?? 0
                if batch.command.hasPrefix("decisions ") {
                    counts.append("\(decisions) decisions")
                } else if batch.command.hasPrefix("reextract") {
                    counts.append("\(batch.changed) read again")
                } else {
                    counts += ["\(batch.new) new", "\(batch.changed) changed", "\(batch.same) same"]
                }
                if batch.failed > 0 { counts.append("\(batch.failed) failed") }
                entries.append(
                    HistoryEntry(
                        kind: .batch, number: String(batch.number), at: batch.started,
                        what: "\(batch.command): \(counts.joined(separator: ", "))",
                        state: batch.undone.map { _ in "undone" } ?? (batch.finished == nil ? "cut off" : "")))
            }
            try connection.each("SELECT batch_id, undone, redone FROM undos") { row in
                entries.append(
                    HistoryEntry(
                        kind: .undo, number: "", at: row.text(1), what: "batch \(row.integer(0)) was taken back",
                        state: ""))
                guard let redone = row.optionalText(2) else { return }
                entries.append(
                    HistoryEntry(
                        kind: .undo, number: "", at: redone, what: "batch \(row.integer(0)) was brought back", state: ""
                    ))
            }
            entries += try decisionEntries()
            return entries.sorted { ($1.at, $1.number) < ($0.at, $0.number) }
        }
    }

    private func decisionEntries() throws(SQLiteError) -> [HistoryEntry] {
        var entries: [HistoryEntry] = []
        try connection.each(
            """
            SELECT d.id, d.made, d.author, d.verdict, d.left_key, d.right_key, d.reasons, t.verdict, coalesce(t.undoes, t.id),
                (SELECT min(batch_id) FROM batch_decisions h WHERE h.decision_id = d.id), \(Self.isHeld("d")),
                EXISTS (SELECT 1 FROM live_decisions l WHERE l.decision_id = d.id),
                EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id AND \(Self.isHeld("u"))
                    AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id AND \(Self.isHeld("r"))))
            FROM decisions d LEFT JOIN decisions t ON t.id = d.undoes ORDER BY d.id
            """
        ) { row in
            let author = row.text(2)
            let what =
                switch row.text(3) {
                case "undo": "\(author) took d\(row.integer(8)) back"
                case "redo": "\(author) brought d\(row.integer(8)) back"
                case "unsure": "\(author): \(row.text(4)) and \(row.text(5)) may be the same or not"
                default: "\(author): \(row.text(4)) and \(row.text(5)) are \(row.text(3))"
                }
            let isAnswer = row.text(3) == "undo" || row.text(3) == "redo"
            let state =
                if row.integer(10) == 0 { "its import is undone" } else if isAnswer { "" } else if row.integer(12) != 0
                {
                    "taken back"
                } else if row.integer(11) == 0 { "overridden" } else { "" }
            let origin = row.optionalInteger(9).map { ", from batch \($0)" } ?? ""
            let reason = row.text(6).isEmpty || isAnswer ? "" : " (\(row.text(6)))"
            entries.append(
                HistoryEntry(
                    kind: .decision, number: isAnswer ? "" : "d\(row.integer(0))", at: row.text(1),
                    what: what + reason + origin, state: state))
        }
        return entries
    }
}
