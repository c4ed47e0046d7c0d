internal import Language
internal import Tables

/// `lexicon/reporting.tsv`: the words that introduce what somebody says.
struct ReportingLexicon: Sendable {
    struct Entry: Sendable {
        let words: [String]
        let certainty: Int
        let frames: Set<String>
        let group: String
        /// `v`, `n`, `p`, `a`.
        let pos: String
        /// True for words that by themselves confirm or deny.
        let isFirm: Bool

        /// The same under a negation: what is not confirmed and not denied is left open, what is not believed is
        /// doubted.
        var negated: Entry {
            Entry(
                words: words, certainty: group == "think" ? -certainty : 0, frames: frames, group: group, pos: pos,
                isFirm: isFirm)
        }

        func takes(_ frame: String) -> Bool { frames.contains(frame) }
    }

    static let table = "lexicon/reporting.tsv"

    private let byFirst: WordMap<[Entry]>

    init(data: DataFolder) throws(DataError) {
        var index = WordMap<[Entry]>()
        let table = try data.table(Self.table, columns: ["lemma", "pos", "certainty", "frame", "class"])
        for row in table.rows {
            let words = row["lemma"].lowercased().split(separator: " ").map(String.init)
            guard let first = words.first, let certainty = Int(row["certainty"]) else {
                throw DataError(
                    file: table.place(of: row), line: row.line, expected: "a lemma and a certainty from -3 to 3")
            }
            // "for" and "to" need a sense that tags do not tell.
            if row["pos"] == "p", words.count == 1, row["class"] == "think" { continue }
            index[first, default: []].append(
                Entry(
                    words: words, certainty: certainty, frames: Set(row.list("frame")), group: row["class"],
                    pos: row["pos"], isFirm: abs(certainty) == 3))
        }
        for word in index.words { index[word, default: []].sort { $0.words.count > $1.words.count } }
        byFirst = index
    }

    /// The entry of a part of speech whose words begin at a token, and where they end.
    func match(_ tokens: [Token], at start: Int, pos: String) -> (entry: Entry, end: Int)? {
        if let found = match(byFirst[tokens[start].lemmaWord], tokens, start, pos) { return found }
        guard tokens[start].lower != tokens[start].lemma else { return nil }
        return match(byFirst[tokens[start].lowerWord], tokens, start, pos)
    }

    private func match(
        _ entries: [Entry]?, _ tokens: [Token], _ start: Int, _ pos: String
    ) -> (entry: Entry, end: Int)? {
        for entry in entries ?? [] where entry.pos == pos {
            if let end = end(of: entry.words, in: tokens, from: start) { return (entry, end) }
        }
        return nil
    }

    private func end(of words: [String], in tokens: [Token], from start: Int) -> Int? {
        var at = start
        var word = 0
        while word < words.count {
            if words[word] == "*" {
                word += 1
                guard word < words.count else { return at }
                var skipped = 0
                while skipped <= 4, at < tokens.count, tokens[at].lower != words[word], tokens[at].lemma != words[word]
                {
                    skipped += 1
                    at += 1
                }
                if skipped > 4 { return nil }
                continue
            }
            guard at < tokens.count, tokens[at].lower == words[word] || tokens[at].lemma == words[word] else {
                return nil
            }
            at += 1
            word += 1
        }
        return at
    }
}
