/// A person's words as FTS5 expressions that cannot be wrong: everything is quoted, so that no operator is left.
///
/// By scalars and not by characters: a quote with an accent after it is one character, yet the quote counts for FTS5.
enum SearchText {
    /// How many terms are looked for at most: SQLite takes no expression of any length.
    private static let most = 200

    /// Words that must all stand in a sentence, `"words in a row"`, and `begin*`. Without any word, what no sentence
    /// holds: NULL would be an error.
    static func words(_ text: String) -> String {
        var terms: [String] = []
        var isQuoted = false
        for piece in text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false) {
            if isQuoted {
                if holdsWord(piece) { terms.append(quoted(piece)) }
            } else {
                for word in piece.split(whereSeparator: \.properties.isWhitespace) where holdsWord(word) {
                    terms.append(word.last == "*" ? quoted(word.dropLast()) + "*" : quoted(word))
                }
            }
            isQuoted.toggle()
        }
        return terms.isEmpty ? "\"\"" : terms.prefix(most).joined(separator: " ")
    }

    /// Three characters or more that must stand in a name, whatever they are.
    static func fragment(_ text: String) -> String { quoted(text.unicodeScalars[...]) }

    private static func quoted(_ text: Substring.UnicodeScalarView) -> String {
        var term = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text {
            switch scalar {
            // A zero byte would end the expression early.
            case "\0": continue
            case "\"": term.append(contentsOf: [scalar, scalar])
            default: term.append(scalar)
            }
        }
        term.append("\"")
        return String(term)
    }

    private static func holdsWord(_ text: Substring.UnicodeScalarView) -> Bool {
        text.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
