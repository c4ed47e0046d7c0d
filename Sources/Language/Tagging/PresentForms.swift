internal import Tables

/// Tells whether a word can be a verb in the third person of the present tense: "captures".
struct PresentForms: Sendable {
    static let tables = ["lexicon/verbs.tsv"]

    private let verbs: WordSet

    init(data: DataFolder) throws(DataError) {
        verbs = WordSet(try data.table(Self.tables[0], columns: ["verb"]).rows.lazy.map { $0[0] })
    }

    func contains(_ lower: HashedWord, _ lemmatizer: Lemmatizer) -> Bool {
        guard lower.text.hasSuffix("s") else { return false }
        let base = lemmatizer.lemma(lower, penn: "VBZ")
        return base.text != lower.text && verbs.contains(base)
    }
}
