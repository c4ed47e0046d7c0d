package import Record
package import Tables

/// A text to paragraphs, sentences and words.
package struct Segmenter: Sendable {
    package static let tables = Tokenizer.tables + SentenceSplitter.tables

    /// A sentence before anything is known of its words.
    package struct Segment: Sendable {
        package var pieces: [Tokenizer.Piece]
        /// The number of the paragraph, from 0; paragraphs are parted by line ends.
        package var paragraph: Int
        package var role: SentenceRole
    }

    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter

    package init(data: DataFolder) throws(DataError) {
        tokenizer = try Tokenizer(data: data)
        splitter = try SentenceSplitter(tokenizer: tokenizer, data: data)
    }

    /// All sentences of a text.
    package func segments(of source: SourceText) -> [Segment] {
        var segments: [Segment] = []
        forEachSegment(of: source) { segments.append($0) }
        return segments
    }

    /// Reads a text sentence by sentence. Lines are paragraphs.
    package func forEachSegment(of source: SourceText, _ body: (Segment) -> Void) {
        let scalars = Array(String(decoding: source.utf8, as: UTF8.self).unicodeScalars)
        var paragraph = 0
        var from = 0
        while from < scalars.count {
            var to = from
            while to < scalars.count, scalars[to] != "\n" { to += 1 }
            var pieces = tokenizer.pieces(of: scalars, in: from..<to)
            if let length = ReportHeader.length(in: pieces) {
                body(Segment(pieces: Array(pieces[..<length]), paragraph: paragraph, role: .body))
                pieces.removeFirst(length)
            }
            if !pieces.isEmpty {
                let ranges = Self.joined(splitter.sentences(of: &pieces), pieces)
                let role = Self.role(of: pieces, sentences: ranges.count)
                for range in ranges {
                    body(Segment(pieces: Array(pieces[range]), paragraph: paragraph, role: role))
                }
                paragraph += 1
            }
            from = to + 1
        }
    }

    /// In capitals every word looks as if a sentence began with it: what ends with a bracket without a stop goes on.
    private static func joined(_ ranges: [Range<Int>], _ pieces: [Tokenizer.Piece]) -> [Range<Int>] {
        guard ranges.count > 1, CapitalText.isCapital(pieces, least: 1) else { return ranges }
        var joined: [Range<Int>] = []
        for range in ranges {
            if let last = joined.last, goesOn(pieces[last]),
                range.upperBound - last.lowerBound < SentenceSplitter.longest
            {
                joined[joined.count - 1] = last.lowerBound..<range.upperBound
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// Whether a sentence ends with a bracket that stands inside it.
    private static func goesOn(_ pieces: ArraySlice<Tokenizer.Piece>) -> Bool {
        let ends = pieces.suffix(2).map(\.text)
        guard ends.count == 2, ends[1] == "]" || ends[1] == ")", pieces.first?.text != "[" else { return false }
        return ends[0] != "." && ends[0] != "?" && ends[0] != "!"
    }

    /// A line without a stop at its end, and not too long, is a heading.
    private static func role(of pieces: [Tokenizer.Piece], sentences: Int) -> SentenceRole {
        guard let first = pieces.first, let last = pieces.last else { return .body }
        if first.text == "-" || first.text == "*" || first.text == "•" || first.text == "–" { return .listItem }
        let ends = [".", "!", "?", "…", ":", ";", ",", "\"", "\u{201D}", "\u{2019}", ")"].contains(last.text)
        return !ends && sentences == 1 && pieces.count <= 25
            && first.text.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
            ? .heading : .body
    }
}
