internal import KnowledgeBase

/// What an undo, a redo or a decision changes, for reading.
struct ChangeView {
    let change: KnowledgeChange
    let isTrial: Bool

    private static let limit = 20

    /// Documents and differences on standard output, the outcome on standard error.
    func print(_ outcome: String) {
        list(change.vanished, sign: "-")
        list(change.appeared, sign: "+")
        for (name, before, after) in change.differences { Terminal.write("  \(name): \(before) → \(after)\n") }
        if change.vanished.isEmpty, change.appeared.isEmpty, change.differences.isEmpty {
            Terminal.write("  Nothing that is counted changes.\n")
        }
        for note in change.notes { Terminal.note("\(Terminal.shown(note))\n") }
        Terminal.note(isTrial ? "This is what would change; nothing was.\n" : outcome + "\n")
    }

    private func list(_ documents: [KnowledgeChange.Document], sign: String) {
        for document in documents.prefix(Self.limit) {
            let words = [document.published.map { String($0.prefix(10)) }, document.outlet, document.title]
                .compactMap { $0 }.joined(separator: "  ")
            Terminal.write("\(sign) \(document.key)  \(Terminal.shown(words))\n")
        }
        let more = documents.count - Self.limit
        if more > 0 { Terminal.write("\(sign) and \(more) more\n") }
    }
}
