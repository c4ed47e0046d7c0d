internal import Language
internal import Tables

/// Pronouns and determiners by what they do, from `lexicon/reference-words.tsv`.
struct ReferenceWords: Sendable {
    static let file = "lexicon/reference-words.tsv"

    enum Class: String, Sendable {
        case person, plural, thing, relative, possessive, definite, demonstrative, indefinite, fresh, general
    }

    private var classes = WordMap<[Class]>()

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.file, columns: ["word", "class"])
        for row in table.rows {
            for name in row.list("class") {
                guard let known = Class(rawValue: name) else {
                    throw DataError(
                        file: data.path + "/" + table.name, line: row.line,
                        expected: "a class that the table's comment names, found `\(name)`")
                }
                classes[row["word"], default: []].append(known)
            }
        }
    }

    func isA(_ word: Word, _ kind: Class) -> Bool { classes[word.token.lowerWord]?.contains(kind) ?? false }

    /// True for a noun that brings in people of its own.
    func isFresh(_ lemma: String) -> Bool { classes[lemma]?.contains(.fresh) ?? false }

    /// True for a noun too general for two bare uses to mean the same: "people".
    func isGeneral(_ lemma: String) -> Bool { classes[lemma]?.contains(.general) ?? false }

    /// What a pronoun agrees with; nil for what is no pronoun.
    func agreement(_ word: Word) -> Class? {
        classes[word.token.lowerWord]?.first { $0 == .person || $0 == .plural || $0 == .thing || $0 == .relative }
    }

    /// How a phrase that starts with a word introduces what it stands for.
    func definiteness(_ word: Word) -> MentionDraft.Definiteness {
        let known = classes[word.token.lowerWord] ?? []
        if known.contains(.possessive) { return .possessed }
        if known.contains(.definite) { return .definite }
        if known.contains(.demonstrative) { return .demonstrative }
        return known.contains(.indefinite) ? .indefinite : .bare
    }
}
