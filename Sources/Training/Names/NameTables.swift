internal import Tables

/// What the tables know of names, for bringing corpora to one scheme.
struct NameTables {
    /// Adjectives and nouns of peoples and faiths: "North Korean", "Kurds".
    private(set) var groups = PhraseSet()
    /// Names of countries.
    private(set) var countries = PhraseSet()
    /// Names of countries, regions and areas.
    private(set) var places = PhraseSet()
    /// Names and acronyms of agencies.
    private(set) var agencies = PhraseSet()
    /// Names and surnames of people in the news.
    private(set) var people = PhraseSet()
    /// Single words of ranks, offices and honorifics, which stand before a person's name.
    private(set) var titles: Set<String> = []
    /// Small words inside a person's name: "al", "bin".
    private(set) var particles: Set<String> = []
    /// Unit noun to whether only a number makes it a unit's name.
    private(set) var unitHeads: [String: Bool] = [:]
    /// Words that stand for numbers in unit names: "third", "2nd" is told by its digits.
    private(set) var ordinals: Set<String> = []

    init(data: DataFolder) throws(DataError) {
        for row in try data.table("gazetteer/countries.tsv", columns: ["name", "aliases", "demonyms"]).rows {
            let names = [row["name"]] + row.list("aliases")
            for name in names {
                places.insert(name)
                countries.insert(name)
            }
            // "US" is the country before a noun too.
            for name in row.list("demonyms") where !names.contains(name) { groups.insert(name) }
        }
        for file in ["gazetteer/regions.tsv", "gazetteer/areas.tsv"] where data.holds(file) {
            for row in try data.table(file, columns: ["name", "aliases"]).rows {
                for name in [row["name"]] + row.list("aliases") { places.insert(name) }
            }
        }
        for row in try data.table("gazetteer/agencies.tsv", columns: ["name", "aliases", "acronyms"]).rows {
            for name in [row["name"]] + row.list("aliases") + row.list("acronyms") { agencies.insert(name) }
        }
        for row in try data.table("gazetteer/people.tsv", columns: ["name", "aliases", "short"]).rows {
            for name in [row["name"]] + row.list("aliases") + row.list("short") { people.insert(name) }
        }
        for row in try data.table("lexicon/name-words.tsv", columns: ["word", "class"]).rows {
            let classes = row.list("class")
            if classes.contains("honorific") { titles.insert(row["word"].lowercased()) }
            if classes.contains("particle") { particles.insert(row["word"].lowercased()) }
            if classes.contains("adjective") || classes.contains("people") { groups.insert(row["word"]) }
        }
        for row in try data.table("training/group-words.tsv", columns: ["word", "group"]).rows {
            if row["group"] == "no" { groups.remove(row["word"]) } else { groups.insert(row["word"]) }
        }
        for row in try data.table("lexicon/numbers.tsv", columns: ["word", "kind"]).rows where row["kind"] == "ordinal"
        {
            ordinals.insert(row["word"].lowercased())
        }
        try readTitles(data)
        for row in try data.table("training/unit-heads.tsv", columns: ["noun", "number"]).rows {
            unitHeads[row["noun"].lowercased()] = row["number"] == "yes"
        }
    }

    private mutating func readTitles(_ data: DataFolder) throws(DataError) {
        for row in try data.table("lexicon/ranks.tsv", columns: ["rank", "aliases"]).rows {
            for title in [row["rank"]] + row.list("aliases") { addTitle(title) }
        }
        for row in try data.table("lexicon/offices.tsv", columns: ["office", "aliases"]).rows {
            for title in [row["office"]] + row.list("aliases") { addTitle(title) }
        }
        for row in try data.table("training/title-words.tsv", columns: ["word"]).rows { addTitle(row["word"]) }
    }

    private mutating func addTitle(_ title: String) {
        for word in PhraseSet.words(of: title) where word != "-" { titles.insert(word.lowercased()) }
    }

    func isTitle(_ word: String) -> Bool {
        let lower = word.lowercased()
        return titles.contains(lower) || (lower.hasSuffix(".") && titles.contains(String(lower.dropLast())))
    }

    /// True if an agency's name is that of a formation: "47th Mechanized Brigade", "Black Sea Fleet", "82nd Airborne Division".
    func isUnit(_ words: ArraySlice<String>) -> Bool {
        guard words.count > 1 else { return false }
        let head = words.firstIndex { $0.lowercased() == "of" || $0 == "," } ?? words.endIndex
        guard head > words.startIndex, let needsNumber = unitHeads[words[head - 1].lowercased()] else { return false }
        if head - 1 == words.startIndex { return false }
        return !needsNumber || words[..<(head - 1)].contains { isNumber($0) }
    }

    /// "47th", "3", "Third", "XVIII".
    func isNumber(_ word: String) -> Bool {
        if let first = word.utf8.first, (0x30...0x39).contains(first) { return true }
        if ordinals.contains(word.lowercased()) { return true }
        return word.utf8.count > 1 && word.utf8.allSatisfy { "IVXL".utf8.contains($0) }
    }
}

extension String {
    /// True for a word that starts with a capital.
    var startsUpper: Bool { unicodeScalars.first?.properties.isUppercase ?? false }

    /// True for a word without small letters that has a letter.
    var isAllUpper: Bool {
        unicodeScalars.contains { $0.properties.isUppercase } && !unicodeScalars.contains { $0.properties.isLowercase }
    }
}
