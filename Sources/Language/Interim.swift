internal import Record

/// Tokens and sentences by simple rules, until the language stage proper lands.
enum Interim {
    static let abbreviations: Set<String> = [
        "mr.", "mrs.", "ms.", "dr.", "lt.", "gen.", "col.", "maj.", "capt.", "sgt.", "jan.", "feb.", "mar.", "apr.", "aug.",
        "sept.", "sep.", "oct.", "nov.", "dec.", "st.", "no.", "inc.", "corp.", "vs.", "u.s.", "u.k.", "u.n.",
    ]

    static func sentences(_ source: SourceText) -> [Sentence] {
        let scalars = Array(String(decoding: source.utf8, as: UTF8.self).unicodeScalars)
        func isWord(_ s: Unicode.Scalar) -> Bool { s.properties.isAlphabetic || s.properties.numericType != nil }
        var sentences: [Sentence] = []
        var current: [Token] = []
        var paragraph = 0
        func flush() {
            guard let first = current.first, let last = current.last else { return }
            sentences.append(
                Sentence(
                    tokens: current, span: Span(start: first.span.start, end: last.span.end), paragraph: paragraph))
            current = []
        }
        func add(_ from: Int, _ to: Int) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[from..<to])
            let text = String(view)
            let lower = text.lowercased()
            let isPunct = !isWord(scalars[from])
            let tag: PartOfSpeech =
                isPunct ? .punctuation : scalars[from].properties.isUppercase ? .properNoun : .noun
            current.append(
                Token(
                    span: Span(start: from, end: to), text: text, lower: lower, lemma: lower, tag: tag,
                    spaceBefore: from == 0 || scalars[from - 1].properties.isWhitespace))
        }
        var at = 0
        while at < scalars.count {
            let s = scalars[at]
            if s == "\n" {
                flush()
                paragraph += 1
                at += 1
                continue
            }
            if s.properties.isWhitespace {
                at += 1
                continue
            }
            var end = at + 1
            if isWord(s) {
                while end < scalars.count {
                    if isWord(scalars[end]) {
                        end += 1
                    } else if end + 1 < scalars.count, ".,:".unicodeScalars.contains(scalars[end]),
                        s.properties.numericType != nil, scalars[end + 1].properties.numericType != nil
                    {
                        end += 1
                    } else if scalars[end] == ".", end - at == 1 || scalars[end - 2] == ".", s.properties.isUppercase,
                        end + 1 < scalars.count, scalars[end + 1] != "\n"
                    {
                        end += 1
                    } else {
                        break
                    }
                }
                if end < scalars.count, scalars[end] == "." {
                    var view = String.UnicodeScalarView()
                    view.append(contentsOf: scalars[at...end])
                    if abbreviations.contains(String(view).lowercased()) { end += 1 }
                }
            } else if (s == "'" || s == "\u{2019}"), at + 1 < scalars.count, scalars[at + 1] == "s",
                at + 2 == scalars.count || !isWord(scalars[at + 2]), at > 0, isWord(scalars[at - 1])
            {
                end = at + 2
            }
            add(at, end)
            at = end
            if ".!?".unicodeScalars.contains(s), !isWord(s) {
                while at < scalars.count, "\"\u{201D}\u{2019}')".unicodeScalars.contains(scalars[at]) {
                    add(at, at + 1)
                    at += 1
                }
                var next = at
                while next < scalars.count, scalars[next] == " " { next += 1 }
                if next > at, next < scalars.count, !scalars[next].properties.isLowercase { flush() }
            }
        }
        flush()
        return sentences
    }
}
