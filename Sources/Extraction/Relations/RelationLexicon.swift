internal import Record
internal import Tables

/// The word lists that relations are read with.
struct RelationLexicon: Sendable {
    static let tables = [
        "lexicon/offices.tsv", "lexicon/ranks.tsv", "lexicon/kin-nouns.tsv", "gazetteer/countries.tsv",
    ]

    /// The entry of the words before an office that say it is over.
    static let formerPrefix = "former"

    struct Country: Sendable {
        var code: String
        var name: String
    }

    private(set) var offices = PhraseTable<MentionLexicon.Office>()
    /// Words before an office, with what they say: former, acting, deputy.
    private(set) var prefixes = PhraseTable<String>()
    private(set) var ranks = PhraseTable<String>()
    /// Family words with the predicate they stand for.
    private(set) var kin = PhraseTable<String>()
    private(set) var demonyms = PhraseTable<Country>()

    init(data: DataFolder) throws(DataError) {
        for row in try data.table("lexicon/offices.tsv", columns: ["office", "aliases", "predicate", "level"]).rows {
            for name in [row["office"]] + row.list("aliases") {
                if row["predicate"] == "prefix" {
                    prefixes.add(name, row["office"])
                } else {
                    // Of the lower offices a line gathers kindred ones, so that each keeps its words; names and "CFO" stand
                    // for the line's own.
                    let isOwn = row["level"] == "3" && !name.utf8.contains { (0x41...0x5A).contains($0) }
                    offices.add(
                        name, MentionLexicon.Office(name: isOwn ? name : row["office"], predicate: row["predicate"]))
                }
            }
        }
        for row in try data.table("lexicon/ranks.tsv", columns: ["rank", "aliases"]).rows {
            for name in [row["rank"]] + row.list("aliases") { ranks.add(name, row["rank"]) }
        }
        for row in try data.table("lexicon/kin-nouns.tsv", columns: ["noun", "predicate"]).rows {
            kin.add(row["noun"], row["predicate"])
        }
        guard data.holds("gazetteer/countries.tsv") else { return }
        for row in try data.table("gazetteer/countries.tsv", columns: ["iso2", "name", "demonyms"]).rows {
            for name in row.list("demonyms") {
                demonyms.add(name, Country(code: row["iso2"], name: row["name"]))
            }
        }
    }
}
