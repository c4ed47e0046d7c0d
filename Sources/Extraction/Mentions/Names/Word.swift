internal import Language
internal import Record

/// A token as the name stages see it.
struct Word: Sendable {
    var token: Token
    /// The bytes of its `NameKey`; empty for punctuation.
    var key: [UInt8]
    var shape: Shape
    /// True for what hangs on the word before: "'s", "n't".
    var isClitic: Bool
    /// True for a mark that may stand inside a name: hyphen, dot, apostrophe.
    var joins: Bool
    /// True if it has a full stop in it: "u.s."
    private let hasStop: Bool

    enum Shape: Sendable {
        /// Ukraine, McDonald
        case capitalized
        /// NATO, U.S
        case upper
        case lower
        case number
        case other
    }

    init(_ token: Token) {
        self.token = token
        let isPlain = token.text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        hasStop = !isPlain && token.lower.utf8.contains(UInt8(ascii: "."))
        key = Array((isPlain ? token.text : NameKey.of(token.text)).utf8)
        isClitic = !token.spaceBefore && (token.lower.utf8.first == 0x27 || token.lower == "n't")
        joins = !isPlain && ["-", ".", "'", "\u{2019}", "\u{2010}", "\u{2011}"].contains(token.text)
        if isPlain {
            shape = token.text.isEmpty ? .other : .lower
            return
        }
        var upper = 0
        var lower = 0
        var digits = 0
        var first: Unicode.Scalar?
        for scalar in token.text.unicodeScalars {
            if first == nil { first = scalar }
            switch scalar {
            case "A"..."Z": upper += 1
            case "a"..."z": lower += 1
            case "0"..."9": digits += 1
            case _ where scalar.isASCII: break
            case _ where scalar.properties.isUppercase: upper += 1
            case _ where scalar.properties.isAlphabetic: lower += 1
            default: break
            }
        }
        let startsUpper = first?.properties.isUppercase ?? false
        if upper > 0, lower == 0, upper > 1 || digits > 0 {
            shape = .upper
        } else if startsUpper {
            shape = .capitalized
        } else if digits > 0, lower + upper == 0 || first.map({ ("0"..."9").contains($0) }) == true {
            shape = .number
        } else if lower > 0 {
            // "al-Assad", "iPhone", "d'Ivoire": a capital after the start.
            shape = upper > 0 ? .capitalized : .lower
        } else {
            shape = .other
        }
    }

    var lower: String { token.lower }
    var isCapital: Bool { shape == .capitalized || shape == .upper }
    var isPossessive: Bool { lower == "'s" || lower == "'" || lower == "\u{2019}s" || lower == "\u{2019}" }
    var isPunctuation: Bool { key.isEmpty || token.tag == .punctuation }

    /// In lower case without dots: "U.S." is "us", "Gen." is "gen".
    var plain: String { hasStop ? Self.withoutStops(lower) : lower }

    /// `plain` for looking it up.
    var plainWord: HashedWord { hasStop ? HashedWord(Self.withoutStops(lower)) : token.lowerWord }

    private static func withoutStops(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    }

    /// Its lemma, without dots, for looking it up in a list of lemmas.
    var plainLemma: HashedWord {
        token.lemma.utf8.contains(UInt8(ascii: ".")) ? HashedWord(Self.withoutStops(token.lemma)) : token.lemmaWord
    }
}
