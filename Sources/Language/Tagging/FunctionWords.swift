internal import Tables

/// Words of the closed classes whose universal tag or lemma does not follow from their Penn tag.
struct FunctionWords: Sendable {
    static let tables = ["lexicon/function-words.tsv"]

    struct Entry: Sendable {
        var penn: String
        /// Nil where the words around it decide.
        var tag: PartOfSpeech?
        var lemma: String
    }

    private let entries: WordMap<[Entry]>

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.tables[0], columns: ["form", "tag", "universal", "lemma"])
        var entries = WordMap<[Entry]>()
        for row in table.rows {
            let name = row["universal"]
            let tag = PartOfSpeech(rawValue: name)
            if tag == nil, !name.isEmpty {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line, expected: "a universal part-of-speech tag",
                    advice: "Write the table again with data/build/tagger.py.")
            }
            entries[row["form"], default: []].append(Entry(penn: row["tag"], tag: tag, lemma: row["lemma"]))
        }
        self.entries = entries
    }

    /// What is known of a word in lower case with that Penn tag.
    func entry(_ lower: HashedWord, _ penn: String) -> Entry? {
        guard lower.text.utf8.count <= 12, let found = entries[lower] else { return nil }
        return found.first { $0.penn == penn }
    }
}
