internal import Tables

/// What is known of single spellings: abbreviations, contractions, prefixes and the like.
///
/// An open hash table over folded characters (lower case, straight apostrophes); it is asked for stretches of a text and
/// makes no strings.
struct SpellingTable: Sendable {
    /// What a spelling is; one may be several things.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt32

        static let contraction = Kinds(rawValue: 1)
        static let clitic = Kinds(rawValue: 2)
        static let prefix = Kinds(rawValue: 4)
        static let suffix = Kinds(rawValue: 8)
        static let whole = Kinds(rawValue: 16)
        static let unit = Kinds(rawValue: 32)
        static let address = Kinds(rawValue: 64)
        static let emoticon = Kinds(rawValue: 128)
        static let abbreviation = Kinds(rawValue: 256)
        /// An abbreviation only if it begins with a capital.
        static let needsCapital = Kinds(rawValue: 512)
        /// An abbreviation only before a number.
        static let needsNumber = Kinds(rawValue: 1024)
        /// An abbreviation that a sentence practically never ends with.
        static let neverEnds = Kinds(rawValue: 2048)

        /// Shows that an `its` before it was meant as `it's`.
        static let afterIts = Kinds(rawValue: 4096)

        /// The kind of a word in the table's column `kind`.
        init?(named name: String) {
            switch name {
            case "contraction": self = .contraction
            case "clitic": self = .clitic
            case "prefix": self = .prefix
            case "suffix": self = .suffix
            case "whole": self = .whole
            case "unit": self = .unit
            case "address": self = .address
            case "emoticon": self = .emoticon
            case "after-its": self = .afterIts
            default: return nil
            }
        }

        init(rawValue: UInt32) { self.rawValue = rawValue }
    }

    struct Entry: Sendable {
        var kinds: Kinds
        /// The lengths of the words that a contraction stands for.
        var parts: [Int]
        fileprivate let form: [UInt32]
    }

    static let tables = ["lexicon/abbreviations.tsv", "lexicon/spellings.tsv"]
    /// No spelling in the tables is longer.
    static let longest = 24

    private var slots: [Int32] = Array(repeating: -1, count: 2048)
    private var entries: [Entry] = []

    init(data: DataFolder) throws(DataError) {
        try readAbbreviations(data.table(Self.tables[0], columns: ["abbreviation", "ends"]), data: data)
        try readSpellings(data.table(Self.tables[1], columns: ["form", "kind"]), data: data)
    }

    private mutating func readAbbreviations(_ table: Table, data: DataFolder) throws(DataError) {
        for row in table.rows {
            var kinds: Kinds = .abbreviation
            switch row["needs"] {
            case "": break
            case "capital": kinds.insert(.needsCapital)
            case "number": kinds.insert(.needsNumber)
            default: throw error(row, table, data, "`capital`, `number` or nothing in column `needs`")
            }
            if row["ends"] == "no" { kinds.insert(.neverEnds) }
            try add(row["abbreviation"], kinds, parts: [], row, table, data)
        }
    }

    private mutating func readSpellings(_ table: Table, data: DataFolder) throws(DataError) {
        for row in table.rows {
            guard let kind = Kinds(named: row["kind"]) else {
                throw error(row, table, data, "a kind that the head of the table explains")
            }
            let parts = row["parts"].split(separator: "|").map(\.unicodeScalars.count)
            guard kind != .contraction || (parts.count > 1 && parts.reduce(0, +) == row["form"].unicodeScalars.count)
            else { throw error(row, table, data, "parts that together are the form") }
            try add(row["form"], kind, parts: parts, row, table, data)
        }
    }

    private func error(_ row: Table.Row, _ table: Table, _ data: DataFolder, _ expected: String) -> DataError {
        DataError(file: data.path + "/" + table.name, line: row.line, expected: expected)
    }

    private mutating func add(
        _ form: String, _ kinds: Kinds, parts: [Int], _ row: Table.Row, _ table: Table, _ data: DataFolder
    ) throws(DataError) {
        let form = form.unicodeScalars.map(Letters.folded)
        guard !form.isEmpty, form.count <= Self.longest, entries.count < slots.count / 2 else {
            throw error(row, table, data, "a form of 1 to \(Self.longest) characters, \(slots.count / 2) rows at most")
        }
        var slot = Self.hash(form) & (slots.count - 1)
        while slots[slot] >= 0 {
            let at = Int(slots[slot])
            if entries[at].form == form {
                entries[at].kinds.formUnion(kinds)
                if !parts.isEmpty { entries[at].parts = parts }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(kinds: kinds, parts: parts, form: form))
    }

    private static func hash(_ form: [UInt32]) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for value in form { hash = (hash ^ value) &* 0x0100_0193 }
        return Int(hash ^ (hash >> 15))
    }

    /// What is known of a stretch of text; nil if nothing is.
    func index(of scalars: [Unicode.Scalar], _ from: Int, _ to: Int) -> Int? {
        guard from < to, to - from <= Self.longest else { return nil }
        var hash: UInt32 = 0x811C_9DC5
        for at in from..<to { hash = (hash ^ Letters.folded(scalars[at])) &* 0x0100_0193 }
        var slot = Int(hash ^ (hash >> 15)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let at = Int(slots[slot])
            if matches(at, scalars, from, to) { return at }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ entry: Int, _ scalars: [Unicode.Scalar], _ from: Int, _ to: Int) -> Bool {
        guard entries[entry].form.count == to - from else { return false }
        for at in from..<to where entries[entry].form[at - from] != Letters.folded(scalars[at]) { return false }
        return true
    }

    /// What a stretch of text is; empty if it is in no table.
    func kinds(of scalars: [Unicode.Scalar], _ from: Int, _ to: Int) -> Kinds {
        index(of: scalars, from, to).map { entries[$0].kinds } ?? []
    }

    subscript(index: Int) -> Entry { entries[index] }

    /// What a word is; for words that are cut out already.
    func kinds(of word: String) -> Kinds {
        guard word.utf8.count <= Self.longest * 4 else { return [] }
        let scalars = Array(word.unicodeScalars)
        return kinds(of: scalars, 0, scalars.count)
    }
}
