internal import Language
internal import Record

/// Finds the outer quotations of a document in one pass. Single marks are left alone.
enum QuoteScanner {
    private struct Opening {
        var sentence: Int
        var token: Int
        var start: Int
        var words = 0
    }

    static func quotations(in analysis: Analysis) -> [Quotation] {
        var found: [Quotation] = []
        var open: Opening?
        var continues = false
        func close(sentence: Int, token: Int) {
            guard let start = open else { return }
            open = nil
            let end = analysis.sentences[sentence].tokens[token].span.end
            guard end > start.start, (start.sentence, start.token) != (sentence, token) else { return }
            found.append(
                Quotation(
                    span: Span(start: start.start, end: end), first: (start.sentence, start.token),
                    last: (sentence, token), wordCount: start.words, continues: continues))
            continues = false
        }
        for (index, sentence) in analysis.sentences.enumerated() {
            if index > 0, open != nil, sentence.paragraph != analysis.sentences[index - 1].paragraph {
                // Unclosed at the paragraph's end: it goes on where the next paragraph opens with a mark again.
                let before = analysis.sentences[index - 1].tokens.count
                if let first = sentence.tokens.first, opens(first), before > 0 {
                    close(sentence: index - 1, token: before - 1)
                    continues = true
                } else {
                    open = nil
                    continues = false
                }
            }
            for (at, token) in sentence.tokens.enumerated() {
                if open == nil {
                    if opens(token) { open = Opening(sentence: index, token: at, start: token.span.start) }
                } else if closes(token) {
                    close(sentence: index, token: at)
                } else if token.tag != .punctuation {
                    open?.words += 1
                }
            }
        }
        return found
    }

    private static func opens(_ token: Token) -> Bool {
        switch token.text {
        case "“", "\"", "„", "«", "``", "''": true
        default: false
        }
    }

    private static func closes(_ token: Token) -> Bool {
        switch token.text {
        case "”", "\"", "»", "''", "“": true
        default: false
        }
    }
}
