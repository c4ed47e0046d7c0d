internal import Record
internal import Tables

/// Writes names of other scripts in Latin letters, by the letters of `identity/romanisation.tsv`; Hangul syllable by syllable.
struct Romanizer: Sendable {
    static let table = "identity/romanisation.tsv"

    private var letters: [Unicode.Scalar: String] = [:]
    private var ukrainian: [Unicode.Scalar: String] = [:]
    private var ukrainianMarks: Set<Unicode.Scalar> = []
    /// Two letters that are read as one.
    private var pairs: [Unicode.Scalar: [Unicode.Scalar: String]] = [:]
    private var hangul: [String: [Int: String]] = [:]

    init(data: DataFolder) throws(DataError) {
        for row in try data.table(Self.table, columns: ["script", "from", "to"]).rows {
            let scalars = Array(row["from"].unicodeScalars)
            guard let first = scalars.first else { continue }
            switch row["script"] {
            case "initial", "vowel", "final":
                if let number = Int(row["from"]) { hangul[row["script"], default: [:]][number] = row["to"] }
            case "ukrainian-mark": ukrainianMarks.insert(first)
            case "ukrainian": ukrainian[first] = row["to"]
            default:
                if scalars.count == 2 {
                    pairs[first, default: [:]][scalars[1]] = row["to"]
                } else {
                    letters[first] = row["to"]
                }
            }
        }
    }

    /// - Parameter key: a name in the form of `NameKey`.
    /// - Returns: its words in lower-case Latin letters, those of scripts without a table as they are; a Hangul syllable is a
    ///   word.
    func words(_ key: String) -> [String] {
        if key.utf8.allSatisfy({ $0 < 0x80 }) { return key.split(separator: " ").map(String.init) }
        return key.split(separator: " ").flatMap { word -> [String] in
            let scalars = Array(word.unicodeScalars)
            if scalars.allSatisfy({ Self.syllables.contains($0.value) }) { return scalars.map(syllable) }
            return [latin(scalars)]
        }
    }

    /// True for a name in Hangul.
    static func isHangul(_ key: String) -> Bool {
        !key.isEmpty && key.unicodeScalars.allSatisfy { $0 == " " || syllables.contains($0.value) }
    }

    private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

    private func syllable(_ scalar: Unicode.Scalar) -> String {
        let number = Int(scalar.value - Self.syllables.lowerBound)
        // 21 vowels and 28 finals: Unicode Standard, 3.12.
        let parts = [("initial", number / 588), ("vowel", number % 588 / 28), ("final", number % 28)]
        return parts.map { hangul[$0.0]?[$0.1] ?? "" }.joined()
    }

    private func latin(_ scalars: [Unicode.Scalar]) -> String {
        let isUkrainian = scalars.contains(where: ukrainianMarks.contains)
        var result = ""
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if index < scalars.count, let both = pairs[scalar]?[scalars[index]] {
                result += both
                index += 1
            } else if isUkrainian, let letter = ukrainian[scalar] {
                result += letter
            } else if let letter = letters[scalar] {
                result += letter
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
