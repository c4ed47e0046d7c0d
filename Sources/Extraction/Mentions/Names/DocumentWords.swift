internal import Language
internal import Record

/// The words of a document with what the whole document says about their capitals.
struct DocumentWords: Sendable {
    let sentences: [[Word]]
    let roles: [SentenceRole]
    /// The names that the language stage recognised, by sentence.
    let recognized: [[NameSpan]]
    let trees: [DependencyTree]
    /// For each word the number of the quotation it stands in, 0 outside; empty for sentences without any.
    let quotes: [[Int]]
    /// True for a sentence whose capitals mean nothing: a headline in title case or a line in capitals.
    let isTitleCase: [Bool]
    let isAllCaps: [Bool]
    /// Words written small somewhere.
    private var seenLower: Set<String> = []

    init(_ analysis: Analysis) {
        sentences = analysis.sentences.map { $0.tokens.map(Word.init) }
        roles = analysis.sentences.map(\.role)
        recognized = analysis.sentences.map(\.names)
        trees = analysis.sentences.map { DependencyTree($0) }
        quotes = Self.quotes(analysis)
        var titles: [Bool] = []
        var capitals: [Bool] = []
        for words in sentences {
            let letters = words.filter { $0.shape != .other && $0.shape != .number && !$0.isClitic }
            let long = letters.filter { $0.key.count > 3 }
            let capital = long.count { $0.isCapital }
            let upper = letters.count { $0.shape == .upper }
            // A sentence of many names is no headline: it ends with a full stop.
            let isClosed = [".", "?", "!", "\"", "\u{201D}"].contains(words.last?.token.text ?? "")
            let isHeading = !isClosed || roles[titles.count] == .heading
            titles.append(isHeading && long.count >= 3 && capital * 4 >= long.count * 3)
            capitals.append(letters.count >= 3 && upper * 10 >= letters.count * 8)
        }
        isTitleCase = titles
        isAllCaps = capitals
        for (number, words) in sentences.enumerated() where !titles[number] && !capitals[number] {
            for word in words where word.shape == .lower { seenLower.insert(word.lower) }
        }
    }

    private static func quotes(_ analysis: Analysis) -> [[Int]] {
        var quotes: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (number, quote) in QuoteScanner.quotations(in: analysis).enumerated() {
            for index in quote.first.sentence...quote.last.sentence {
                let sentence = analysis.sentences[index]
                if quotes[index].isEmpty { quotes[index] = Array(repeating: 0, count: sentence.tokens.count) }
                for token in sentence.tokens(in: quote.span) { quotes[index][token] = number + 1 }
            }
        }
        return quotes
    }

    /// True if the document writes a word small somewhere.
    func isSeenLower(_ word: Word) -> Bool { seenLower.contains(word.lower) }

    /// True if any word would have a capital there: at the start, after a quotation mark, a colon or a bullet.
    static func startsSentence(_ words: [Word], _ position: Int) -> Bool {
        var before = position - 1
        while before >= 0 {
            let word = words[before]
            if word.key.isEmpty, !word.joins {
                let mark = word.token.text
                if mark == ":" || mark == "\"" || mark == "\u{201C}" || mark == "\u{2018}" || mark == "\u{2014}" {
                    return true
                }
                if mark == "," || mark == ";" || mark == ")" { return false }
                before -= 1
                continue
            }
            return word.joins && before == 0
        }
        return true
    }
}
