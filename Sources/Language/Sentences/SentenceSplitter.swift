internal import Record

/// The pieces of a line to sentences.
struct SentenceSplitter: Sendable {
    let tokenizer: Tokenizer

    /// Pieces of one sentence. No writer's sentence is as long; what looks like one (a list, a bomb) is cut, so that
    /// later stages, which compare the parts of a sentence with each other, take time in proportion to the text.
    static let longest = 1000

    /// The ranges of pieces that are sentences; together they are all pieces.
    func sentences(of pieces: [Tokenizer.Piece]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var at = 0
        while at < pieces.count {
            if at - start >= Self.longest {
                ranges.append(start..<at)
                start = at
            }
            guard isEnd(pieces, at) else {
                at += 1
                continue
            }
            // Closing quotes and brackets stay with the sentence that they end.
            var end = at + 1
            while end < min(pieces.count, start + Self.longest), !pieces[end].spaceBefore,
                Self.isClosing(pieces[end].text)
            { end += 1 }
            if end < pieces.count, continues(pieces, stop: at, next: end) {
                at += 1
                continue
            }
            ranges.append(start..<end)
            start = end
            at = end
        }
        if start < pieces.count { ranges.append(start..<pieces.count) }
        return ranges
    }

    private func isEnd(_ pieces: [Tokenizer.Piece], _ at: Int) -> Bool {
        let text = pieces[at].text
        switch text {
        case ".", "!", "?", "…": return true
        default: break
        }
        if text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) { return text.utf8.count > 1 }
        guard text.hasSuffix("."), text.utf8.count > 1 else { return false }
        // "U.S." and "Inc." end a sentence only before a word that starts one.
        guard !tokenizer.spellings.kinds(of: text).contains(.neverEnds), at + 1 < pieces.count else { return false }
        var next = at + 1
        if Self.isClosing(pieces[next].text), !pieces[next].spaceBefore { return true }
        if Self.isOpening(pieces[next].text), next + 1 < pieces.count { next += 1 }
        return Self.starters.contains(pieces[next].text)
    }

    /// Whether the sentence goes on after a stop.
    private func continues(_ pieces: [Tokenizer.Piece], stop: Int, next: Int) -> Bool {
        let following = pieces[next]
        guard let first = following.text.unicodeScalars.first else { return false }
        // Without a space nothing ends, but for a stop set against the next capital.
        if !following.spaceBefore { return !first.properties.isUppercase || stop + 1 < next }
        // A question or an exclamation inside a sentence stands in quotation marks.
        if stop + 1 == next, pieces[stop].text == "?" || pieces[stop].text == "!" { return false }
        return first.properties.isLowercase
    }

    static func isClosing(_ text: String) -> Bool {
        switch text {
        case "\"", "'", "\u{201D}", "\u{2019}", ")", "]", "»": true
        default: false
        }
    }

    static func isOpening(_ text: String) -> Bool {
        switch text {
        case "\"", "'", "\u{201C}", "\u{2018}", "(", "[", "«": true
        default: false
        }
    }

    /// Function words whose capital can only come from the start of a sentence.
    private static let starters: Set<String> = [
        "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "I", "But", "And", "This", "That", "These",
        "Those", "There", "His", "Her", "Its", "Their", "If", "When", "While", "As", "For", "After", "Before",
        "However",
        "Meanwhile", "According", "Both", "Some", "Many", "No", "Not", "What", "Who", "Since", "Although", "Our", "You",
    ]
}
