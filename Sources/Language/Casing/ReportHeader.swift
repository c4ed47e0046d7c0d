/// The head of a monitored broadcast or wire report: `LIMA, 3 MAY 87 (AGENCY) -- [TEXT]`.
///
/// It is a sentence by itself, so that what follows is read as the sentence that it is.
enum ReportHeader {
    /// Pieces before the dash, and inside one pair of brackets; no head has more.
    private static let longest = 40
    private static let dashes: Set<String> = ["--", "\u{2014}", "\u{2013}", "---"]

    /// The number of pieces of the head that a line begins with; nil if it has none or nothing follows it.
    static func length(in pieces: [Tokenizer.Piece]) -> Int? {
        guard let dash = pieces.prefix(longest).firstIndex(where: { dashes.contains($0.text) }), dash > 2,
            let first = pieces[0].text.unicodeScalars.first, Letters.isUpper(first),
            hasDate(pieces[..<dash])
        else { return nil }
        var end = dash + 1
        while end < pieces.count, pieces[end].text == "[",
            let close = pieces[end...].prefix(longest).firstIndex(where: { $0.text == "]" })
        {
            end = close + 1
        }
        return end > dash + 1 && end < pieces.count ? end : nil
    }

    /// Whether a day of the month and a word stand side by side: `3 MAY`, `May 3`.
    private static func hasDate(_ pieces: ArraySlice<Tokenizer.Piece>) -> Bool {
        zip(pieces, pieces.dropFirst()).contains { one, other in
            isDay(one.text) && isWord(other.text) || isWord(one.text) && isDay(other.text)
        }
    }

    private static func isDay(_ text: String) -> Bool { Int(text).map { (1...31).contains($0) } ?? false }

    private static func isWord(_ text: String) -> Bool {
        text.utf8.count > 2 && text.unicodeScalars.allSatisfy { Letters.isLetter($0) || $0 == "." }
    }
}
