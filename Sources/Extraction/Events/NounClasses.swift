internal import Language
internal import Tables

/// `lexicon/noun-classes.tsv`: what nouns that are no mentions may stand for.
struct NounClasses: Sendable {
    enum Class: String { case person, abstract }

    static let table = "lexicon/noun-classes.tsv"

    private let classes: WordMap<Class>

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["lemma", "class"])
        var classes = WordMap<Class>(capacity: table.rows.count)
        for row in table.rows {
            guard let value = Class(rawValue: row["class"]) else {
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "`person` or `abstract`, found `\(row["class"])`")
            }
            classes.set(value, for: row["lemma"])
        }
        self.classes = classes
    }

    subscript(noun: Token) -> Class? { classes[noun.lemmaWord] }
}
