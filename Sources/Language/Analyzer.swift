public import Record
public import Tables

/// The language stage: text to sentences of tagged tokens.
///
/// The same text always gives the same analysis; no state is kept between texts.
public struct Analyzer: Sendable {
    /// The tables that it reads, for the extractor's version.
    public static let tables =
        Tokenizer.tables + SentenceSplitter.tables + TagModel.tables + FunctionWords.tables + Lemmatizer.tables
        + PresentForms.tables

    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter
    private let tagger: Tagger
    private let functionWords: FunctionWords
    private let lemmatizer: Lemmatizer
    private let presentForms: PresentForms

    public init(data: DataFolder) throws(DataError) {
        tokenizer = try Tokenizer(data: data)
        splitter = try SentenceSplitter(tokenizer: tokenizer, data: data)
        tagger = try Tagger(data: data)
        functionWords = try FunctionWords(data: data)
        lemmatizer = try Lemmatizer(data: data)
        presentForms = try PresentForms(data: data)
    }

    /// Reads a text. Lines are paragraphs.
    public func analyze(_ source: SourceText) -> Analysis {
        let scalars = Array(String(decoding: source.utf8, as: UTF8.self).unicodeScalars)
        var sentences: [Sentence] = []
        var paragraph = 0
        var from = 0
        while from < scalars.count {
            var to = from
            while to < scalars.count, scalars[to] != "\n" { to += 1 }
            var pieces = tokenizer.pieces(of: scalars, in: from..<to)
            if !pieces.isEmpty {
                let ranges = splitter.sentences(of: &pieces)
                let role = Self.role(of: pieces, isFirst: paragraph == 0, sentences: ranges.count)
                for range in ranges {
                    sentences.append(sentence(Array(pieces[range]), paragraph: paragraph, role: role))
                }
                paragraph += 1
            }
            from = to + 1
        }
        return Analysis(source: source, sentences: sentences)
    }

    private func sentence(_ pieces: [Tokenizer.Piece], paragraph: Int, role: SentenceRole) -> Sentence {
        let words = pieces.map { HashedWord($0.text) }
        let lower = words.map(Self.lowered)
        var tags = tagger.tags(of: words, lower: lower)
        if role == .heading, HeadlineCase.isTitled(words) {
            let plain = zip(words, lower).map { tagger.knows($1) || presentForms.contains($1, lemmatizer) ? $1 : $0 }
            HeadlineCase.settle(&tags, plain: tagger.tags(of: plain, lower: lower)) {
                presentForms.contains(lower[$0], lemmatizer)
            }
        }
        ThatClauses.settle(&tags) { lower[$0].text }
        PastForms.settle(&tags) { at, tag in
            lemmatizer.lemma(lower[at], penn: tag).text
        }
        var tokens: [Token] = []
        tokens.reserveCapacity(pieces.count)
        for (index, piece) in pieces.enumerated() {
            let known = functionWords.entry(lower[index], tags[index])
            let lemma = lemmatizer.lemma(lower[index], penn: tags[index])
            var token = Token(
                span: piece.span, text: piece.text, lower: lower[index], lemma: lemma,
                tag: UniversalTag.of(
                    tags[index], lower: lower[index].text, lemma: lemma.text, known: known?.tag,
                    followers: tags[(index + 1)...]),
                penn: tags[index], verbForm: UniversalTag.verbForm(tags[index]), spaceBefore: piece.spaceBefore)
            token.isJoined = piece.isJoined
            tokens.append(token)
        }
        return Sentence(
            tokens: tokens, span: Span(start: pieces[0].span.start, end: pieces[pieces.count - 1].span.end),
            paragraph: paragraph, role: role)
    }

    /// A word in lower case with straight quotes.
    private static func lowered(_ word: HashedWord) -> HashedWord {
        if word.text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return word }
        return HashedWord(word.text.lowercased().replacingCurlyApostrophe)
    }

    /// A line without a stop at its end, and not too long, is a heading.
    private static func role(of pieces: [Tokenizer.Piece], isFirst: Bool, sentences: Int) -> SentenceRole {
        guard let first = pieces.first, let last = pieces.last else { return .body }
        if first.text == "-" || first.text == "*" || first.text == "•" || first.text == "–" { return .listItem }
        let ends = [".", "!", "?", "…", ":", ";", ",", "\"", "\u{201D}", "\u{2019}", ")"].contains(last.text)
        return !ends && sentences == 1 && pieces.count <= 25
            && first.text.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
            ? .heading : .body
    }
}

extension String {
    fileprivate var replacingCurlyApostrophe: String {
        guard utf8.contains(0xE2), unicodeScalars.contains("\u{2019}") else { return self }
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars { view.append(scalar == "\u{2019}" ? "'" : scalar) }
        return String(view)
    }
}
