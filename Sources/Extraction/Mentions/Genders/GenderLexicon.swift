internal import Language
internal import Record
internal import Tables

/// First names, titles, nouns and endings that tell whether "she" or "he" stands for a person.
struct GenderLexicon: Sendable {
    static let tables = ["lexicon/first-name-genders.tsv", "lexicon/gender-words.tsv", "lexicon/kin-nouns.tsv"]

    /// What speaks for a gender, and how loudly.
    struct Evidence: Sendable {
        var gender: Gender
        /// A title outweighs a first name, and this an ending.
        var weight: Int
    }

    private enum Class: String {
        case title, noun, middle, family
    }

    private struct FirstName: Sendable {
        var gender: Gender
        /// True if it may stand after the family name.
        var isLast: Bool
    }

    private struct Ending: Sendable {
        var bytes: [UInt8]
        var gender: Gender
    }

    private var firstNames = WordMap<FirstName>()
    private var titles = PhraseTable<Gender>()
    private var nouns = WordMap<Gender>()
    private var middleEndings: [Ending] = []
    private var familyEndings: [Ending] = []

    init(data: DataFolder) throws(DataError) {
        let names = try data.table(Self.tables[0], columns: ["name", "sex", "last"])
        firstNames = WordMap(capacity: names.rows.count)
        for row in names.rows {
            firstNames.set(
                FirstName(gender: try Self.gender(row, names, data), isLast: !row[2].isEmpty), for: NameKey.of(row[0]))
        }
        let words = try data.table(Self.tables[1], columns: ["word", "sex", "class"])
        for row in words.rows {
            let gender = try Self.gender(row, words, data)
            let word = row["word"]
            guard let kind = Class(rawValue: row["class"]) else {
                throw DataError(
                    file: data.path + "/" + words.name, line: row.line,
                    expected: "title, noun, middle or family as the class, found `\(row["class"])`")
            }
            switch kind {
            case .title: titles.add(word, gender)
            case .noun: nouns.set(gender, for: word)
            case .middle: middleEndings.append(Ending(bytes: Array(NameKey.of(word).utf8), gender: gender))
            case .family: familyEndings.append(Ending(bytes: Array(NameKey.of(word).utf8), gender: gender))
            }
        }
        let kin = try data.table(Self.tables[2], columns: ["noun", "sex"])
        for row in kin.rows where !row["sex"].isEmpty { nouns.set(try Self.gender(row, kin, data), for: row["noun"]) }
    }

    private static func gender(_ row: Table.Row, _ table: Table, _ data: DataFolder) throws(DataError) -> Gender {
        guard let gender = Gender(rawValue: row["sex"]) else {
            throw DataError(
                file: data.path + "/" + table.name, line: row.line, expected: "f or m as the sex, found `\(row["sex"])`"
            )
        }
        return gender
    }

    /// Of a noun by its lemma: "spokeswoman", "father".
    func gender(noun: HashedWord) -> Gender? { nouns[noun] }

    /// Of the words before a name: "Mrs", "Queen", "Ukrainian spokeswoman".
    func gender(title words: [Word], _ range: Range<Int>) -> Evidence? {
        for position in range {
            let title = titles.match(words, at: position, limit: range.upperBound)?.value
            if let gender = title ?? nouns[words[position].token.lowerWord] {
                return Evidence(gender: gender, weight: 4)
            }
        }
        return nil
    }

    /// Of a person by the name's own words.
    /// - Parameter range: the words of the name, without titles.
    func gender(name words: [Word], _ range: Range<Int>) -> Evidence? {
        let keys = range.lazy.filter { !words[$0].key.isEmpty && !words[$0].isClitic }
            .map { String(decoding: words[$0].key, as: UTF8.self) }
        let parts = Array(keys)
        guard let last = parts.last else { return nil }
        for key in parts.dropFirst() {
            if let gender = Self.gender(key, middleEndings, beyond: 3) { return Evidence(gender: gender, weight: 3) }
        }
        for at in parts.indices {
            // "Jong-un" and "Jean-Claude" may be two words.
            if at + 1 < parts.count, let name = firstNames[parts[at] + " " + parts[at + 1]],
                name.isLast || at + 2 < parts.count
            {
                return Evidence(gender: name.gender, weight: 3)
            }
            guard let name = firstNames[parts[at]] else { continue }
            if at + 1 < parts.count || (name.isLast && at > 0) { return Evidence(gender: name.gender, weight: 3) }
            if parts.count == 1 { return Evidence(gender: name.gender, weight: 1) }
        }
        return Self.gender(last, familyEndings, beyond: 2).map { Evidence(gender: $0, weight: 1) }
    }

    private static func gender(_ word: String, _ endings: [Ending], beyond: Int) -> Gender? {
        let bytes = word.utf8
        return endings.first { ending in
            bytes.count > ending.bytes.count + beyond && bytes.suffix(ending.bytes.count).elementsEqual(ending.bytes)
        }?.gender
    }
}
