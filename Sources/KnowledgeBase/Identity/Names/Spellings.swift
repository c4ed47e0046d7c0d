internal import Tables

/// Levels the ways in which a sound is written, by the lines of `identity/spellings.tsv`.
struct Spellings: Sendable {
    static let table = "identity/spellings.tsv"

    private enum Position { case anywhere, start, end }

    private struct Rule: Sendable {
        var from: [UInt8]
        var to: [UInt8]
        var position: Position
    }

    /// By their first letter, the longest first.
    private var rules: [UInt8: [Rule]] = [:]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["from", "to", "where"])
        for row in table.rows {
            let from = Array(row["from"].utf8)
            guard let first = from.first else { continue }
            let position: Position
            switch row["where"] {
            case "": position = .anywhere
            case "start": position = .start
            case "end": position = .end
            case let word:
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "`start`, `end` or nothing as `where`, found `\(word)`")
            }
            rules[first, default: []].append(Rule(from: from, to: Array(row["to"].utf8), position: position))
        }
        for first in rules.keys { rules[first]?.sort { $0.from.count > $1.from.count } }
    }

    /// The form that all spellings of a word share; a word that is not in Latin letters as it is.
    func leveled(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return word }
        var mapped: [UInt8] = []
        mapped.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let rule = rules[bytes[index]]?.first { rule in
                let end = index + rule.from.count
                guard end <= bytes.count, bytes[index..<end].elementsEqual(rule.from) else { return false }
                switch rule.position {
                case .anywhere: return true
                case .start: return index == 0
                case .end: return end == bytes.count
                }
            }
            if let rule {
                mapped += rule.to
                index += rule.from.count
            } else {
                mapped.append(bytes[index])
                index += 1
            }
        }
        var leveled: [UInt8] = []
        for (place, byte) in mapped.enumerated() {
            if byte == leveled.last { continue }
            if byte == UInt8(ascii: "i"), place + 1 < mapped.count, mapped[place + 1] == UInt8(ascii: "e") { continue }
            leveled.append(byte)
        }
        return String(decoding: leveled, as: UTF8.self)
    }

    /// What is left of a leveled word when vowels are dropped and voiced and voiceless, k and h are not told apart: coarse, for finding
    /// names that may be one.
    func skeleton(_ leveled: String) -> String {
        guard leveled.utf8.allSatisfy({ $0 < 0x80 }) else { return leveled }
        var result: [UInt8] = []
        for (place, byte) in leveled.utf8.enumerated() {
            let letter: UInt8
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
                guard place == 0 else { continue }
                letter = UInt8(ascii: "a")
            case UInt8(ascii: "b"): letter = UInt8(ascii: "p")
            case UInt8(ascii: "d"): letter = UInt8(ascii: "t")
            case UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "c"): letter = UInt8(ascii: "k")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            case UInt8(ascii: "Z"), UInt8(ascii: "Q"): letter = UInt8(ascii: "S")
            default: letter = byte
            }
            if result.last != letter { result.append(letter) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The least number of letters that have to be put in, left out or changed to turn one word into the other; more than `limit` is not
    /// counted further. Levenshtein's distance.
    static func distance(_ left: String, _ right: String, limit: Int) -> Int {
        let one = Array(left.utf8)
        let other = Array(right.utf8)
        guard abs(one.count - other.count) <= limit else { return limit + 1 }
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, opposite) in other.enumerated() {
                let changed = diagonal + (letter == opposite ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
            }
            if row.allSatisfy({ $0 > limit }) { return limit + 1 }
        }
        return row[other.count]
    }
}
