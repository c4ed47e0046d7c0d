internal import Language
internal import Tables

/// Reads numbers in digits and in words.
struct NumberWords: Sendable {
    static let table = "lexicon/numbers.tsv"

    private enum Kind: String {
        case unit, ten, hundred, scale, attached, dozen, fraction, couple, both, plural, ordinal, some, multiple
    }

    /// A number and the tokens that say it.
    struct Reading: Equatable {
        /// Nil for "dozens" and the like.
        var value: Double?
        /// The least value of a vague number.
        var low: Double?
        /// The index after its last token.
        var end: Int
        var isDigits = false
    }

    private let words: WordMap<(kind: Kind, value: Double)>

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["word", "kind", "value"])
        var words = WordMap<(kind: Kind, value: Double)>()
        for row in table.rows {
            guard let kind = Kind(rawValue: row["kind"]), let value = Double(row["value"]) else {
                throw DataError(
                    file: data.path + "/" + Self.table, line: row.line, expected: "a known kind and a number as value")
            }
            words.set((kind, value), for: row["word"])
        }
        self.words = words
    }

    /// The words that a number or ordinal can begin with, but for those of digits.
    var starters: [String] { words.words + ["a", "an", "half"] }

    /// The ordinal that a token is: "third", "3rd".
    func ordinal(_ word: HashedWord) -> Int? {
        let lower = word.text
        if let word = words[word], word.kind == .ordinal { return Int(exactly: word.value) }
        let length = lower.utf8.count
        guard length > 2, length <= 5, ["st", "nd", "rd", "th"].contains(String(lower.suffix(2))) else { return nil }
        return Int(lower.dropLast(2))
    }

    /// The cardinal number that starts at a token, if one does.
    func read(_ tokens: [Token], at start: Int) -> Reading? {
        guard start < tokens.count else { return nil }
        if let digits = digits(tokens, at: start) { return digits }
        return plural(tokens, at: start) ?? vague(tokens, at: start) ?? spelled(tokens, at: start)
    }

    private func digits(_ tokens: [Token], at start: Int) -> Reading? {
        guard let (number, suffix) = Self.decimal(tokens[start].lower) else { return nil }
        var value = number
        var end = start + 1
        if !suffix.isEmpty {
            guard let word = words[suffix], word.kind == .attached || word.kind == .scale else { return nil }
            value *= word.value
        }
        while end < tokens.count, end < start + 3, let word = words[tokens[end].lowerWord], word.kind == .scale {
            value *= word.value
            end += 1
        }
        // "2 1/2"
        if end == start + 1, let part = Self.fraction(tokens, at: end) {
            return Reading(value: value + part, end: end + 3, isDigits: true)
        }
        // "2-and-a-half" is spelled with digits too.
        if let half = half(tokens, at: end) { return Reading(value: value + 0.5, end: half, isDigits: true) }
        return Reading(value: value, end: end, isDigits: true)
    }

    private func plural(_ tokens: [Token], at start: Int) -> Reading? {
        guard let first = words[tokens[start].lowerWord], first.kind == .plural else { return nil }
        var low = first.value
        var end = start + 1
        while end + 1 < tokens.count, end < start + 5, tokens[end].lower == "of",
            let next = words[tokens[end + 1].lowerWord], next.kind == .plural || next.kind == .scale
        {
            low *= next.value
            end += 2
        }
        // The plural says two of them at least, but "tens of thousands" begins at ten.
        return Reading(value: nil, low: first.value == 10 && end > start + 1 ? low : 2 * low, end: end)
    }

    /// "several dozen", "a few hundred": two of them at least.
    private func vague(_ tokens: [Token], at start: Int) -> Reading? {
        let first = tokens[start].lower == "a" ? start + 1 : start
        guard first + 1 < tokens.count, words[tokens[first].lowerWord]?.kind == .some else { return nil }
        var low = 2.0
        var end = first + 1
        while end < tokens.count, end < first + 4, let next = words[tokens[end].lowerWord],
            next.kind == .dozen || next.kind == .hundred || next.kind == .scale
        {
            low *= next.value
            end += 1
        }
        return end > first + 1 ? Reading(value: nil, low: low, end: end) : nil
    }

    /// By how much a verb says that something grew or fell: 2 for "doubled".
    func multiple(_ token: Token) -> Double? {
        guard token.tag == .verb, let word = words[token.lemmaWord], word.kind == .multiple else { return nil }
        return word.value
    }

    private func spelled(_ tokens: [Token], at start: Int) -> Reading? {
        func word(_ index: Int) -> (kind: Kind, value: Double)? {
            index < tokens.count ? words[tokens[index].lowerWord] : nil
        }
        let isArticle = tokens[start].lower == "a" || tokens[start].lower == "an"
        if isArticle || tokens[start].lower == "half" {
            let first = isArticle ? start + 1 : start
            guard let next = word(first) else { return nil }
            if next.kind == .fraction, next.value == 0.5 {
                let article = word(first + 1) == nil && first + 1 < tokens.count && tokens[first + 1].lower == "a"
                let scale = article ? first + 2 : first + 1
                guard let unit = word(scale), unit.kind == .scale || unit.kind == .dozen else { return nil }
                return Reading(value: 0.5 * unit.value, end: scale + 1)
            }
            if next.kind == .couple {
                let of = first + 1 < tokens.count && tokens[first + 1].lower == "of"
                let end = of ? first + 2 : first + 1
                // "a couple of hundred"
                if let scale = word(end), scale.kind == .hundred || scale.kind == .scale || scale.kind == .dozen {
                    return Reading(value: 2 * scale.value, end: end + 1)
                }
                return Reading(value: 2, end: end)
            }
            guard isArticle, next.kind == .hundred || next.kind == .scale || next.kind == .dozen else { return nil }
        }
        var total = 0.0
        var current = 0.0
        var last: Kind?
        var index = isArticle ? start + 1 : start
        var end = start
        loop: while index < tokens.count, index < start + 24 {
            guard let next = word(index) else {
                let lower = tokens[index].lower
                if let half = half(tokens, at: index), last != nil {
                    return Reading(value: total + current + 0.5, end: half)
                }
                let joins =
                    (lower == "-" && last == .ten) || (lower == "and" && (last == .hundred || last == .scale))
                guard joins, let after = word(index + 1), after.kind == .unit || after.kind == .ten else { break }
                index += 1
                continue
            }
            switch next.kind {
            case .unit where last != .unit && !(last == .ten && next.value >= 10),
                .ten where last != .unit && last != .ten:
                current += next.value
            case .hundred where last != .hundred: current = max(current, 1) * next.value
            case .dozen where last != .dozen: current = max(current, 1) * next.value
            case .scale:
                total += max(current, 1) * next.value
                current = 0
            case .both where last == nil: return Reading(value: next.value, end: index + 1)
            default: break loop
            }
            last = next.kind
            index += 1
            end = index
        }
        // A bare "thousand" or "dozen" without article or number is no number of its own.
        guard last != nil, end > start else { return nil }
        if end == start + 1, let only = word(start), only.kind == .scale || only.kind == .hundred { return nil }
        return Reading(value: total + current, end: end)
    }

    /// The end of "and a half" with or without hyphens.
    private func half(_ tokens: [Token], at start: Int) -> Int? {
        var index = start
        for wanted in ["and", "a", "half"] {
            if index < tokens.count, tokens[index].lower == "-" { index += 1 }
            guard index < tokens.count, tokens[index].lower == wanted else { return nil }
            index += 1
        }
        return index
    }

    /// Digits with grouping commas and a decimal point, and the letters that follow them.
    static func decimal(_ text: String) -> (Double, String)? {
        guard let first = text.utf8.first, isDigit(first) else { return nil }
        let bytes = Array(text.utf8)
        var number = ""
        var index = 0
        var sawPoint = false
        while index < bytes.count {
            let byte = bytes[index]
            if isDigit(byte) {
                number.unicodeScalars.append(Unicode.Scalar(byte))
            } else if byte == UInt8(ascii: ","), !sawPoint, index + 3 < bytes.count, isDigit(bytes[index + 1]),
                isDigit(bytes[index + 2]), isDigit(bytes[index + 3]),
                index + 4 == bytes.count || !isDigit(bytes[index + 4])
            {
            } else if byte == UInt8(ascii: "."), !sawPoint, index + 1 < bytes.count, isDigit(bytes[index + 1]) {
                sawPoint = true
                number += "."
            } else {
                break
            }
            index += 1
        }
        let suffix = String(decoding: bytes[index...], as: UTF8.self)
        guard suffix.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), let value = Double(number), value.isFinite else {
            return nil
        }
        return (value, suffix)
    }

    /// The part that "1/2" names, which is three tokens written as one word.
    private static func fraction(_ tokens: [Token], at start: Int) -> Double? {
        guard start + 2 < tokens.count, tokens[start + 1].lower == "/", !tokens[start + 1].spaceBefore,
            !tokens[start + 2].spaceBefore, tokens[start].spaceBefore || tokens[start - 1].lower == "-",
            let upper = Int(tokens[start].lower), let lower = Int(tokens[start + 2].lower), (1..<17).contains(lower),
            (1..<lower).contains(upper)
        else { return nil }
        return Double(upper) / Double(lower)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
