internal import Language
internal import Tables

/// Pronouns and determiners by what they do, from `lexicon/reference-words.tsv`.
struct ReferenceWords: Sendable {
    static let tables = ["lexicon/reference-words.tsv", "lexicon/role-nouns.tsv", "lexicon/body-nouns.tsv"]

    enum Class: String, Sendable {
        case masculine, feminine, plural, thing, relative, animate, pair, reflexive, speaker, speakers
        case possessive, beside, denial, impersonal, definite, demonstrative, indefinite, fresh, general
    }

    private var classes = WordMap<[Class]>()
    /// What is said of those whom a noun calls by it: "capture" for "captive".
    private var roles = WordMap<[String]>()
    private var bodies = WordMap<[String]>()

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.tables[0], columns: ["word", "class"])
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
        for row in try data.table(Self.tables[1], columns: ["noun", "verbs"]).rows {
            roles[row["noun"], default: []] += row.list("verbs")
        }
        for row in try data.table(Self.tables[2], columns: ["noun", "sectors"]).rows {
            bodies.set(row.list("sectors"), for: row["noun"])
        }
    }

    /// The sectors of bodies that a noun may call again: "company" of "the firm".
    func sectors(of noun: String) -> [String] { bodies[noun] ?? [] }

    /// True if a noun calls people by something that is said of them: "captive" of "two soldiers were captured".
    func isRole(_ noun: String, of company: Set<String>) -> Bool {
        roles[noun]?.contains { company.contains($0) } ?? false
    }

    func isA(lemma word: Word, _ kind: Class) -> Bool {
        classes[word.token.lemmaWord]?.contains(kind) ?? false
    }

    func isA(_ word: Word, _ kind: Class) -> Bool { classes[word.token.lowerWord]?.contains(kind) ?? false }

    /// True for a noun that brings in people of its own.
    func isFresh(_ lemma: String) -> Bool { classes[lemma]?.contains(.fresh) ?? false }

    /// True for a noun too general for two bare uses to mean the same: "people".
    func isGeneral(_ lemma: String) -> Bool { classes[lemma]?.contains(.general) ?? false }

    /// What a pronoun agrees with; nil for what is no pronoun of those who are spoken about.
    func agreement(_ word: Word) -> Class? {
        classes[word.token.lowerWord]?.first {
            switch $0 {
            case .masculine, .feminine, .plural, .thing, .relative, .pair: true
            default: false
            }
        }
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
