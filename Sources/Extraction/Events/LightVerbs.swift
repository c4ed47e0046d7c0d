internal import Language
internal import Tables

/// Verbs that only lend a noun its clause: "carried out a strike", "suffered an attack".
struct LightVerbs: Sendable {
    static let table = "lexicon/light-verbs.tsv"

    struct Entry {
        /// The position of the noun's frame that the verb's subject takes, `subj` or `obj`.
        let position: String
        /// How many words it has from its main verb on, with its preposition.
        let length: Int
    }

    private let byFirst: WordMap<[(words: [String], position: String)]>

    init(data: DataFolder) throws(DataError) {
        var index = WordMap<[(words: [String], position: String)]>()
        for row in try data.table(Self.table, columns: ["lemma", "role"]).rows {
            let words = row["lemma"].split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            index[first, default: []].append((words, row["role"]))
        }
        for key in index.words { index[key, default: []].sort { $0.words.count > $1.words.count } }
        byFirst = index
    }

    /// The longest light verb whose main verb stands at a place: "carry out", "be hit by".
    /// - Parameter isSubject: true if the noun is the verb's subject: "talks resumed"; else its object.
    func entry(_ tokens: [Token], at verb: Int, isSubject: Bool = false) -> Entry? {
        if let found = entry(tokens, from: verb, isSubject) { return found }
        guard verb > 0, tokens[verb - 1].lemma == "be", let found = entry(tokens, from: verb - 1, isSubject),
            found.length > 1
        else { return nil }
        return Entry(position: found.position, length: found.length - 1)
    }

    private func entry(_ tokens: [Token], from start: Int, _ isSubject: Bool) -> Entry? {
        for entry in byFirst[tokens[start].lemmaWord] ?? [] where (entry.position == "event") == isSubject {
            let fits = entry.words.enumerated().allSatisfy { offset, word in
                start + offset < tokens.count
                    && (tokens[start + offset].lemma == word || tokens[start + offset].lower == word)
            }
            if fits { return Entry(position: entry.position, length: entry.words.count) }
        }
        return nil
    }
}
