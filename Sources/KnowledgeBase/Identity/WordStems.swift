/// Brings the forms of an English word, and the words derived from it, to one stem: "arrested", "arresting" and "arrests" to
/// `arrest`, "nomination" and "nominated" to `nomin`.
///
/// A stem is for comparing only. Irregular forms come from a table, the rest from endings; words of other scripts stay as
/// they are but for their case.
public struct WordStems: Sendable {
    /// Lemmas of irregular forms, in lower case.
    let irregular: [String: String]

    public init(irregular: [String: String]) { self.irregular = irregular }

    /// The stem of a word in lower case.
    public func stem(_ word: String) -> String {
        let known = irregular[word] ?? word
        var letters = Array(known.utf8)
        guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return known }
        Self.cutInflection(&letters)
        Self.cutDerivation(&letters)
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 3, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func cutInflection(_ letters: inout [UInt8]) {
        if letters.count > 3, ends(letters, "ies") || ends(letters, "ied") {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if letters.count > 4, esEndings.contains(where: { ends(letters, $0) }) {
            letters.removeLast(2)
        } else if letters.count > 3, ends(letters, "s"), !["ss", "us", "is"].contains(where: { ends(letters, $0) }) {
            letters.removeLast()
        }
        if letters.count > 5, ends(letters, "ing"), hasVowel(letters.dropLast(3)) {
            letters.removeLast(3)
            undouble(&letters)
        } else if letters.count > 4, ends(letters, "ed"), hasVowel(letters.dropLast(2)) {
            letters.removeLast(2)
            undouble(&letters)
        }
    }

    private static func cutDerivation(_ letters: inout [UInt8]) {
        for ending in derivations where ends(letters, ending) {
            let left = letters.dropLast(ending.utf8CodeUnitCount)
            guard left.count >= 4, hasVowel(left) else { continue }
            letters.removeLast(ending.utf8CodeUnitCount)
            undouble(&letters)
            return
        }
    }

    private static let esEndings: [StaticString] = ["sses", "shes", "ches", "xes", "zes"]
    private static let derivations: [StaticString] = [
        "ations", "ation", "ition", "ment", "ance", "ence", "ion", "er", "or", "al",
    ]

    private static func ends(_ letters: [UInt8], _ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard letters.count >= count else { return false }
        return ending.withUTF8Buffer { letters.suffix(count).elementsEqual($0) }
    }

    private static func hasVowel(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.contains { letter in
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"):
                true
            default: false
            }
        }
    }

    /// "planned" without its ending is "plann": a doubled letter goes, but for those that words end in.
    private static func undouble(_ letters: inout [UInt8]) {
        guard letters.count > 3, let last = letters.last, last == letters[letters.count - 2] else { return }
        switch last {
        case UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z"): break
        default: letters.removeLast()
        }
    }

    /// The words of a text in lower case with the byte each starts at: runs of letters and digits, also of other scripts.
    public static func words(of bytes: some Collection<UInt8>) -> [(start: Int, word: String)] {
        var words: [(Int, String)] = []
        var word: [UInt8] = []
        var start = 0
        var isPlain = true
        var skipped = 0
        func close() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            words.append((start, isPlain ? text : text.lowercased()))
            word.removeAll(keepingCapacity: true)
            isPlain = true
        }
        for (offset, byte) in bytes.enumerated() {
            if skipped > 0 {
                skipped -= 1
                continue
            }
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x80...:
                // Signs beyond ASCII: general punctuation starts with E2 (three bytes), that of Latin 1 with C2 (two).
                if byte == 0xE2 || byte == 0xC2 {
                    close()
                    skipped = byte == 0xE2 ? 2 : 1
                    continue
                }
                if word.isEmpty { start = offset }
                if byte >= 0x80 { isPlain = false }
                word.append(byte)
            case 0x41...0x5A:
                if word.isEmpty { start = offset }
                word.append(byte | 0x20)
            default: close()
            }
        }
        close()
        return words
    }
}
