internal import Language
internal import Record

/// A stretch between quotation marks.
struct Quote {
    /// Without the marks.
    var content: Span
    /// With them.
    var outer: Span
    var firstSentence: Int
    var lastSentence: Int
    var wordCount: Int
    /// True if it continues the quote before it over a paragraph break.
    var continues: Bool
}

/// Finds the outer quotations of a document in one pass. Single marks inside are left alone.
enum QuoteScanner {
    static func quotes(in analysis: Analysis) -> [Quote] {
        var quotes: [Quote] = []
        var open: (mark: Token, sentence: Int, words: Int)?
        var lastEnd = 0
        func close(at span: Span, end: Span?, sentence: Int, continues: Bool) {
            guard let start = open, span.start > start.mark.span.end else {
                open = nil
                return
            }
            quotes.append(
                Quote(
                    content: Span(start: start.mark.span.end, end: span.start),
                    outer: Span(start: start.mark.span.start, end: end?.end ?? span.start),
                    firstSentence: start.sentence, lastSentence: sentence, wordCount: start.words,
                    continues: continues))
            open = nil
        }
        var continuing = false
        for (index, sentence) in analysis.sentences.enumerated() {
            if index > 0, sentence.paragraph != analysis.sentences[index - 1].paragraph, open != nil {
                // Unclosed at the paragraph's end: it goes on where the next paragraph opens with a mark again.
                let reopens = sentence.tokens.first.map { isOpening($0, inQuote: false) } ?? false
                if reopens {
                    let wasContinuing = continuing
                    close(
                        at: Span(start: lastEnd, end: lastEnd), end: nil, sentence: index - 1, continues: wasContinuing)
                    continuing = true
                } else {
                    open = nil
                    continuing = false
                }
            }
            for token in sentence.tokens {
                if open == nil, isOpening(token, inQuote: false) {
                    open = (token, index, 0)
                } else if open != nil, isClosing(token) {
                    close(at: token.span, end: token.span, sentence: index, continues: continuing)
                    continuing = false
                } else if open != nil, token.tag != .punctuation {
                    open?.words += 1
                }
                lastEnd = token.span.end
            }
        }
        return quotes
    }

    private static func isOpening(_ token: Token, inQuote: Bool) -> Bool {
        token.text == "“" || token.text == "\"" || token.text == "„" || token.text == "«" || token.text == "``"
    }

    private static func isClosing(_ token: Token) -> Bool {
        token.text == "”" || token.text == "\"" || token.text == "»" || token.text == "''" || token.text == "“"
    }
}
