internal import Language
internal import Tables

/// Verbs that only lend a noun its clause: "carried out a strike", "suffered an attack".
struct LightVerbs: Sendable {
    static let table = "lexicon/light-verbs.tsv"
    private let byFirst: [String: [(words: [String], position: String)]]

    init(data: DataFolder) throws(DataError) {
        var index: [String: [(words: [String], position: String)]] = [:]
        for row in try data.table(Self.table, columns: ["lemma", "role"]).rows {
            let words = row["lemma"].split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            index[first, default: []].append((words, row["role"]))
        }
        for key in index.keys { index[key]?.sort { $0.words.count > $1.words.count } }
        byFirst = index
    }

    /// The frame position of the noun that the verb's subject takes (`subj` or `obj`), if a light verb stands there.
    func position(_ tokens: [Token], at start: Int) -> String? {
        for entry in byFirst[tokens[start].lemma] ?? [] {
            let fits = entry.words.enumerated().allSatisfy { offset, word in
                start + offset < tokens.count
                    && (tokens[start + offset].lemma == word || tokens[start + offset].lower == word)
            }
            if fits { return entry.position }
        }
        return nil
    }
}
