public import Tables

/// The classes of words, gathered from the tables for the trainer, which writes them into the model.
public enum WordClasses {
    /// Every word in lower case that has a class, in the order of its bytes.
    public static func table(data: DataFolder) throws(DataError) -> [(word: String, mask: UInt16)] {
        var gathering = Gathering()
        try gathering.read(data)
        return gathering.classes.map { (word: $0.key, mask: $0.value.rawValue) }.sorted {
            $0.word.utf8.lexicographicallyPrecedes($1.word.utf8)
        }
    }
}

extension WordClasses {
    private struct Gathering {
        var classes: [String: WordClass] = [:]
        private var smallWords: Set<String> = []
        /// Of any class they would say nothing.
        private static let links: Set<String> = ["of", "for", "and", "the", "in", "on", "to", "a", "an"]
        /// Names in other scripts are no words of an English text.
        private static let beyondLatin: UInt32 = 0x250

        mutating func read(_ data: DataFolder) throws(DataError) {
            smallWords = try Self.smallWords(data)
            try readNames(data)
            try readPlaces(data)
            try readAgencies(data)
            try readNouns(data)
            try readPeople(data)
            try readSmallWords(data)
        }

        /// Words that stand inside names of several words and are nobody's name.
        private static func smallWords(_ data: DataFolder) throws(DataError) -> Set<String> {
            let table = try data.table("lexicon/name-words.tsv", columns: ["word", "class"])
            let small = table.rows.filter { row in
                row.list("class").contains { ["link", "stop", "particle"].contains($0) }
            }
            return Set(small.map { $0["word"].lowercased() })
        }

        private mutating func add(_ word: String, _ kind: WordClass) {
            guard word.utf8.count > 1, !Self.links.contains(word.lowercased()),
                word.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
                word.unicodeScalars.allSatisfy({ $0.value < Self.beyondLatin })
            else { return }
            classes[word.lowercased(), default: []].insert(kind)
        }

        /// Adds the words of a phrase that are long enough to say something, or begin with a capital. "The Hague" makes no name of
        /// "the", but "US" makes one of "us".
        private mutating func add(wordsOf phrase: String, _ kind: WordClass) {
            let words = PhraseSet.words(of: phrase)
            for word in words where word.startsUpper || word.utf8.count > 3 {
                if words.count > 1, smallWords.contains(word.lowercased()) { continue }
                add(word, kind)
            }
        }

        private mutating func add(
            table name: String, column: String, lists: [String] = [], _ kind: WordClass, in data: DataFolder
        )
            throws(DataError)
        {
            for row in try data.table(name, columns: [column] + lists).rows {
                for phrase in [row[column]] + lists.flatMap(row.list) { add(wordsOf: phrase, kind) }
            }
        }

        private mutating func readNames(_ data: DataFolder) throws(DataError) {
            for (file, kind) in [
                ("lexicon/first-names.tsv", WordClass.firstName), ("lexicon/last-names.tsv", .lastName),
            ] {
                let table = try data.table(file, columns: ["name", "ambiguous"])
                let name = table.columns.firstIndex(of: "name") ?? 0
                let ambiguous = table.columns.firstIndex(of: "ambiguous") ?? 1
                for row in table.rows { add(row[name], row.bytes(ambiguous).isEmpty ? kind : .ambiguousName) }
            }
        }

        private mutating func readPlaces(_ data: DataFolder) throws(DataError) {
            for row in try data.table("gazetteer/countries.tsv", columns: ["name", "aliases", "demonyms"]).rows {
                let names = [row["name"]] + row.list("aliases")
                for name in names { add(wordsOf: name, .country) }
                for name in row.list("demonyms") where !names.contains(name) { add(wordsOf: name, .group) }
            }
            try add(table: "gazetteer/regions.tsv", column: "name", lists: ["aliases"], .place, in: data)
            try add(table: "gazetteer/areas.tsv", column: "name", lists: ["aliases"], .place, in: data)
            let places = try data.table("gazetteer/places.tsv", columns: ["name", "common"])
            let name = places.columns.firstIndex(of: "name") ?? 0
            let common = places.columns.firstIndex(of: "common") ?? 1
            for row in places.rows where row.bytes(common).isEmpty { add(wordsOf: row[name], .place) }
        }

        private mutating func readAgencies(_ data: DataFolder) throws(DataError) {
            for row in try data.table("gazetteer/agencies.tsv", columns: ["name", "aliases", "acronyms"]).rows {
                for acronym in row.list("acronyms") { add(acronym, .agency) }
                for name in [row["name"]] + row.list("aliases") {
                    let words = PhraseSet.words(of: name)
                    if words.count == 1 || (words.count == 3 && words[1] == "-") { add(wordsOf: name, .agency) }
                }
            }
        }

        private mutating func readNouns(_ data: DataFolder) throws(DataError) {
            for row in try data.table("lexicon/agency-nouns.tsv", columns: ["noun"]).rows {
                if let head = PhraseSet.words(of: row["noun"]).last { add(head, .agencyNoun) }
            }
            for row in try data.table("lexicon/unit-nouns.tsv", columns: ["noun"]).rows {
                if let head = PhraseSet.words(of: row["noun"]).last { add(head, .unitNoun) }
            }
            for row in try data.table("lexicon/place-nouns.tsv", columns: ["noun", "position"]).rows
            where !row["position"].isEmpty {
                if let head = PhraseSet.words(of: row["noun"]).last { add(head, .placeNoun) }
            }
            for row in try data.table("lexicon/person-nouns.tsv", columns: ["lemma"]).rows {
                if let head = PhraseSet.words(of: row["lemma"]).last { add(head, .personNoun) }
            }
        }

        private mutating func readPeople(_ data: DataFolder) throws(DataError) {
            for row in try data.table("lexicon/ranks.tsv", columns: ["rank", "aliases"]).rows {
                for rank in [row["rank"]] + row.list("aliases") { addTitle(rank, .rank) }
            }
            for row in try data.table("lexicon/offices.tsv", columns: ["office", "aliases"]).rows {
                for office in [row["office"]] + row.list("aliases") { addTitle(office, .office) }
            }
            for row in try data.table("gazetteer/people.tsv", columns: ["name", "short"]).rows {
                for name in row.list("short") where name.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
                    add(wordsOf: name, .lastName)
                }
            }
        }

        private mutating func addTitle(_ title: String, _ kind: WordClass) {
            for word in PhraseSet.words(of: title)
            where !["of", "the", "for", "to", "in", "and", "at", "-"].contains(word) {
                add(word, kind)
            }
        }

        private mutating func readSmallWords(_ data: DataFolder) throws(DataError) {
            for row in try data.table("lexicon/name-words.tsv", columns: ["word", "class"]).rows {
                let kinds = row.list("class")
                if kinds.contains("honorific") { add(row["word"], .rank) }
                if kinds.contains("adjective") || kinds.contains("people") { add(wordsOf: row["word"], .group) }
            }
            for row in try data.table("training/group-words.tsv", columns: ["word", "group"]).rows
            where row["group"] == "yes" {
                add(row["word"], .group)
            }
            for row in try data.table("patterns/time-words.tsv", columns: ["word", "class"]).rows
            where row["class"] == "month" || row["class"] == "weekday" {
                add(row["word"], .calendar)
            }
            for row in try data.table("lexicon/numbers.tsv", columns: ["word"]).rows { add(row["word"], .number) }
            for row in try data.table("lexicon/reporting.tsv", columns: ["lemma", "pos"]).rows where row["pos"] == "v" {
                add(row["lemma"], .speech)
            }
            addForms(irregular: try data.table("training/speech-forms.tsv", columns: ["lemma", "forms"]))
        }

        /// The other forms of verbs of saying: irregular ones by the table, the others by their endings.
        private mutating func addForms(irregular verbs: Table) {
            for row in verbs.rows where classes[row["lemma"]]?.contains(.speech) ?? false {
                for form in row.list("forms") { add(form, .speech) }
            }
            for lemma in classes.filter({ $0.value.contains(.speech) }).keys.sorted() {
                let stem = lemma.hasSuffix("e") ? String(lemma.dropLast()) : lemma
                let isConsonantY =
                    lemma.hasSuffix("y") && !["a", "e", "o", "u"].contains { lemma.dropLast().hasSuffix($0) }
                for form in isConsonantY
                    ? [String(lemma.dropLast()) + "ied", String(lemma.dropLast()) + "ies", lemma + "ing"]
                    : [stem + "ed", lemma + "s", stem + "ing"]
                { add(form, .speech) }
            }
        }
    }
}
