internal import Language
internal import Record
internal import Tables

/// `lexicon/implications.tsv`: what verbs, nouns and adjectives say of the events that depend on them.
struct ImplicationLexicon: Sendable {
    static let table = "lexicon/implications.tsv"

    private struct Entry: Sendable {
        /// The particle or fixed word behind the lemma.
        let particle: String?
        let isNoun: Bool
        let links: [String]
        let affirmed: Implication?
        let negated: Implication?
    }

    private let byWord: WordMap<[Entry]>

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["word", "pos", "link", "affirmed", "negated"])
        var byWord = WordMap<[Entry]>(capacity: table.rows.count)
        for row in table.rows {
            func value(_ column: String) throws(DataError) -> Implication? {
                let text = row[column]
                if text.isEmpty { return nil }
                if let known = Implication(text) { return known }
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "yes, no, fact, same or a modality in `\(column)`, found `\(text)`")
            }
            let words = row["word"].split(separator: " ", maxSplits: 1).map(String.init)
            guard let first = words.first else { continue }
            byWord[first, default: []].append(
                Entry(
                    particle: words.count > 1 ? words[1] : nil, isNoun: row["pos"] == "n", links: row.list("link"),
                    affirmed: try value("affirmed"), negated: try value("negated")))
        }
        // With a particle a verb means something else, so such lines are tried first.
        for word in byWord.words { byWord[word, default: []].sort { $0.particle != nil && $1.particle == nil } }
        self.byWord = byWord
    }

    /// What a word says of what depends on it by a link, by whether it is affirmed; nil if it says nothing known.
    /// - Parameter hasParticle: whether a word hangs on it as its particle.
    func implication(
        of token: Token, link: String, isAffirmed: Bool, hasParticle: (String) -> Bool
    ) -> Implication? {
        guard let entries = byWord[token.lemmaWord] ?? byWord[token.lowerWord] else { return nil }
        let isNoun = token.tag == .noun || token.tag == .properNoun
        var other: Entry?
        for entry in entries where entry.links.contains(link) {
            if let particle = entry.particle, !hasParticle(particle) { continue }
            if entry.isNoun == isNoun { return isAffirmed ? entry.affirmed : entry.negated }
            if other == nil { other = entry }
        }
        // A verb may have been taken for a noun: an infinitive or a clause fits both alike.
        guard isNoun, let other, link == "to" || link == "that" else { return nil }
        return isAffirmed ? other.affirmed : other.negated
    }
}
