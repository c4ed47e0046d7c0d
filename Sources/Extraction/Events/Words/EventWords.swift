internal import Language
internal import Tables

/// `lexicon/event-words.tsv`: which words name an event, whatever its type.
struct EventWords: Sendable {
    static let table = "lexicon/event-words.tsv"

    private let nouns: WordSet
    private let states: WordSet

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["lemma", "pos", "event"])
        nouns = WordSet(table.rows.lazy.filter { $0["pos"] == "n" && $0["event"] == "yes" }.map { $0["lemma"] })
        states = WordSet(table.rows.lazy.filter { $0["pos"] == "v" && $0["event"] == "no" }.map { $0["lemma"] })
    }

    /// True if a word of a sentence names an event.
    func isEvent(_ token: Token) -> Bool {
        switch token.tag {
        case .verb: !Self.attributes.contains(token.relation) && !states.contains(token.lemmaWord)
        case .noun: !Self.modifiers.contains(token.relation) && nouns.contains(token.lemmaWord)
        default: false
        }
    }

    /// What a verb is to its head where it is none of its own: an adjective, a preposition, part of a compound.
    private static let attributes: Set<String> = [
        "amod", "advmod", "aux", "aux:pass", "case", "compound", "cop", "det", "fixed", "flat", "goeswith", "mark",
        "nummod",
    ]
    /// What a noun is to its head where it only says of which kind that is: "attack helicopter".
    private static let modifiers: Set<String> = ["compound", "fixed", "flat", "goeswith", "nmod:poss", "obl:unmarked"]
}
