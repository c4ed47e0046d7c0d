internal import Record

/// Tells text that is written in capitals from other text.
enum CapitalText {
    /// One small letter among so many large ones does not make a text ordinary: `McALLEN`, `the 6th`.
    private static let largeForSmall = 20

    /// True for a whole text in capitals: each of its sentences may be taken to be.
    static func isCapital(_ source: SourceText) -> Bool {
        var large = 0
        var small = 0
        for byte in source.utf8 {
            let letter = byte | 0x20
            guard letter &- 0x61 < 26 else { continue }
            if byte == letter { small += 1 } else { large += 1 }
        }
        return large >= largeForSmall && small * largeForSmall <= large
    }

    /// True for words that are written in capitals, as far as they have letters.
    /// - Parameter least: how many words of two letters and more there must be.
    static func isCapital(_ pieces: [Tokenizer.Piece], least: Int) -> Bool {
        var words = 0
        var large = 0
        var small = 0
        for piece in pieces {
            var letters = 0
            for scalar in piece.text.unicodeScalars {
                guard Letters.isLetter(scalar) else { continue }
                letters += 1
                if Letters.isUpper(scalar) { large += 1 } else { small += 1 }
            }
            // Ordinary text shows itself in its first words.
            if small > 2, small * largeForSmall > large + 60 { return false }
            if letters > 1 { words += 1 }
        }
        return words >= least && small * largeForSmall <= large
    }
}
