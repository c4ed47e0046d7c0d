/// A sentence in quotation marks, indented, three lines at most.
func quoted(_ sentence: String, width: Int, indent: Int = 2, limit: Int = 3) -> String {
    guard !sentence.isEmpty else { return "" }
    let marked = sentence.hasPrefix("“") || sentence.hasPrefix("\"") ? sentence : "“\(sentence)”"
    var lines = DisplayWidth.wrap(marked, to: width - indent)
    if lines.count > limit {
        lines = Array(lines.prefix(limit))
        lines[limit - 1] = DisplayWidth.cut(lines[limit - 1] + " …", to: width - indent)
    }
    return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
}

/// "1 text", "2 texts".
func counted(_ number: String, _ noun: String) -> String { "\(number) \(noun)\(number == "1" ? "" : "s")" }

extension String {
    /// The names of types and roles as words: `hold-territory` is "hold territory".
    var spaced: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "-" ? " " : $0 }))
    }
}
