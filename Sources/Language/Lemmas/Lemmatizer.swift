package import Tables

/// Words to lemmas by their tags, as the UD English treebanks give them: single words that are known, endings for the
/// rest. The tables are learnt by `annals-train lemmas`.
///
/// Lemmas are folded to lower case, as lexicons are looked up; `LemmaCase` writes them as the treebanks do.
package struct Lemmatizer: Sendable {
    package static let tables = ["lexicon/lemmas.tsv", "lexicon/lemma-endings.tsv"]

    /// What is known of the words of one group.
    private struct Entries: Sendable {
        var words = WordMap<HashedWord>()
        var endings = EndingTable<EndingEdit>()
    }

    /// The groups' places in `entries`, by their names.
    private var places = WordMap<Int>()
    private var entries: [Entries] = []

    package init(data: DataFolder) throws(DataError) {
        for row in try data.table(Self.tables[0], columns: ["group", "word", "lemma"]).rows {
            entries[place(of: row[0])].words.set(HashedWord(row[2]), for: row[1])
        }
        let table = try data.table(Self.tables[1], columns: ["group", "ending", "cut", "added"])
        for row in table.rows {
            guard let ending = Ending(row[1]), let cut = Int(row[2]), (0...Ending.longest + 8).contains(cut) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "an ending of at most \(Ending.longest) bytes and how many bytes are cut",
                    advice: "Make the table anew with `annals-train lemmas`.")
            }
            entries[place(of: row[0])].endings[ending] = EndingEdit(cut: cut, added: row[3])
        }
    }

    private mutating func place(of group: String) -> Int {
        let place = places[group, default: entries.count]
        if place == entries.count {
            places.set(place, for: group)
            entries.append(Entries())
        }
        return place
    }

    /// The lemma of a word.
    /// - Parameters:
    ///   - lower: the word as `WordFolding` folds it.
    ///   - penn: its Penn tag.
    ///   - tag: its universal tag, if that is known yet.
    ///   - isPerfect: whether its relation is `aux` and the Penn tag of its head VBN: "'s captured" is of "have".
    ///   - isAcronym: whether its letters are large in a sentence that is not: "HIMARS" is no plural. Asked of nouns only.
    package func lemma(
        _ lower: HashedWord, penn: String, tag: PartOfSpeech? = nil, isPerfect: Bool = false,
        isAcronym: @autoclosure () -> Bool = false
    ) -> HashedWord {
        if isPerfect, let place = places[LemmaGroup.perfect], let known = entries[place].words[lower] { return known }
        if penn == "CD", let plain = Self.withoutCommas(lower.text) { return HashedWord(plain) }
        guard let place = places[LemmaGroup.name(penn: penn, tag: tag)] else { return lower }
        if let known = entries[place].words[lower] { return known }
        guard let edit = entries[place].endings.value(for: lower.text), edit.cut > 0 || !edit.added.isEmpty else {
            return lower
        }
        if penn == "NNS" || penn == "NNPS", isAcronym() { return lower }
        return HashedWord(edit.applied(to: lower.text))
    }

    /// A number without thousands separators and with a point before its decimals: 5,000 is 5000; 7,5 is 7.5. Nil if it
    /// has no comma.
    private static func withoutCommas(_ word: String) -> String? {
        guard let first = word.utf8.first, (0x30...0x39).contains(first), word.utf8.contains(UInt8(ascii: ",")) else {
            return nil
        }
        let parts = word.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isThousands = parts.dropFirst().allSatisfy { $0.prefix { (0x30...0x39).contains($0) }.count == 3 }
        guard isThousands || parts.count == 2 else { return nil }
        return String(decoding: Array(parts.joined(separator: isThousands ? [] : [UInt8(ascii: ".")])), as: UTF8.self)
    }
}
