internal import Tables

/// Inflected forms to lemmas: tables of what is known, suffix rules for the rest.
struct Lemmatizer: Sendable {
    static let tables = ["lexicon/lemmas.tsv", "lexicon/irregular-verbs.tsv", "lexicon/verbs.tsv"]

    private let known: [String: String]
    private let verbs: Set<String>

    init(data: DataFolder) throws(DataError) {
        var known: [String: String] = [:]
        // What the treebanks show goes before what a dictionary allows ("found" is of find).
        for name in Self.tables.prefix(2) {
            let table = try data.table(name, columns: ["form", "tag", "lemma"])
            known.reserveCapacity(known.count + table.rows.count)
            for row in table.rows {
                let key = row[0] + "/" + Self.group(row[1])
                if known[key] == nil { known[key] = row[2] }
            }
        }
        self.known = known
        verbs = Set(try data.table(Self.tables[2], columns: ["verb"]).rows.map { $0[0] })
    }

    /// The lemma of a word in lower case, by its Penn tag; names keep their form.
    func lemma(_ lower: String, _ penn: String) -> String {
        let group = Self.group(penn)
        if group.isEmpty { return lower }
        if let lemma = known[lower + "/" + group] { return lemma }
        switch group {
        case "NNS": return Self.singular(lower)
        case "VBD", "VBG": return verbBase(lower, ending: group == "VBG" ? "ing" : "ed")
        case "VBZ": return Self.singular(lower)
        case "JJR", "JJS": return Self.positive(lower, ending: group == "JJR" ? "er" : "est")
        default: return lower
        }
    }

    /// Whether a word in lower case can be a verb's third person: "captures".
    func isPresent(_ lower: String) -> Bool {
        guard lower.hasSuffix("s") else { return false }
        let base = lemma(lower, "VBZ")
        return base != lower && verbs.contains(base)
    }

    /// Tags that inflect alike share their entries.
    private static func group(_ penn: String) -> String {
        switch penn {
        case "NNS", "VBZ", "VBG": penn
        case "VBD", "VBN": "VBD"
        case "VBP": "VBP"
        case "JJR", "RBR": "JJR"
        case "JJS", "RBS": "JJS"
        default: ""
        }
    }

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
        if ending == "ed", stem.hasSuffix("i"), verbs.contains(stem.dropLast() + "y") { return stem.dropLast() + "y" }
        // "captur" is no verb, "capture" is; "planned" is of plan, not of "plann".
        if verbs.contains(stem + "e"), !verbs.contains(stem) { return stem + "e" }
        if verbs.contains(stem) { return stem }
        let letters = Array(stem.utf8)
        if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2],
            verbs.contains(String(stem.dropLast()))
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
