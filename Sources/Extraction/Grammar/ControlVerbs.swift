internal import Language
internal import Tables

/// `lexicon/control.tsv`: who does what the infinitive after a verb names.
struct ControlVerbs: Sendable {
    enum Controller: String { case subject, object }

    static let table = "lexicon/control.tsv"

    private let alone: WordMap<Controller>
    /// By verb and preposition: "call on".
    private let withPreposition: [String: Controller]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["lemma", "controller"])
        var alone = WordMap<Controller>()
        var withPreposition: [String: Controller] = [:]
        for row in table.rows {
            guard let controller = Controller(rawValue: row["controller"]) else {
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "`subject` or `object`, found `\(row["controller"])`")
            }
            if row["lemma"].utf8.contains(UInt8(ascii: " ")) {
                withPreposition[row["lemma"]] = controller
            } else {
                alone.set(controller, for: row["lemma"])
            }
        }
        self.alone = alone
        self.withPreposition = withPreposition
    }

    func controller(_ verb: Token) -> Controller? { alone[verb.lemmaWord] }

    func controller(_ verb: Token, preposition: String) -> Controller? {
        withPreposition[verb.lemma + " " + preposition]
    }
}
