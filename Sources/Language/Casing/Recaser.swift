internal import Tables

/// Text in capitals to ordinary text: each word gets the letters that it would have elsewhere. Where words stand in the
/// source is not touched.
///
/// The network reads each sentence by itself; what the tables know of acronyms and what the rest of the document shows
/// comes after it.
struct Recaser: Sendable {
    /// The files that it reads, for the extractor's version.
    static let tables = [CasingNetwork.file, agencies]
    private static let agencies = "gazetteer/agencies.tsv"

    private let network: CasingNetwork
    /// Acronyms of agencies in small letters.
    private let acronyms: WordSet
    /// Names of agencies of several words, by their first word.
    private var names = WordMap<[String]>()
    /// Names of one word that is no common one: "Extraditables".
    private var rareNames = WordSet()

    init(data: DataFolder, words: WordTable) throws(DataError) {
        network = try CasingNetwork(data: data, words: words)
        let table = try data.table(Self.agencies, columns: ["name", "aliases", "acronyms"])
        acronyms = WordSet(table.rows.lazy.flatMap { $0.list("acronyms") }.map(WordFolding.folded))
        for row in table.rows {
            for name in [row["name"]] + row.list("aliases") where name.utf8.first.map({ $0 < 0x80 }) ?? false {
                let folded = WordFolding.folded(name)
                if let space = folded.utf8.firstIndex(of: UInt8(ascii: " ")) {
                    names[String(folded[..<space]), default: []].append(folded)
                } else if folded.utf8.count > 5, !network.entry(folded).isKnown {
                    rareNames.set((), for: folded)
                }
            }
        }
    }

    /// Words that are read in one go.
    private static let batch = 256
    /// Words of two letters and more that a sentence in capitals has, unless all of the text is in capitals.
    static let leastWords = 3

    /// Rewrites the sentences in capitals of a document.
    /// - Parameter isCapitalText: whether all of the text is in capitals, so that its short sentences are too.
    func recase(_ segments: inout [Segmenter.Segment], isCapitalText: Bool, _ workspace: Workspace) {
        let least = isCapitalText ? 1 : Self.leastWords
        var capital: [Int] = []
        var seen = CaseMemory()
        for (at, segment) in segments.enumerated() {
            if CapitalText.isCapital(segment.pieces, least: least) {
                capital.append(at)
            } else {
                seen.note(segment.pieces)
            }
        }
        var cases = self.cases(of: capital.map { segments[$0].pieces }, workspace)
        var guessed = CaseMemory()
        for (number, at) in capital.enumerated() {
            settle(&cases[number], of: segments[at].pieces, seen)
            markNames(&cases[number], of: segments[at].pieces)
            for (place, piece) in segments[at].pieces.enumerated() where place > 0 && CaseMemory.isWord(piece.text) {
                guessed.note(WordFolding.folded(piece.text), cases[number][place])
            }
        }
        for (number, at) in capital.enumerated() {
            // Nothing but names and abbreviations, in a text that has small letters: they are meant so.
            if !isCapitalText, !cases[number].contains(.lower) { continue }
            agree(&cases[number], of: segments[at].pieces, guessed)
            write(cases[number], to: &segments[at].pieces)
        }
    }

    private func cases(of sentences: [[Tokenizer.Piece]], _ workspace: Workspace) -> [[WordCase]] {
        var cases: [[WordCase]] = []
        cases.reserveCapacity(sentences.count)
        var from = 0
        while from < sentences.count {
            var to = from
            var words = 0
            repeat {
                words += sentences[to].count
                to += 1
            } while to < sentences.count && words + sentences[to].count <= Self.batch
            cases += network.cases(of: sentences[from..<to], workspace)
            from = to
        }
        return cases
    }

    /// What tables and the ordinary part of the document are sure of.
    private func settle(_ cases: inout [WordCase], of pieces: [Tokenizer.Piece], _ seen: CaseMemory) {
        for (at, piece) in pieces.enumerated() where CaseMemory.isWord(piece.text) {
            let lower = WordFolding.folded(piece.text)
            if at > 0, let only = seen.onlyCase(of: lower) {
                cases[at] = only
            } else if cases[at] != .upper {
                let entry = network.entry(lower)
                if !entry.isKnown, acronyms.contains(HashedWord(lower)) {
                    cases[at] = .upper
                } else if at > 0, cases[at] == .capital, isPlural(lower, entry) {
                    cases[at] = .lower
                }
            }
        }
    }

    /// Large letters for the words of agencies' names: "the Shining Path".
    private func markNames(_ cases: inout [WordCase], of pieces: [Tokenizer.Piece]) {
        let words = pieces.map { WordFolding.folded($0.text) }
        for start in words.indices {
            if cases[start] == .lower, rareNames.contains(HashedWord(words[start])) { cases[start] = .capital }
            for name in names[words[start]] ?? [] {
                guard let end = end(of: name, words, start) else { continue }
                for at in start..<end where words[at].utf8.count > 3 && cases[at] == .lower {
                    cases[at] = .capital
                }
            }
        }
    }

    /// Where a name ends that words from a place on spell; nil if they do not.
    private func end(of name: String, _ words: [String], _ start: Int) -> Int? {
        var text = words[start]
        var end = start + 1
        while text.utf8.count < name.utf8.count, end < words.count, name.utf8.starts(with: text.utf8) {
            text += " " + words[end]
            end += 1
        }
        return text == name ? end : nil
    }

    /// The plural of an ordinary word, of which itself nothing is known: `subversives`.
    private func isPlural(_ lower: String, _ entry: WordTable.Entry) -> Bool {
        guard entry == .nothing, lower.utf8.count > 5, lower.utf8.last == UInt8(ascii: "s") else { return false }
        let singular = network.entry(String(lower.dropLast()))
        return singular.vector != nil && singular.classes == 0
    }

    /// A rare word is written alike throughout the document.
    private func agree(_ cases: inout [WordCase], of pieces: [Tokenizer.Piece], _ guessed: CaseMemory) {
        for (at, piece) in pieces.enumerated() where CaseMemory.isWord(piece.text) {
            let lower = WordFolding.folded(piece.text)
            guard !network.entry(lower).isKnown, let common = guessed.commonCase(of: lower) else { continue }
            if at > 0 || common != .lower { cases[at] = common }
        }
    }

    private func write(_ cases: [WordCase], to pieces: inout [Tokenizer.Piece]) {
        for (at, wordCase) in cases.enumerated() where !pieces[at].text.unicodeScalars.contains(where: Self.isSmall) {
            pieces[at].text = wordCase.written(pieces[at].text)
        }
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar >= "a" && scalar <= "z" : scalar.properties.isLowercase
    }
}
