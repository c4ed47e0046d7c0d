public import Tables

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What is known of words when events are compared: their stems, how rare they are, what they mean.
public struct EventLexicon: Sendable {
    public let stems: WordStems
    /// How rare each known stem is, the logarithm of how many texts there are to one that has it.
    private let rarities: [String: Float]
    /// How rare a stem is that the table does not have.
    private let rarest: Float
    private let meanings: [String: [Int32]]

    /// Below this rarity a word is in every fourth text: it says nothing of what a text is about.
    static let common: Float = 1.386

    /// The tables that it reads.
    public static let tables = ["identity/word-counts.tsv", "identity/meanings.tsv"]

    public init(data: DataFolder) throws(DataError) {
        stems = try Self.stems(data: data)
        let counts = try data.table(Self.tables[0], columns: ["stem", "texts"])
        var texts: [String: Double] = [:]
        for row in counts.rows { texts[row["stem"]] = Double(row["texts"]) }
        // The row of no stem says how many texts were counted.
        let total = texts.removeValue(forKey: "*") ?? 1
        rarities = texts.mapValues { Float(log((total + 1) / ($0 + 0.5))) }
        rarest = Float(log((total + 1) / 1.5))
        var meanings: [String: [Int32]] = [:]
        for row in try data.table(Self.tables[1], columns: ["stem", "meanings"]).rows {
            meanings[row["stem"]] = row["meanings"].split(separator: " ").compactMap { Int32($0) }
        }
        self.meanings = meanings
    }

    /// The stems alone, of `identity/irregular-forms.tsv` and `lexicon/lemmas.tsv`.
    public static func stems(data: DataFolder) throws(DataError) -> WordStems {
        var irregular: [String: String] = [:]
        for row in try data.table("identity/irregular-forms.tsv", columns: ["form", "lemma"]).rows {
            irregular[row["form"]] = row["lemma"]
        }
        for row in try data.table("lexicon/lemmas.tsv", columns: ["group", "word", "lemma"]).rows {
            switch row["group"] {
            case "VB", "VBD", "VBZ", "NNS": break
            default: continue
            }
            let (word, lemma) = (row["word"], row["lemma"])
            guard word.utf8.count > 2, irregular[word] == nil else { continue }
            irregular[word] = lemma
        }
        return WordStems(irregular: irregular)
    }

    func rarity(_ stem: String) -> Float { rarities[stem] ?? rarest }

    /// The numbers of the meanings that something which happens can have under this name; sorted.
    func meanings(_ stem: String) -> [Int32] { meanings[stem] ?? [] }

    /// The stems of a trigger that tell it: without particles and auxiliaries, unless nothing else is there.
    func stems(ofTrigger words: String) -> [String] {
        let found = WordStems.words(of: words.utf8).filter { $0.word.utf8.count > 1 }.map { self.stems.stem($0.word) }
        var telling = Set(found.filter { rarity($0) >= 1.9 })
        if telling.isEmpty, let rarest = found.max(by: { (rarity($0), $0) < (rarity($1), $1) }) { telling = [rarest] }
        return telling.sorted()
    }
}
