internal import Language
internal import Tables

/// `lexicon/reporting.tsv`: the words that introduce what somebody says.
struct ReportingLexicon: Sendable {
    /// How a reporting word stands in its sentence: the table's column `pos`.
    enum Use: String, Sendable, CaseIterable {
        case verb = "v"
        case noun = "n"
        case adjective = "a"
        /// Stands before the speaker as a preposition does: "according to".
        case phrase = "p"
        /// Lends itself to a noun: "made the claim that".
        case lender = "l"
    }

    static let table = "lexicon/reporting.tsv"

    /// All words that a line begins with.
    private let openers: WordSet
    private let verbs: WordMap<[ReportingEntry]>
    private let nouns: WordMap<[ReportingEntry]>
    private let adjectives: WordMap<[ReportingEntry]>
    private let phrases: WordMap<[ReportingEntry]>
    private let lenders: WordMap<[ReportingEntry]>

    init(data: DataFolder) throws(DataError) {
        var maps: [Use: WordMap<[ReportingEntry]>] = [:]
        var openers = WordSet()
        let table = try data.table(Self.table, columns: ["lemma", "pos", "certainty", "frame", "class"])
        for row in table.rows {
            let words = row["lemma"].lowercased().split(separator: " ").map(String.init)
            guard let first = words.first, let use = Use(rawValue: row["pos"]),
                let certainty = Int(row["certainty"]), let group = ReportingEntry.Group(rawValue: row["class"])
            else {
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "a lemma, one of the parts of speech and classes that the table's head names, "
                        + "and a certainty from -3 to 3")
            }
            openers.set((), for: first)
            maps[use, default: WordMap()][first, default: []].append(
                Self.entry(words, certainty, row.list("frame"), group))
        }
        func map(_ use: Use) -> WordMap<[ReportingEntry]> {
            var map = maps[use] ?? WordMap()
            // The longest words win; of two that are as long the one that stands first.
            for word in map.words {
                let entries = map[word] ?? []
                map[word, default: []] = entries.indices.sorted {
                    let (left, right) = (entries[$0].words.count, entries[$1].words.count)
                    return left != right ? left > right : $0 < $1
                }.map { entries[$0] }
            }
            return map
        }
        self.openers = openers
        verbs = map(.verb)
        nouns = map(.noun)
        adjectives = map(.adjective)
        phrases = map(.phrase)
        lenders = map(.lender)
    }

    private static func entry(
        _ words: [String], _ certainty: Int, _ names: [String], _ group: ReportingEntry.Group
    ) -> ReportingEntry {
        var frames: ReportFrames = []
        var prepositions: [(word: String, isGiven: Bool)] = []
        var givesObject = false
        for name in names {
            let isGiven = name.hasPrefix("~")
            let bare = isGiven ? String(name.dropFirst()) : name
            if let frame = ReportFrames(named: bare) {
                frames.insert(frame)
                if isGiven { givesObject = true }
            } else if bare != "source" {
                prepositions.append((bare, isGiven))
            }
        }
        return ReportingEntry(
            words: words, certainty: certainty, frames: frames, prepositions: prepositions, givesObject: givesObject,
            group: group)
    }

    private func map(_ use: Use) -> WordMap<[ReportingEntry]> {
        switch use {
        case .verb: verbs
        case .noun: nouns
        case .adjective: adjectives
        case .phrase: phrases
        case .lender: lenders
        }
    }

    /// What a colon behind a headline's speaker stands for: the plainest verb of saying.
    var label: ReportingEntry? { verbs["say"]?.last }

    /// Whether a line may begin with a word.
    func holds(_ token: Token) -> Bool { openers.contains(token.lemmaWord) || openers.contains(token.lowerWord) }

    /// The entry whose words begin at a token, and the last of them. A pronoun may stand between the words: "ruled it
    /// out".
    func match(_ tokens: [Token], at start: Int, _ use: Use) -> (entry: ReportingEntry, last: Int)? {
        let map = map(use)
        if let found = match(map[tokens[start].lemmaWord], tokens, start, use) { return found }
        guard tokens[start].lower != tokens[start].lemma else { return nil }
        return match(map[tokens[start].lowerWord], tokens, start, use)
    }

    private func match(
        _ entries: [ReportingEntry]?, _ tokens: [Token], _ start: Int, _ use: Use
    ) -> (entry: ReportingEntry, last: Int)? {
        for entry in entries ?? [] {
            guard let last = last(of: entry.words, in: tokens, from: start) else { continue }
            return entry.takes(.none) && use != .lender ? nil : (entry, last)
        }
        return nil
    }

    private func last(of words: [String], in tokens: [Token], from start: Int) -> Int? {
        var last = start
        for word in words.dropFirst() {
            var next = last + 1
            func isWord() -> Bool { next < tokens.count && (tokens[next].lower == word || tokens[next].lemma == word) }
            if !isWord(), next < tokens.count, tokens[next].tag == .pronoun { next += 1 }
            guard isWord() else { return nil }
            last = next
        }
        return last
    }
}
