internal import Record
internal import Tables

/// Tells from words which sector of PLOVER somebody stands for: "the army's spokesman" is MIL.
///
/// The words come from `ontology/sector-words.tsv`, then from the column `sector` of the tables of nouns; how a phrase is
/// read stands in the head of the former.
struct SectorLexicon {
    private enum Meaning {
        case sector(String, isWeak: Bool)
        /// It says nothing, and leaves the word to its neighbours.
        case silent
        /// It puts what follows into the past.
        case former
        /// The noun phrase ends before it.
        case stop
    }

    private var meanings: [String: Meaning] = [:]
    /// The number of words of the longest entry.
    private var longest = 1
    /// Sectors by our own words for them, such as `government`.
    private var codes: [String: String] = [:]
    /// The sectors that a word before the noun may turn a sector into.
    private var yields: [String: Set<String>] = [:]
    /// PLOVER's codes of bodies that belong to no country, by sector.
    private var internationals: [String: String] = [:]

    /// The tables that it reads.
    static let tables = [
        "ontology/sectors.tsv", "ontology/sector-words.tsv", "lexicon/person-nouns.tsv", "lexicon/agency-nouns.tsv",
    ]
    /// Offices that end when one leaves them.
    private static let endable: Set<String> = ["GOV", "LEG", "JUD", "MIL", "COP", "SPY"]
    /// What becomes of them.
    static let formerly = "ELI"
    /// So many words of a phrase are read, and so many phrases that depend on each other.
    private static let wordLimit = 24
    private static let depthLimit = 3

    init(data: DataFolder) throws(DataError) {
        let sectors = try data.table(
            Self.tables[0], columns: ["code", "sectors", "actor", "yields", "definition"])
        for row in sectors.rows {
            let code = row["code"]
            for own in row.list("sectors") { codes[own] = code }
            yields[code] = Set(row.list("yields"))
            if !row["actor"].isEmpty { internationals[code] = row["actor"] }
        }
        let words = try data.table(Self.tables[1], columns: ["words", "code", "weak"])
        for row in words.rows {
            switch row["code"] {
            case "stop": add(row["words"], .stop)
            case "former": add(row["words"], .former)
            case "": add(row["words"], .silent)
            case let code where yields[code] != nil:
                add(row["words"], .sector(code, isWeak: row["weak"] == "yes"))
            case let code:
                throw DataError(
                    file: data.path + "/" + words.name, line: row.line,
                    expected: "a code of ontology/sectors.tsv, `stop`, `former` or nothing, found `\(code)`")
            }
        }
        for (table, column) in [(Self.tables[2], "lemma"), (Self.tables[3], "noun")] {
            for row in try data.table(table, columns: [column, "sector"]).rows {
                if let code = codes[row["sector"]] { add(row[column], .sector(code, isWeak: false)) }
            }
        }
    }

    /// The first line for a phrase holds.
    private mutating func add(_ phrase: String, _ meaning: Meaning) {
        let key = NameKey.of(phrase)
        guard !key.isEmpty, meanings[key] == nil else { return }
        meanings[key] = meaning
        longest = max(longest, key.utf8.count { $0 == UInt8(ascii: " ") } + 1)
    }

    /// The sector for one of our own words for them, as in `gazetteer/agencies.tsv`.
    func sector(own word: String) -> String? { codes[word] }

    /// The code that PLOVER gives to a body of a sector that belongs to no country.
    func internationalCode(of sector: String) -> String? { internationals[sector] }

    /// The sector that a noun phrase, a name or an office points at.
    /// - Parameter organization: the sector of the body that the words are about, for words that say nothing by themselves:
    ///   the head of a service.
    func sector(of words: String, organization: String? = nil) -> String? {
        let parts = NameKey.of(words).split(separator: " ").prefix(Self.wordLimit).map(String.init)
        return sector(of: parts[...], organization: organization, depth: 0)
    }

    private func sector(of words: ArraySlice<String>, organization: String?, depth: Int) -> String? {
        let stop = words.indices.dropFirst().first { if case .stop = meanings[words[$0]] { true } else { false } }
        var end = stop ?? words.endIndex
        var found: String?
        var weak: String?
        var isFormer = false
        while end > words.startIndex {
            guard let (length, meaning) = entry(in: words, endingAt: end) else {
                end -= 1
                continue
            }
            end -= length
            switch meaning {
            case .stop, .silent: break
            case .former: isFormer = true
            case .sector(let code, let isWeak):
                if let decided = found {
                    if yields[decided]?.contains(code) == true { found = code }
                } else if isWeak {
                    weak = weak ?? code
                } else {
                    found = code
                }
            }
        }
        if found == nil, let stop, depth < Self.depthLimit {
            found = sector(of: words[(stop + 1)...], organization: nil, depth: depth + 1)
        }
        guard let sector = found ?? organization ?? weak else { return nil }
        return isFormer && Self.endable.contains(sector) ? Self.formerly : sector
    }

    /// The longest entry that ends before a place.
    private func entry(in words: ArraySlice<String>, endingAt end: Int) -> (length: Int, meaning: Meaning)? {
        let most = min(longest, end - words.startIndex)
        for length in stride(from: most, to: 0, by: -1) {
            let before = words[(end - length)..<(end - 1)].joined(separator: " ")
            for last in Self.singulars(words[end - 1]) {
                if let meaning = meanings[before.isEmpty ? last : before + " " + last] { return (length, meaning) }
            }
        }
        return nil
    }

    /// A word and what it may be the plural of.
    private static func singulars(_ word: String) -> [String] {
        var forms = [word]
        if word.hasSuffix("men") { forms.append(word.dropLast(3) + "man") }
        guard word.utf8.count > 3, word.hasSuffix("s") else { return forms }
        if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
        forms.append(String(word.dropLast()))
        return forms
    }
}
