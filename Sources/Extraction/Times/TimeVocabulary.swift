internal import Language
internal import Tables

/// The words of time expressions by class, and the classes that are built in.
struct TimeVocabulary: Sendable {
    static let table = "patterns/time-words.tsv"

    private struct Entry {
        var value: String
        var needs: String
    }

    private let entries: [String: [String: Entry]]
    private let numbers: NumberWords

    init(data: DataFolder, numbers: NumberWords) throws(DataError) {
        var entries: [String: [String: Entry]] = [:]
        for row in try data.table(Self.table, columns: ["word", "class", "value", "needs"]).rows {
            entries[row["class"], default: [:]][row["word"]] = Entry(value: row["value"], needs: row["needs"])
        }
        self.entries = entries
        self.numbers = numbers
    }

    /// Whether a word belongs to a class.
    func has(_ word: String, in name: String) -> Bool { entries[name]?[word] != nil }

    /// Whether a word of a class needs its neighbours to show that it is one ("May").
    func isAmbiguous(_ word: String, in name: String) -> Bool { entries[name]?[word]?.needs == "name" }

    /// What the tokens from `at` on mean in a class, and where they end.
    func match(_ name: String, _ tokens: [Token], _ at: Int) -> (value: String, end: Int)? {
        let token = tokens[at]
        switch name {
        case "number":
            guard let reading = numbers.read(tokens, at: at), let value = reading.value, value < 1e9 else { return nil }
            let whole = Int(value)
            return (Double(whole) == value ? String(whole) : String(value), reading.end)
        case "ordinal": return numbers.ordinal(token.lower).map { (String($0), at + 1) }
        case "day":
            guard let day = plainInteger(token.lower) ?? digitOrdinal(token.lower), (1...31).contains(day) else {
                return nil
            }
            return (String(day), at + 1)
        case "year":
            guard token.lower.utf8.count == 4, let year = plainInteger(token.lower), (1000...2199).contains(year) else {
                return nil
            }
            return (token.lower, at + 1)
        case "hour":
            let reading = numbers.read(tokens, at: at)
            guard let value = reading?.value, let end = reading?.end, value >= 0, value <= 24,
                value == Double(Int(value))
            else { return nil }
            return ("\(Int(value)):00", end)
        case "clock":
            let parts = token.lower.utf8.split(separator: UInt8(ascii: ":")).compactMap {
                plainInteger(String($0) ?? "")
            }
            guard parts.count == 2, token.lower.utf8.count <= 5, token.lower.utf8.contains(UInt8(ascii: ":")),
                (0...24).contains(parts[0]), (0...59).contains(parts[1]), token.lower.utf8.count > 3
            else { return nil }
            return (token.lower, at + 1)
        case "decades": return decades(tokens, at)
        case "iso": return numericDate(tokens, at)
        default:
            guard let entry = entries[name]?[token.lower] else { return nil }
            if !entry.needs.isEmpty, !token.isCapitalized { return nil }
            return (entry.value, at + 1)
        }
    }

    private func plainInteger(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        return Int(text)
    }

    private func digitOrdinal(_ text: String) -> Int? {
        guard let first = text.utf8.first, first >= 0x30, first <= 0x39 else { return nil }
        return numbers.ordinal(text)
    }

    /// "1990s" is `199X`, "80s" `198X`.
    private func decades(_ tokens: [Token], _ at: Int) -> (value: String, end: Int)? {
        let index = tokens[at].lower == "'" && at + 1 < tokens.count ? at + 1 : at
        let text = tokens[index].lower
        guard text.hasSuffix("0s"), let number = plainInteger(String(text.dropLast())) else { return nil }
        if text.utf8.count == 5, (1000...2190).contains(number) { return ("\(number / 10)X", index + 1) }
        return text.utf8.count == 3 ? ("19\(number / 10)X", index + 1) : nil
    }

    /// 2025-01-12, 2025/01/12, 31.12.2024 and 12/31/2024; not 01/12/2024, which two countries read in two ways.
    private func numericDate(_ tokens: [Token], _ at: Int) -> (value: String, end: Int)? {
        var parts: [Int] = []
        var end = at
        var first = ""
        if tokens[at].lower.utf8.contains(UInt8(ascii: ".")) {
            let pieces = tokens[at].lower.utf8.split(separator: UInt8(ascii: ".")).map { String($0) ?? "" }
            parts = pieces.compactMap(plainInteger)
            guard pieces.count == 3, parts.count == 3 else { return nil }
            // With stops the day stands first everywhere.
            return parts[2] >= 1000 ? Self.iso(parts[2], parts[1], parts[0], end: at + 1) : nil
        }
        guard at + 4 < tokens.count else { return nil }
        let mark = tokens[at + 1].lower
        guard mark == "-" || mark == "/", tokens[at + 3].lower == mark else { return nil }
        for index in [at, at + 2, at + 4] {
            guard let part = plainInteger(tokens[index].lower), index == at || !tokens[index].spaceBefore else {
                return nil
            }
            parts.append(part)
        }
        first = tokens[at].lower
        end = at + 5
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
