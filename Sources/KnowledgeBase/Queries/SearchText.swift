/// A person's words as FTS5 expressions that cannot be wrong: everything is quoted, so that no operator is left.
enum SearchText {
    /// Words that must all stand in a sentence, `"words in a row"`, and `begin*`. Without any word, what no sentence
    /// holds: NULL would be an error.
    static func words(_ text: String) -> String {
        var terms: [String] = []
        var isQuoted = false
        for piece in text.split(separator: "\"", omittingEmptySubsequences: false) {
            if isQuoted {
                if holdsWord(piece) { terms.append(quoted(piece)) }
            } else {
                for word in piece.split(whereSeparator: \.isWhitespace) where holdsWord(word) {
                    terms.append(word.hasSuffix("*") ? quoted(word.dropLast()) + "*" : quoted(word))
                }
            }
            isQuoted.toggle()
        }
        return terms.isEmpty ? "\"\"" : terms.joined(separator: " ")
    }

    /// Three characters or more that must stand in a name, whatever they are.
    static func fragment(_ text: String) -> String { quoted(text[...]) }

    private static func quoted(_ text: Substring) -> String {
        // A zero byte would end the expression early.
        let clean = text.filter { $0 != "\0" }
        return "\"" + clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func holdsWord(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
