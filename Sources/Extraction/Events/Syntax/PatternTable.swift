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
    private let patterns: [WordPattern]
    private let byOpener: WordMap<[Int]>

    init(_ table: Table) {
        rows = table.rows
        patterns = table.rows.map { WordPattern($0["words"]) }
        var index = WordMap<[Int]>()
        for (row, pattern) in patterns.enumerated() {
            for opener in pattern.openers ?? [] { index[opener, default: []].append(row) }
        }
        byOpener = index
    }

    /// All matches in text order; of those that begin together the longest, and none inside an earlier one.
    func matches(in tokens: [Token]) -> [Match] {
        var found: [Match] = []
        var at = 0
        while at < tokens.count {
            var best: Match?
            func attempt(_ rows: [Int]) {
                for row in rows {
                    guard let end = patterns[row].end(in: tokens, from: at), end > at else { continue }
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
