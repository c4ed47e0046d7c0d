internal import Language
internal import Tables

/// Units of measure, bounding words and the nouns for people.
struct QuantityLexicon: Sendable {
    static let tables = [
        "lexicon/measures.tsv", "lexicon/bounds.tsv", "lexicon/person-nouns.tsv", "lexicon/toll-words.tsv",
        NounClasses.table,
    ]

    struct Phrase: Sendable {
        var words: [String]
        var value: String
    }

    private let unitsAfter: WordMap<[Phrase]>
    private let unitsBefore: WordMap<String>
    /// By the last word for those before the number, by the first for those after.
    private let boundsBefore: WordMap<[Phrase]>
    private let boundsAfter: WordMap<[Phrase]>
    private let measures: WordSet
    private let people: WordSet
    private let tolls: WordSet
    private let elliptic: WordSet
    private let nouns: NounClasses

    init(data: DataFolder) throws(DataError) {
        var after = WordMap<[Phrase]>()
        var before = WordMap<String>()
        var units: [String] = []
        for row in try data.table(Self.tables[0], columns: ["words", "unit", "position"]).rows {
            units.append(row["unit"])
            let words = Self.words(row["words"])
            guard let first = words.first else { continue }
            if row["position"] == "before" {
                before.set(row["unit"], for: row["words"])
            } else {
                after[first, default: []].append(Phrase(words: words, value: row["unit"]))
            }
        }
        measures = WordSet(units)
        unitsAfter = Self.longestFirst(after)
        unitsBefore = before
        var leading = WordMap<[Phrase]>()
        var trailing = WordMap<[Phrase]>()
        for row in try data.table(Self.tables[1], columns: ["words", "qualifier", "position"]).rows {
            let phrase = Phrase(words: Self.words(row["words"]), value: row["qualifier"])
            guard let first = phrase.words.first, let last = phrase.words.last else { continue }
            if row["position"] == "before" {
                leading[last, default: []].append(phrase)
            } else {
                trailing[first, default: []].append(phrase)
            }
        }
        boundsBefore = Self.longestFirst(leading)
        boundsAfter = Self.longestFirst(trailing)
        people = WordSet(
            try data.table(Self.tables[2], columns: ["lemma", "kind"]).rows
                .filter { $0["kind"] == "person" || $0["kind"] == "group" }.map { $0["lemma"] })
        let words = try data.table(Self.tables[3], columns: ["lemma", "kind"]).rows
        tolls = WordSet(words.filter { $0["kind"] == "toll" }.map { $0["lemma"] })
        elliptic = WordSet(words.filter { $0["kind"] == "elliptic" }.map { $0["lemma"] })
        nouns = try NounClasses(data: data)
    }

    /// Whether a unit is one of measure, as `km`, and no noun that is counted.
    func isMeasure(_ unit: String) -> Bool { measures.contains(HashedWord(unit)) }

    /// Whether a noun names people.
    func isPerson(_ noun: Token) -> Bool { people.contains(noun.lemmaWord) || nouns[noun] == .person }

    /// Whether a noun stands for what was counted before: "others".
    func isElliptic(_ noun: Token) -> Bool { elliptic.contains(noun.lemmaWord) }

    /// Whether a bare number beside a word counts people: "killed".
    func isToll(_ word: Token) -> Bool { tolls.contains(word.lemmaWord) }

    /// The unit written before a number: `$`.
    func unit(before token: Token) -> String? { unitsBefore[token.lowerWord] }

    /// The unit that starts at a token, and where it ends.
    func unit(_ tokens: [Token], at index: Int) -> (unit: String, end: Int)? {
        guard index < tokens.count else { return nil }
        for phrase in unitsAfter[tokens[index].lowerWord] ?? [] where Self.fits(phrase.words, tokens, index) {
            return (phrase.value, index + phrase.words.count)
        }
        return nil
    }

    /// The bound that ends before a token, and where it starts.
    func bound(_ tokens: [Token], endingAt index: Int) -> (qualifier: String, start: Int)? {
        guard index > 0 else { return nil }
        for phrase in boundsBefore[tokens[index - 1].lowerWord] ?? [] {
            let start = index - phrase.words.count
            if start >= 0, Self.fits(phrase.words, tokens, start) { return (phrase.value, start) }
        }
        return nil
    }

    /// The bound that starts at a token, and where it ends.
    func bound(_ tokens: [Token], at index: Int) -> (qualifier: String, end: Int)? {
        guard index < tokens.count else { return nil }
        for phrase in boundsAfter[tokens[index].lowerWord] ?? [] where Self.fits(phrase.words, tokens, index) {
            return (phrase.value, index + phrase.words.count)
        }
        return nil
    }

    private static func fits(_ words: [String], _ tokens: [Token], _ at: Int) -> Bool {
        at + words.count <= tokens.count && zip(words, tokens[at...]).allSatisfy { $0 == $1.lower }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static func longestFirst(_ phrases: WordMap<[Phrase]>) -> WordMap<[Phrase]> {
        var sorted = phrases
        for word in phrases.words {
            sorted[word, default: []] = (phrases[word] ?? []).enumerated()
                .sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
                .map(\.element)
        }
        return sorted
    }
}
