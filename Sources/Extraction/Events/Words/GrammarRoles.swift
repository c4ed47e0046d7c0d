internal import Language
internal import Record
internal import Tables

/// `lexicon/grammar-roles.tsv`: what takes part in an event that no frame tells apart, by its place in the grammar alone.
struct GrammarRoles: Sendable {
    static let table = "lexicon/grammar-roles.tsv"

    struct Line: Sendable {
        /// `subj`, `obj`, `iobj`, `poss`, `pre`, `locative` or a preposition.
        let position: String
        let role: String
        /// The kinds of mention that may stand there; empty where any phrase may.
        let kinds: Set<EntityKind>
    }

    /// In the order in which they are tried.
    let verbs: [Line]
    let nouns: [Line]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["pos", "position", "role", "kinds"])
        var verbs: [Line] = []
        var nouns: [Line] = []
        for row in table.rows {
            var kinds: Set<EntityKind> = []
            for name in row.list("kinds") {
                guard let kind = EntityKind(rawValue: name) else {
                    throw DataError(
                        file: table.place(of: row), line: row.line,
                        expected: "kinds of mention between bars, found `\(name)`")
                }
                kinds.insert(kind)
            }
            let line = Line(position: row["position"], role: row["role"], kinds: kinds)
            switch row["pos"] {
            case "v": verbs.append(line)
            case "n": nouns.append(line)
            default:
                throw DataError(
                    file: table.place(of: row), line: row.line, expected: "`v` or `n`, found `\(row["pos"])`")
            }
        }
        self.verbs = verbs
        self.nouns = nouns
    }
}
