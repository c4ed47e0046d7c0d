internal import Language
internal import Record
internal import Tables

/// The word lists that the mention stages read.
struct MentionLexicon: Sendable {
    static let tables = [
        "lexicon/person-nouns.tsv", "lexicon/unit-nouns.tsv", "lexicon/ranks.tsv", "lexicon/offices.tsv",
        "lexicon/agency-nouns.tsv", "lexicon/place-nouns.tsv", "lexicon/kin-nouns.tsv", "lexicon/reporting.tsv",
        "lexicon/name-words.tsv", "lexicon/objects.tsv",
    ]

    /// What a noun for people stands for.
    struct PersonNoun: Sendable {
        var lemma: String
        var kind: EntityKind
        var sector: String
    }

    struct Office: Sendable {
        var name: String
        var predicate: String
    }

    struct PlaceNoun: Sendable {
        var noun: String
        var feature: String
        /// Where it stands to its name: "Kursk Oblast" is after, "Lake Victoria" before.
        var before: Bool
        var after: Bool
    }

    /// A noun or suffix that makes a name an agency's.
    struct AgencyNoun: Sendable {
        var noun: String
        var sector: String
        /// After a company's name: "Inc".
        var isSuffix: Bool
        /// True if it is one by itself; else it needs a name's shape around it ("Group").
        var isStrong: Bool
    }

    /// What a word does in or beside names; `lexicon/name-words.tsv` explains each.
    enum NameWord: String, Sendable {
        case honorific, particle, generation, company, stop, acronymStop = "acronym-stop", link, generic
        case direction, compass, adjective, people, platform, platformPreposition = "platform-preposition"
        case stateNoun = "state-noun"
        case placeEnding = "place-ending"
        case placeStart = "place-start"
        case placePreposition = "place-preposition", placeVerb = "place-verb"
    }

    private(set) var personNouns = PhraseTable<PersonNoun>()
    private(set) var unitNouns = PhraseTable<String>()
    private(set) var ranks = PhraseTable<String>()
    private(set) var offices = PhraseTable<Office>()
    private(set) var agencyNouns = PhraseTable<AgencyNoun>()
    private(set) var placeNouns = PhraseTable<PlaceNoun>()
    /// All nouns for places, also those that make no names: "the border", "the country".
    private(set) var placeHeads = PhraseTable<String>()
    private(set) var kinNouns = PhraseTable<String>()
    /// Weapons, products and works by name, with their class.
    private(set) var objects = PhraseTable<String>()
    private var placeEndings: [[UInt8]] = []
    private(set) var speakingVerbs: Set<String> = []
    /// "demand", "claim"
    private(set) var speakingNouns: Set<String> = []
    /// "former", "ex": no longer in an office.
    private var formerWords: Set<String> = []
    private var nameWords = WordMap<[NameWord]>()

    init(data: DataFolder) throws(DataError) {
        for row in try data.table("lexicon/person-nouns.tsv", columns: ["lemma", "kind"]).rows {
            let kind = EntityKind(rawValue: row["kind"]) ?? .person
            personNouns.add(
                row["lemma"], PersonNoun(lemma: row["lemma"].lowercased(), kind: kind, sector: row["sector"]))
        }
        for row in try data.table("lexicon/unit-nouns.tsv", columns: []).rows { unitNouns.add(row[0], row[0]) }
        for row in try data.table("lexicon/kin-nouns.tsv", columns: []).rows { kinNouns.add(row[0], row[0]) }
        for row in try data.table("lexicon/agency-nouns.tsv", columns: ["noun", "sector", "position", "strong"]).rows {
            agencyNouns.add(
                row["noun"],
                AgencyNoun(
                    noun: row["noun"], sector: row["sector"], isSuffix: row["position"] == "suffix",
                    isStrong: row["strong"] == "yes"))
        }
        for row in try data.table("lexicon/ranks.tsv", columns: ["rank", "aliases"]).rows {
            for name in [row["rank"]] + row.list("aliases") { ranks.add(name, row["rank"]) }
        }
        for row in try data.table("lexicon/offices.tsv", columns: ["office", "aliases", "predicate"]).rows {
            for name in [row["office"]] + row.list("aliases") {
                if row["predicate"] == "prefix" {
                    if row["office"] == "former" { formerWords.insert(name.lowercased()) }
                    continue
                }
                offices.add(name, Office(name: row["office"], predicate: row["predicate"]))
            }
        }
        for row in try data.table("lexicon/place-nouns.tsv", columns: ["noun", "feature", "position"]).rows {
            let position = row["position"]
            placeHeads.add(row["noun"], row["feature"])
            guard !position.isEmpty else { continue }
            placeNouns.add(
                row["noun"],
                PlaceNoun(
                    noun: row["noun"].lowercased(), feature: row["feature"], before: position != "after",
                    after: position != "before"))
        }
        for row in try data.table("lexicon/reporting.tsv", columns: ["lemma", "pos", "class"]).rows {
            // Cities can be praised and defended; only governments say and want something.
            if row["pos"] == "v", row["class"] != "judge" { speakingVerbs.insert(row["lemma"].lowercased()) }
            if row["pos"] == "n" { speakingNouns.insert(row["lemma"].lowercased()) }
        }
        let words = try data.table("lexicon/name-words.tsv", columns: ["word", "class"])
        for row in words.rows {
            for name in row.list("class") {
                guard let kind = NameWord(rawValue: name) else {
                    throw DataError(
                        file: data.path + "/" + words.name, line: row.line,
                        expected: "a class that the table's comment names, found `\(name)`")
                }
                if kind == .placeEnding {
                    placeEndings.append(Array(row["word"].utf8.drop { $0 == UInt8(ascii: "-") }))
                } else {
                    nameWords[row["word"].lowercased(), default: []].append(kind)
                }
            }
        }
        if data.holds("lexicon/objects.tsv") {
            for row in try data.table("lexicon/objects.tsv", columns: ["name", "aliases", "class"]).rows {
                for name in [row["name"]] + row.list("aliases") { objects.add(parted: name, row["class"]) }
            }
        }
    }

    /// "Kurylivka": an ending that villages and towns have.
    func hasPlaceEnding(_ word: Word) -> Bool {
        placeEndings.contains { word.key.count > $0.count + 1 && word.key.suffix($0.count).elementsEqual($0) }
    }

    /// True for a word that says that somebody is no longer in an office.
    func isFormer(_ word: String) -> Bool { formerWords.contains(word) }

    func isA(_ word: Word, _ kind: NameWord) -> Bool { nameWords[word.plainWord]?.contains(kind) ?? false }

    func isA(lemmaOf word: Word, _ kind: NameWord) -> Bool { nameWords[word.plainLemma]?.contains(kind) ?? false }
}
