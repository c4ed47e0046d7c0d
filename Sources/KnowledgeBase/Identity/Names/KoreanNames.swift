internal import Record
internal import Tables

/// Korean names in Latin letters, of which every syllable and every family name can be written in several ways
/// (`identity/korean.tsv`).
struct KoreanNames: Sendable {
    static let table = "identity/korean.tsv"

    /// What a syllable's letters can stand for: bit sets over the jamo of each part.
    struct Syllable: Hashable, Sendable {
        var initial: UInt32
        var vowel: UInt32
        var final: UInt32

        func canBe(_ other: Syllable) -> Bool {
            initial & other.initial != 0 && vowel & other.vowel != 0 && final & other.final != 0
        }
    }

    private var surnames: [String: Set<Int>] = [:]
    private var parts: [String: [String: UInt32]] = [:]
    /// The silent initial and the absent final.
    private static let silent: UInt32 = 1 << 11
    private static let absent: UInt32 = 1
    /// Letters of the longest part.
    private static let longest = 3

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["part", "forms", "jamo"])
        for (number, row) in table.rows.enumerated() {
            if row["part"] == "surname" {
                for form in row.list("forms") { surnames[NameKey.of(form), default: []].insert(number) }
                continue
            }
            var set: UInt32 = 0
            for jamo in row.list("jamo") {
                guard let jamo = Int(jamo), (0..<32).contains(jamo) else {
                    throw DataError(
                        file: data.path + "/" + table.name, line: row.line,
                        expected: "numbers from 0 to 31 as `jamo`, found `\(jamo)`")
                }
                set |= 1 << jamo
            }
            parts[row["part"], default: [:]][row["forms"], default: 0] |= set
        }
    }

    func isSurname(_ word: String) -> Bool { surnames[word] != nil }

    /// True if two spellings can be those of one family name.
    func areOneSurname(_ left: String, _ right: String) -> Bool {
        guard let ours = surnames[left], let theirs = surnames[right] else { return false }
        return !ours.isDisjoint(with: theirs)
    }

    /// What a family name is found by.
    func block(ofSurname word: String) -> String? { surnames[word]?.min().map { "#k\($0)" } }

    /// The readings of a word as one to three Korean syllables; empty if it cannot be Korean.
    func readings(of word: String) -> [[Syllable]] {
        let letters = Array(word.utf8)
        guard (1...18).contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
        var found: [[Syllable]] = []
        read(letters, from: 0, before: [], &found)
        return found
    }

    private func read(_ letters: [UInt8], from start: Int, before: [Syllable], _ found: inout [[Syllable]]) {
        if start == letters.count {
            if !before.isEmpty { found.append(before) }
            return
        }
        // Three syllables are as many as a given name has.
        guard before.count < 3, found.count < 32 else { return }
        for (initialEnd, initial) in ends(of: "initial", in: letters, from: start) + [(start, Self.silent)] {
            for (vowelEnd, vowel) in ends(of: "vowel", in: letters, from: initialEnd) {
                for (end, final) in ends(of: "final", in: letters, from: vowelEnd) + [(vowelEnd, Self.absent)] {
                    let syllable = Syllable(initial: initial, vowel: vowel, final: final)
                    read(letters, from: end, before: before + [syllable], &found)
                }
            }
        }
    }

    private func ends(of part: String, in letters: [UInt8], from start: Int) -> [(Int, UInt32)] {
        var found: [(Int, UInt32)] = []
        var end = start + 1
        while end <= letters.count, end - start <= Self.longest {
            if let set = parts[part]?[String(decoding: letters[start..<end], as: UTF8.self)] {
                found.append((end, set))
            }
            end += 1
        }
        return found
    }

    /// True if two words can be one given name.
    func canBeOne(_ left: String, _ right: String) -> Bool {
        let theirs = readings(of: right)
        return readings(of: left).contains { ours in
            theirs.contains { $0.count == ours.count && zip(ours, $0).allSatisfy { $0.canBe($1) } }
        }
    }
}
