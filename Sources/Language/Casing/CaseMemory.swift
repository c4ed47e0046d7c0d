/// How a document writes its words: counts of each case inside sentences, where capitals mean something.
struct CaseMemory {
    private struct Counts {
        var lower = 0
        var capital = 0
        var upper = 0
    }

    private var words = WordMap<Counts>()

    /// True if nothing was noted.
    var isEmpty: Bool { words.count == 0 }

    /// Notes the words of an ordinary sentence as they stand.
    mutating func note(_ pieces: [Tokenizer.Piece]) {
        for (at, piece) in pieces.enumerated() where at > 0 && Self.isWord(piece.text) {
            note(WordFolding.folded(piece.text), WordCase(of: piece.text))
        }
    }

    /// Notes what a word was taken to be.
    mutating func note(_ lower: String, _ wordCase: WordCase) {
        switch wordCase {
        case .lower: words[lower, default: Counts()].lower += 1
        case .capital: words[lower, default: Counts()].capital += 1
        case .upper: words[lower, default: Counts()].upper += 1
        }
    }

    /// The case in which the document has a word throughout; nil if it has it in none or in several.
    func onlyCase(of lower: String) -> WordCase? {
        guard let counts = words[lower] else { return nil }
        if counts.lower == 0 { return counts.upper > counts.capital ? .upper : .capital }
        return counts.capital + counts.upper == 0 ? .lower : nil
    }

    /// The case in which the document has a word most often.
    func commonCase(of lower: String) -> WordCase? {
        guard let counts = words[lower] else { return nil }
        if counts.lower > counts.capital + counts.upper { return .lower }
        return counts.upper >= counts.capital ? .upper : .capital
    }

    /// Whether a word is long enough to have a case of its own.
    static func isWord(_ text: String) -> Bool {
        text.utf8.count > 2 && text.unicodeScalars.allSatisfy(Letters.isLetter)
    }
}
