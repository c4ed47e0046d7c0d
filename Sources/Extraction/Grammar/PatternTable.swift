internal import Language
internal import Tables

/// The patterns of a table with the row each stands in, found in a sentence by their first word.
struct PatternTable: Sendable {
    struct Match: Sendable {
        /// Tokens of the sentence.
        let range: Range<Int>
        /// Index into `rows`.
        let row: Int
    }

    let rows: [Table.Row]
    private let program: PatternProgram
    /// By the word that opens them: the places in `candidates` of the rows to try.
    private let byOpener: WordMap<Range<Int>>
    private let candidates: [Int]

    init(_ table: Table) {
        rows = table.rows
        let patterns = table.rows.map { WordPattern($0["words"]) }
        program = PatternProgram(patterns)
        var index = WordMap<[Int]>()
        for (row, pattern) in patterns.enumerated() {
            for opener in pattern.openers ?? [] { index[opener, default: []].append(row) }
        }
        var places = WordMap<Range<Int>>(capacity: index.count)
        var candidates: [Int] = []
        for word in index.words {
            let from = candidates.count
            candidates += index[word] ?? []
            places.set(from..<candidates.count, for: word)
        }
        byOpener = places
        self.candidates = candidates
    }

    /// All matches in text order; of those that begin together the longest, and none inside an earlier one.
    func matches(in tokens: [Token]) -> [Match] {
        var found: [Match] = []
        var at = 0
        while at < tokens.count {
            var best: Match?
            func attempt(_ places: Range<Int>) {
                for place in places {
                    let row = candidates[place]
                    guard let end = program.end(of: row, in: tokens, from: at), end > at else { continue }
                    if end > (best?.range.upperBound ?? at) { best = Match(range: at..<end, row: row) }
                }
            }
            if let rows = byOpener[tokens[at].lowerWord] { attempt(rows) }
            if tokens[at].lemma != tokens[at].lower, let rows = byOpener[tokens[at].lemmaWord] { attempt(rows) }
            if let best { found.append(best) }
            at += 1
        }
        return found
    }
}
