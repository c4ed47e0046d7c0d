/// A line on standard error that shows how far a load has come. Silent where that is no terminal.
struct ProgressBar {
    private let isShown = Terminal.standardErrorIsTerminal
    private var lastShown = -1

    /// Shows `done` of `total`, or only `done` where the total is not known.
    mutating func show(_ done: Int, of total: Int?, unit: String) {
        guard isShown else { return }
        // A redraw for each of ten thousand documents would cost more than reading them.
        let step = max(1, (total ?? 5000) / 200)
        guard done == total || done / step != lastShown else { return }
        lastShown = done / step
        if let total, total > 0 {
            let filled = 30 * done / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
            Terminal.note("\r\(bar) \(done)/\(total) \(unit)\u{1B}[K")
        } else {
            Terminal.note("\r\(done) \(unit)\u{1B}[K")
        }
    }

    /// Takes the line away.
    func clear() {
        if isShown { Terminal.note("\r\u{1B}[K") }
    }
}
