internal import Language
internal import Tables

/// The words of time expressions by class, and the classes that are built in.
struct TimeVocabulary: Sendable {
    static let table = "patterns/time-words.tsv"

    /// A class of words: built in, or listed in the table.
    enum Class: Hashable, Sendable {
        case number, ordinal, day, year, hour, clock, decades, iso
        /// The place of a listed class among all of them.
        case listed(Int)

        /// True for those that digits can begin.
        var isOfFigures: Bool {
            if case .listed = self { return false }
            return true
        }
    }

    private struct Entry {
        var value: String
        var needs: String
    }

    /// What a word means in a class.
    private struct Meaning {
        var of: Int
        var value: String
        var needsCapital: Bool
    }

    private let entries: [String: WordMap<Entry>]
    private let numbers: NumberWords
    /// The names of the listed classes, in order.
    private let names: [String]
    private var wordNumbers = WordMap<Int32>()
    private var meanings: [[Meaning]] = []
    /// The words that a number can begin with.
    private var starters: Set<Int32> = []

    init(data: DataFolder, numbers: NumberWords) throws(DataError) {
        var entries: [String: WordMap<Entry>] = [:]
        for row in try data.table(Self.table, columns: ["word", "class", "value", "needs"]).rows {
            entries[row["class"], default: WordMap()]
                .set(Entry(value: row["value"], needs: row["needs"]), for: row["word"])
        }
        self.entries = entries
        self.numbers = numbers
        names = entries.keys.sorted()
        for (of, name) in names.enumerated() {
            for word in entries[name]?.words ?? [] {
                guard let entry = entries[name]?[word] else { continue }
                let number = Int(number(adding: word))
                meanings[number].append(Meaning(of: of, value: entry.value, needsCapital: !entry.needs.isEmpty))
            }
        }
        starters = Set(numbers.starters.map { number(adding: $0) })
    }

    // MARK: Words by number

    /// How many words have a number.
    var count: Int { meanings.count }

    /// The number of a word, which gets one if it has none.
    mutating func number(adding word: String) -> Int32 {
        if let known = wordNumbers[word] { return known }
        let number = Int32(meanings.count)
        wordNumbers.set(number, for: word)
        meanings.append([])
        return number
    }

    /// The numbers of the tokens' words; -1 for those that no pattern knows.
    func numbers(of tokens: [Token]) -> [Int32] { tokens.map { wordNumbers[$0.lowerWord] ?? -1 } }

    /// The class that a pattern names.
    func wordClass(_ name: String) -> Class {
        switch name {
        case "number": .number
        case "ordinal": .ordinal
        case "day": .day
        case "year": .year
        case "hour": .hour
        case "clock": .clock
        case "decades": .decades
        case "iso": .iso
        default: .listed(names.firstIndex(of: name == "dir" ? "direction" : name) ?? -1)
        }
    }

    /// Whether a word that is no figure can begin what belongs to a class.
    func mayBegin(_ item: Class, _ word: Int32) -> Bool {
        switch item {
        case .number, .hour, .ordinal: starters.contains(word)
        case .listed(let of): meanings[Int(word)].contains { $0.of == of }
        case .day, .year, .clock, .decades, .iso: false
        }
    }

    // MARK: Classes

    /// Whether a word belongs to a class.
    func has(_ word: String, in name: String) -> Bool { entries[name]?[word] != nil }

    /// Whether a word of a class needs its neighbours to show that it is one ("May").
    func isAmbiguous(_ word: String, in name: String) -> Bool { entries[name]?[word]?.needs == "name" }

    /// Whether a token, written as the class asks for, belongs to it.
    func isA(_ token: Token, _ name: String) -> Bool {
        guard let entry = entries[name]?[token.lower] else { return false }
        return entry.needs.isEmpty || token.isCapitalized
    }

    /// What the tokens from `at` on mean in a class, and where they end.
    func match(_ item: Class, _ tokens: [Token], _ words: [Int32], _ at: Int) -> (value: String, end: Int)? {
        switch item {
        case .listed(let of):
            guard words[at] >= 0, let meaning = meanings[Int(words[at])].first(where: { $0.of == of }),
                !meaning.needsCapital || tokens[at].isCapitalized
            else { return nil }
            return (meaning.value, at + 1)
        case .number:
            guard let reading = numbers.read(tokens, at: at), let value = reading.value, value < 1e9 else { return nil }
            let whole = Int(value)
            return (Double(whole) == value ? String(whole) : String(value), reading.end)
        case .ordinal: return numbers.ordinal(tokens[at].lowerWord).map { (String($0), at + 1) }
        case .day:
            let lower = tokens[at].lower
            guard let day = plainInteger(lower) ?? digitOrdinal(lower), (1...31).contains(day) else { return nil }
            return (String(day), at + 1)
        case .year:
            let text = afterPrefix(tokens[at].lower)
            guard text.utf8.count == 4, let year = plainInteger(text), (1000...2199).contains(year) else {
                return nil
            }
            return (text, at + 1)
        case .hour:
            let reading = numbers.read(tokens, at: at)
            guard let value = reading?.value, let end = reading?.end, value >= 0, value <= 24,
                value == Double(Int(value))
            else { return nil }
            return ("\(Int(value)):00", end)
        case .clock: return clock(tokens[at].lower).map { ($0, at + 1) }
        case .decades: return decades(tokens, at)
        case .iso: return numericDate(tokens, at)
        }
    }

    /// "9:30"
    private func clock(_ lower: String) -> String? {
        guard (4...5).contains(lower.utf8.count), lower.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let parts = lower.utf8.split(separator: UInt8(ascii: ":")).compactMap { plainInteger(String($0) ?? "") }
        guard parts.count == 2, (0...24).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
        return lower
    }

    /// The year of "mid-2003", the decade of "mid-1980s": such words are one token.
    private func afterPrefix(_ lower: String) -> String {
        guard let hyphen = lower.utf8.firstIndex(of: UInt8(ascii: "-")),
            lower.utf8[..<hyphen].allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        else { return lower }
        return String(lower[lower.utf8.index(after: hyphen)...])
    }

    private func plainInteger(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        return Int(text)
    }

    private func digitOrdinal(_ text: String) -> Int? {
        guard let first = text.utf8.first, first >= 0x30, first <= 0x39 else { return nil }
        return numbers.ordinal(HashedWord(text))
    }

    /// "1990s" is `199`, "80s" `198`.
    private func decades(_ tokens: [Token], _ at: Int) -> (value: String, end: Int)? {
        let index = tokens[at].lower == "'" && at + 1 < tokens.count ? at + 1 : at
        var text = afterPrefix(tokens[index].lower)
        // '60s and 1960's are tokens.
        text.unicodeScalars.removeAll { $0 == "'" }
        guard text.hasSuffix("0s"), let number = plainInteger(String(text.dropLast())) else { return nil }
        if text.utf8.count == 5, (1000...2190).contains(number) { return ("\(number / 10)", index + 1) }
        return text.utf8.count == 3 ? ("19\(number / 10)", index + 1) : nil
    }

    /// 2025-01-12, 2025/01/12, 31.12.2024 and 12/31/2024; not 01/12/2024, which two countries read in two ways.
    private func numericDate(_ tokens: [Token], _ at: Int) -> (value: String, end: Int)? {
        let lower = tokens[at].lower
        guard (6...10).contains(lower.utf8.count),
            let mark = lower.utf8.first(where: { $0 < 0x30 }), mark == 0x2D || mark == 0x2E || mark == 0x2F
        else { return nil }
        let pieces = lower.utf8.split(separator: mark).map { String($0) ?? "" }
        let parts = pieces.compactMap(plainInteger)
        guard pieces.count == 3, parts.count == 3 else { return nil }
        // With stops the day stands first everywhere.
        if mark == UInt8(ascii: ".") {
            return parts[2] >= 1000 ? Self.iso(parts[2], parts[1], parts[0], end: at + 1) : nil
        }
        let first = pieces[0]
        let end = at + 1
        if first.utf8.count == 4 { return Self.iso(parts[0], parts[1], parts[2], end: end) }
        guard parts[2] >= 1000 else { return nil }
        if parts[0] > 12 || parts[0] == parts[1] { return Self.iso(parts[2], parts[1], parts[0], end: end) }
        return parts[1] > 12 ? Self.iso(parts[2], parts[0], parts[1], end: end) : nil
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int, end: Int) -> (value: String, end: Int)? {
        guard (1000...2199).contains(year) else { return nil }
        return CalendarText.day(year, month, day).map { ($0, end) }
    }
}
