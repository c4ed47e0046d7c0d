package import Tables

/// The letters of lemmas, large or small, as the UD English treebanks write them: names keep their capitals, other words
/// lose them, "TEXAS" becomes "Texas" and "NATO" stays. The table is learnt by `annals-train lemmas`.
package struct LemmaCase: Sendable {
    package static let table = "lexicon/lemma-case.tsv"

    private var words = WordMap<WordMap<LetterCase>>()
    private var endings = WordMap<EndingTable<LetterCase>>()

    package init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["class", "word", "ending", "case"])
        for row in table.rows {
            guard let ending = Ending(row[2]), let choice = LetterCase(row[3]) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "an ending of at most \(Ending.longest) bytes and a case such as `kept`",
                    advice: "Make the table anew with `annals-train lemmas`.")
            }
            if row[1].isEmpty {
                endings[row[0], default: EndingTable()][ending] = choice
            } else {
                words[row[0], default: WordMap()].set(choice, for: row[1])
            }
        }
    }

    /// The class of a word in the table.
    /// - Parameter isShouted: whether the sentence is written in capitals.
    /// - Returns: nil for words that are small in the text and in the lemma.
    package static func name(form: String, penn: String, tag: PartOfSpeech, isShouted: Bool) -> String? {
        let shape = LetterShape(form)
        let isName = penn == "NNP" || penn == "NNPS" || tag == .properNoun && penn != "ADD"
        if shape == .small {
            guard isName || tag == .adjective || tag == .noun || tag == .pronoun else { return nil }
        }
        let mark = isShouted && (shape == .large || shape == .single) ? "!" : ""
        return (isName ? "NAME" : tag.rawValue) + " " + shape.rawValue + mark
    }

    /// A lemma as the treebanks write it.
    /// - Parameter lemma: as the lemmatizer gives it.
    package func written(_ lemma: String, form: String, penn: String, tag: PartOfSpeech, isShouted: Bool) -> String {
        guard let name = Self.name(form: form, penn: penn, tag: tag, isShouted: isShouted) else { return lemma }
        let choice = words[name]?[lemma] ?? endings[name]?.value(for: lemma) ?? .lower
        return choice.applied(to: lemma, form: form)
    }

    /// True if most letters of a sentence are large.
    package static func isShouted(_ words: some Sequence<String>) -> Bool {
        var small = 0
        var large = 0
        var count = 0
        for word in words {
            count += 1
            for scalar in word.unicodeScalars {
                switch scalar.value {
                case 0x61...0x7A: small += 1
                case 0x41...0x5A: large += 1
                case 0..<0x80: continue
                default:
                    if scalar.properties.isUppercase {
                        large += 1
                    } else if scalar.properties.isAlphabetic {
                        small += 1
                    }
                }
            }
        }
        return count > 1 && large * 10 >= (large + small) * 6 && large > 0
    }
}
