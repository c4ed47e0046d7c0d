/// Rows of comma-separated values (RFC 4180): cells with commas or quotes in quotes, lines that end with CR LF.
struct CSVText {
    /// A cell: text out of articles, or what we make ourselves (numbers, days).
    enum Cell {
        case text(String?)
        case number(Int)
        case real(Double?)
    }

    /// Leaves a cell as it is even where a spreadsheet would take it for a formula.
    let keepsFormulas: Bool
    /// How many cells got a `'` before them.
    private(set) var guarded = 0

    init(keepsFormulas: Bool) { self.keepsFormulas = keepsFormulas }

    mutating func line(_ cells: [Cell]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "," }
            switch cell {
            case .text(let text): line += self.text(text ?? "")
            case .number(let number): line += String(number)
            case .real(let number): line += number.map { "\($0)" } ?? ""
            }
        }
        return line + "\r\n"
    }

    private mutating func text(_ text: String) -> String {
        var text = ExportText.clean(text)
        // Spreadsheets run what begins so, some also where the signs are of full width.
        let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
        if !keepsFormulas, let first = text.unicodeScalars.first, signs.contains(first) {
            guarded += 1
            text = "'" + text
        }
        guard text.utf8.contains(where: { ",\"".utf8.contains($0) }) else { return text }
        return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
