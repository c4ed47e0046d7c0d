/// What the sentence splitter looks at in a piece.
package struct BoundaryToken {
    /// The class of a piece by its letters and marks.
    package enum Kind: UInt8 {
        case edge, lower, capital, upper, letter, pronounI, mixed, number, code
        case stop, question, dots, comma, semicolon, colon
        case openBracket, closeBracket, openQuote, closeQuote
        case hyphen, dash, bullet, line, sign, symbol
        case address, title, abbreviation, initial, initialism, clitic
    }

    package var kind: Kind
    /// A hash of its letters in lower case, with every digit as 0.
    package var form: UInt32
    /// A hash of its last three characters.
    package var ending: UInt32
    package var length: UInt8
    package var spaceBefore: Bool
}

extension BoundaryToken {
    /// Beyond either end of a line.
    static let edge = BoundaryToken(kind: .edge, form: 0, ending: 0, length: 0, spaceBefore: true)

    init(_ piece: Tokenizer.Piece, spellings: SpellingTable) {
        var text = piece.text
        self = text.withUTF8 { bytes in
            var form: UInt32 = 0x811C_9DC5
            var counts = Counts()
            for byte in bytes {
                var folded = byte
                switch byte {
                case 0x61...0x7A: counts.lower += 1
                case 0x41...0x5A:
                    counts.upper += 1
                    folded = byte | 0x20
                case 0x30...0x39:
                    counts.digits += 1
                    folded = 0x30
                case 0x80...: counts.foreign += 1
                case UInt8(ascii: "."): counts.stops += 1
                case UInt8(ascii: "@"): counts.ats += 1
                default: break
                }
                form = (form ^ UInt32(folded)) &* 0x0100_0193
            }
            var ending: UInt32 = 0
            for byte in bytes.suffix(3) { ending = ending << 8 | UInt32(byte) }
            let kind = Self.kind(bytes, counts, piece, spellings)
            // Quotation marks are the same in every shape.
            if kind == .openQuote || kind == .closeQuote { (form, ending) = (1, 1) }
            return BoundaryToken(
                kind: kind, form: form ^ (form >> 15), ending: ending,
                length: UInt8(min(bytes.count, 15)), spaceBefore: piece.spaceBefore)
        }
    }

    private struct Counts {
        var lower = 0
        var upper = 0
        var digits = 0
        var foreign = 0
        var stops = 0
        var ats = 0
    }

    private static func kind(
        _ bytes: UnsafeBufferPointer<UInt8>, _ counts: Counts, _ piece: Tokenizer.Piece, _ spellings: SpellingTable
    ) -> Kind {
        guard let first = bytes.first, let last = bytes.last else { return .edge }
        let letters = counts.lower + counts.upper
        if piece.isJoined, letters + counts.foreign < bytes.count || counts.lower == letters { return .clitic }
        if letters + counts.digits == 0 {
            return counts.foreign == 0 ? mark(bytes, first, counts) : foreign(piece.text, bytes.count)
        }
        if counts.ats > 0 || bytes.count > 6 && counts.stops > 0 && last != UInt8(ascii: ".") && letters > 3 {
            return .address
        }
        if last == UInt8(ascii: "."), letters > 0 {
            if bytes.count == 2 { return .initial }
            if counts.stops > 1 { return .initialism }
            return spellings.kinds(of: piece.text).contains(.neverEnds) ? .title : .abbreviation
        }
        if counts.digits > 0 { return letters == 0 ? .number : .code }
        if counts.stops > 0 { return .initialism }
        if counts.upper == 0 {
            return counts.foreign > 0 && first >= 0x80 ? foreign(piece.text, bytes.count) : .lower
        }
        if letters == 1, bytes.count == 1 { return first == UInt8(ascii: "I") ? .pronounI : .letter }
        if counts.lower == 0, counts.upper > 1 { return .upper }
        return (0x41...0x5A).contains(first) ? .capital : .mixed
    }

    /// The class of a piece of ASCII marks.
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt8, _ counts: Counts) -> Kind {
        if bytes.contains(UInt8(ascii: "?")) || bytes.contains(UInt8(ascii: "!")) { return .question }
        if counts.stops == bytes.count { return counts.stops == 1 ? .stop : .dots }
        if bytes.count == 1 {
            switch first {
            case UInt8(ascii: ","): return .comma
            case UInt8(ascii: ";"): return .semicolon
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return .openBracket
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): return .closeBracket
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .openQuote
            case UInt8(ascii: "-"): return .hyphen
            case UInt8(ascii: "*"), UInt8(ascii: "~"): return .bullet
            default: return .symbol
            }
        }
        if bytes.allSatisfy({ $0 == first }) {
            switch first {
            case UInt8(ascii: "'"), UInt8(ascii: "`"): return .openQuote
            case UInt8(ascii: "-"): return bytes.count < 4 ? .dash : .line
            case UInt8(ascii: "<"): return .openBracket
            case UInt8(ascii: ">"): return .closeBracket
            default: return bytes.count < 3 ? .bullet : .line
            }
        }
        return bytes.count > 3 ? .line : .sign
    }

    /// The class of a piece that begins with a character beyond ASCII.
    private static func foreign(_ text: String, _ length: Int) -> Kind {
        guard let first = text.unicodeScalars.first else { return .edge }
        switch first.value {
        case 0x2026: return .dots
        case 0x201C, 0x2018, 0xAB, 0x201E: return .openQuote
        case 0x201D, 0x2019, 0xBB: return .closeQuote
        case 0x2013, 0x2014, 0x2015: return .dash
        case 0x2022, 0xB7, 0x25AA, 0x25CF, 0x2219, 0x25A0, 0x2023: return .bullet
        case 0x3002, 0xFF0E: return .stop
        case 0xFF01, 0xFF1F: return .question
        default: break
        }
        guard Letters.isWord(first) else { return .symbol }
        return first.properties.isUppercase ? .capital : first.properties.isLowercase ? .lower : .mixed
    }
}
