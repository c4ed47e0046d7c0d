internal import Tables

/// Inflected forms to lemmas: tables of what is known, suffix rules for the rest.
struct Lemmatizer: Sendable {
    static let tables = ["lexicon/lemmas.tsv", "lexicon/irregular-verbs.tsv", "lexicon/verbs.tsv"]

    /// Tags that inflect alike.
    private enum Group: Int, CaseIterable {
        case plural, third, gerund, past, present, comparative, superlative

        init?(_ penn: String) {
            switch penn {
            case "NNS": self = .plural
            case "VBZ": self = .third
            case "VBG": self = .gerund
            case "VBD", "VBN": self = .past
            case "VBP": self = .present
            case "JJR", "RBR": self = .comparative
            case "JJS", "RBS": self = .superlative
            default: return nil
            }
        }
    }

    /// By group: form to lemma.
    private let known: [WordMap<String>]
    private let verbs: WordSet

    init(data: DataFolder) throws(DataError) {
        var known = [WordMap<String>](repeating: WordMap(capacity: 1 << 10), count: Group.allCases.count)
        // What the treebanks show goes before what a dictionary allows ("found" is of find).
        for name in Self.tables.prefix(2) {
            for row in try data.table(name, columns: ["form", "tag", "lemma"]).rows {
                guard let group = Group(row[1])?.rawValue else { continue }
                let form = row[0]
                if known[group][form] == nil { known[group].set(row[2], for: form) }
            }
        }
        self.known = known
        verbs = WordSet(try data.table(Self.tables[2], columns: ["verb"]).rows.lazy.map { $0[0] })
    }

    /// The lemma of a word in lower case, by its Penn tag; names keep their form.
    func lemma(_ lower: HashedWord, _ penn: String) -> String {
        guard let group = Group(penn) else { return lower.text }
        if let lemma = known[group.rawValue][lower] { return lemma }
        switch group {
        case .plural, .third: return Self.singular(lower.text)
        case .past: return verbBase(lower.text, ending: "ed")
        case .gerund: return verbBase(lower.text, ending: "ing")
        case .comparative: return Self.positive(lower.text, ending: "er")
        case .superlative: return Self.positive(lower.text, ending: "est")
        case .present: return lower.text
        }
    }

    /// Whether a word in lower case can be a verb's third person: "captures".
    func isPresent(_ lower: HashedWord) -> Bool {
        guard lower.text.hasSuffix("s") else { return false }
        let base = lemma(lower, "VBZ")
        return base != lower.text && isVerb(base)
    }

    private func isVerb(_ word: String) -> Bool { verbs.contains(HashedWord(word)) }

    private static func singular(_ word: String) -> String {
        guard word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 3 else { return word }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
        for ending in ["ches", "shes", "sses", "xes", "zzes", "oes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return String(word.dropLast())
    }

    private func verbBase(_ word: String, ending: String) -> String {
        guard word.hasSuffix(ending), word.utf8.count > ending.utf8.count + 1 else { return word }
        let stem = String(word.dropLast(ending.utf8.count))
        if ending == "ed", stem.hasSuffix("i"), isVerb(stem.dropLast() + "y") { return stem.dropLast() + "y" }
        // "captur" is no verb, "capture" is; "planned" is of plan, not of "plann".
        if isVerb(stem + "e"), !isVerb(stem) { return stem + "e" }
        if isVerb(stem) { return stem }
        let letters = Array(stem.utf8)
        if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2],
            isVerb(String(stem.dropLast()))
        {
            return String(stem.dropLast())
        }
        return stem.hasSuffix("i") && ending == "ed" ? stem.dropLast() + "y" : stem
    }

    private static func positive(_ word: String, ending: String) -> String {
        guard word.hasSuffix(ending) else { return word }
        let stem = String(word.dropLast(ending.utf8.count))
        return stem.hasSuffix("i") ? stem.dropLast() + "y" : stem
    }
}
