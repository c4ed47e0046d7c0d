internal import Record
internal import Tables

/// Text to words and punctuation marks, by the conventions of the UD English Web Treebank: contractions and hyphenated
/// words are split, numbers and abbreviations are not.
///
/// One pass over the text; its cost grows with its length, whatever the text is.
struct Tokenizer: Sendable {
    static let tables = ["lexicon/abbreviations.tsv"]

    /// Abbreviation in lower case with its full stop, to whether a sentence may end there.
    let abbreviations: [String: Bool]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.tables[0], columns: ["abbreviation", "ends"])
        abbreviations = Dictionary(
            table.rows.map { ($0["abbreviation"], $0["ends"] != "no") }, uniquingKeysWith: { first, _ in first })
    }

    /// A token before it is tagged.
    struct Piece {
        var span: Span
        var text: String
        var spaceBefore: Bool
    }

    /// The pieces of one line.
    /// - Parameters:
    ///   - scalars: the whole text.
    ///   - range: the line, without its end.
    func pieces(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var at = range.lowerBound
        var isAfterSpace = true
        func add(_ from: Int, _ to: Int) {
            guard from < to else { return }
            pieces.append(
                Piece(
                    span: Span(start: from, end: to), text: Self.string(scalars[from..<to]), spaceBefore: isAfterSpace))
            isAfterSpace = false
        }
        while at < range.upperBound {
            let scalar = scalars[at]
            if Self.isSpace(scalar) {
                isAfterSpace = true
                at += 1
                continue
            }
            if let end = addressEnd(scalars, at, range.upperBound) {
                add(at, end)
                at = end
                continue
            }
            if Self.isWord(scalar) {
                let end = wordEnd(scalars, at, range.upperBound)
                for split in splits(of: scalars[at..<end]) { add(split.lowerBound, split.upperBound) }
                at = end
                continue
            }
            if Self.isApostrophe(scalar), !isAfterSpace, let end = cliticEnd(scalars, at, range.upperBound) {
                add(at, end)
                at = end
                continue
            }
            // A run of one mark is one mark; brackets and quotation marks stand for themselves.
            var end = at + 1
            if Self.runs.contains(scalar) {
                while end < range.upperBound, scalars[end] == scalar { end += 1 }
            }
            add(at, end)
            at = end
        }
        return pieces
    }

    private static let runs = Set(".-!?*=_+~#<>$".unicodeScalars)

    // MARK: Words

    /// The end of the word that starts at `from`.
    private func wordEnd(_ scalars: [Unicode.Scalar], _ from: Int, _ limit: Int) -> Int {
        var end = from + 1
        let startsWithDigit = Self.isDigit(scalars[from])
        while end < limit {
            let scalar = scalars[end]
            if Self.isWord(scalar) {
                end += 1
            } else if end + 1 < limit, Self.isDigit(scalars[end - 1]), Self.isDigit(scalars[end + 1]), startsWithDigit,
                scalar == "." || scalar == "," || scalar == ":"
            {
                end += 1
            } else if scalar == ".", isInitialism(scalars, from, end, limit) {
                end += 1
            } else if scalar == "&", end + 1 < limit, end - from <= 2, Self.isWord(scalars[end + 1]) {
                end += 1
            } else {
                break
            }
        }
        if end < limit, scalars[end] == ".", end - from <= 7,
            abbreviations[Self.string(scalars[from...end]).lowercased()] != nil
        {
            end += 1
        }
        return end
    }

    /// Whether the full stop at `stop` belongs to letters and stops in turn: U.S., a.m., J. at the start of a name.
    private func isInitialism(_ scalars: [Unicode.Scalar], _ from: Int, _ stop: Int, _ limit: Int) -> Bool {
        guard Self.isLetter(scalars[stop - 1]) else { return false }
        let isSingle = stop - 1 == from || scalars[stop - 2] == "."
        guard isSingle else { return false }
        if stop - 1 > from { return true }
        guard stop + 1 < limit else { return false }
        // "J. Smith" and "U.S", but neither "plan B." at an end nor "I. ".
        if Self.isLetter(scalars[stop + 1]) {
            return stop + 2 >= limit || !Self.isLetter(scalars[stop + 2]) || scalars[stop + 2] == "."
        }
        return scalars[from].properties.isUppercase && scalars[from] != "I" && scalars[stop + 1] == " "
            && stop + 2 < limit && scalars[stop + 2].properties.isUppercase
    }

    /// Splits `don't` and `cannot` where their second word starts. Possessives start at an apostrophe and never reach this.
    private func splits(of word: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        let whole = word.startIndex..<word.endIndex
        if word.count == 6, Self.string(word).lowercased() == "cannot" {
            return [whole.lowerBound..<whole.lowerBound + 3, whole.lowerBound + 3..<whole.upperBound]
        }
        return [whole]
    }

    /// The end of `'s`, `'ll`, `'re`, `'ve`, `'d`, `'m` at an apostrophe that follows a word; a bare possessive apostrophe stays one mark.
    private func cliticEnd(_ scalars: [Unicode.Scalar], _ at: Int, _ limit: Int) -> Int? {
        var end = at + 1
        while end < limit, Self.isLetter(scalars[end]), end - at <= 3 { end += 1 }
        guard end == limit || !Self.isWord(scalars[end]) else { return nil }
        switch Self.string(scalars[(at + 1)..<end]).lowercased() {
        case "s", "ll", "re", "ve", "d", "m", "t": return end
        default: return nil
        }
    }

    /// The end of a web or mail address, a handle or a tag that starts here.
    private func addressEnd(_ scalars: [Unicode.Scalar], _ at: Int, _ limit: Int) -> Int? {
        func starts(_ words: String) -> Bool {
            var position = at
            for scalar in words.unicodeScalars {
                guard position < limit, scalars[position] == scalar else { return false }
                position += 1
            }
            return true
        }
        if scalars[at] == "@" || scalars[at] == "#" {
            guard at + 1 < limit, Self.isLetter(scalars[at + 1]) else { return nil }
            var end = at + 1
            while end < limit, Self.isWord(scalars[end]) || scalars[end] == "_" { end += 1 }
            return end
        }
        guard scalars[at] == "h" || scalars[at] == "w", starts("http://") || starts("https://") || starts("www.") else {
            return nil
        }
        var end = at
        while end < limit, !Self.isSpace(scalars[end]), scalars[end] != ")", scalars[end] != "]",
            scalars[end] != "\u{201D}"
        { end += 1 }
        while end > at, ".,;:!?".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }

    // MARK: Characters

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || (scalar.value > 0x7F && scalar.properties.isWhitespace)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || isLetter(scalar) || (scalar.value > 0x7F && scalar.properties.numericType != nil)
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        guard scalars.allSatisfy(\.isASCII) else {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        return String(unsafeUninitializedCapacity: scalars.count) { bytes in
            for (at, scalar) in zip(bytes.indices, scalars) {
                bytes.initializeElement(at: at, to: UInt8(truncatingIfNeeded: scalar.value))
            }
            return scalars.count
        }
    }
}
