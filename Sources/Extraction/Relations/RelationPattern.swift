internal import Record
internal import Tables

/// A line of `lexicon/relation-patterns.tsv`: words and slots in a row, and what they say.
struct RelationPattern: Sendable {
    /// One step of a pattern.
    struct Part: Sendable {
        enum Kind: Sendable {
            /// A mention: false for `{a}`, true for `{b}`; no kinds means any.
            case mention(isB: Bool, kinds: [EntityKind])
            case office, rank, kin, unit, person, demonym, age, date
            /// One of several words, by form or lemma.
            case words([String])
            case article, be, possessive
            /// So many tokens at most; at least one if `isOne`.
            case gap(isOne: Bool)
        }

        var kind: Kind
        var isOptional = false
    }

    var parts: [Part]
    var predicate: String
    var subjectIsB: Bool
    /// `a`, `b`, `office`, `words`, `date` or `age`.
    var object: String
    /// Where it stands: `lexicon/relation-patterns.tsv:57`.
    var rule: String

    /// Reads a line.
    /// - Throws: `DataError` if a part is not understood.
    init(row: Table.Row, of table: Table, file: String) throws(DataError) {
        parts = []
        for word in row["pattern"].utf8.split(separator: UInt8(ascii: " ")) {
            parts.append(try Self.part(String(decoding: word, as: UTF8.self), line: row.line, file: file))
        }
        predicate = row["predicate"]
        subjectIsB = row["subject"] == "b"
        object = row["object"]
        rule = table.place(of: row)
        guard !parts.isEmpty else {
            throw DataError(file: file, line: row.line, expected: "a pattern of at least one part")
        }
    }

    private static func part(_ text: String, line: Int, file: String) throws(DataError) -> Part {
        if text == "*" { return Part(kind: .gap(isOne: true)) }
        if text == "**" { return Part(kind: .gap(isOne: false)) }
        let isOptional = text.count > 1 && text.hasSuffix("?")
        let word = isOptional ? String(text.dropLast()) : text
        if word == "BE" { return Part(kind: .be, isOptional: isOptional) }
        if word == "'s" { return Part(kind: .possessive, isOptional: isOptional) }
        if word == "the" || word == "a" || word == "an" || word == "the/a" || word == "a/the" {
            return Part(kind: .article, isOptional: isOptional)
        }
        guard word.hasPrefix("{") else {
            let choices = word.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
            return Part(
                kind: .words(choices.isEmpty ? [word] : choices.map { $0.lowercased() }), isOptional: isOptional)
        }
        let inside = word.dropFirst().prefix { $0 != "}" }
        let pieces = inside.split(separator: ":", maxSplits: 1)
        let kinds =
            pieces.count > 1 ? pieces[1].split(separator: ",").compactMap { EntityKind(rawValue: String($0)) } : []
        switch pieces.first.map(String.init) ?? "" {
        case "a": return Part(kind: .mention(isB: false, kinds: kinds), isOptional: isOptional)
        case "b": return Part(kind: .mention(isB: true, kinds: kinds), isOptional: isOptional)
        case "office": return Part(kind: .office, isOptional: isOptional)
        case "rank": return Part(kind: .rank, isOptional: isOptional)
        case "kin": return Part(kind: .kin, isOptional: isOptional)
        case "unit": return Part(kind: .unit, isOptional: isOptional)
        case "person": return Part(kind: .person, isOptional: isOptional)
        case "demonym": return Part(kind: .demonym, isOptional: isOptional)
        case "age": return Part(kind: .age, isOptional: isOptional)
        case "date": return Part(kind: .date, isOptional: isOptional)
        default:
            throw DataError(
                file: file, line: line, expected: "a slot that the table's comment names, found `\(word)`")
        }
    }
}
