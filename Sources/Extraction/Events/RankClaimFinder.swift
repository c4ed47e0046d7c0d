internal import Language
internal import Record
internal import Tables

/// "the first", "the deadliest", "not the first": what a sentence says of an event's rank.
struct RankClaimFinder: Sendable {
    static let table = "lexicon/rank-claims.tsv"
    private let patterns: PatternTable
    private let kinds: [(kind: String, holds: Bool, scope: String)]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["words", "kind", "holds"])
        patterns = PatternTable(table)
        kinds = table.rows.map { ($0["kind"], $0["holds"] != "no", $0["scope"]) }
    }

    /// Gives each claim to the nearest event after it in its clause, else the nearest before it.
    func claim(_ view: SentenceView, _ drafts: inout [EventDraft], in range: Range<Int>) {
        guard !range.isEmpty else { return }
        var covered = 0
        for match in patterns.matches(in: view.tokens) where match.range.lowerBound >= covered {
            covered = match.range.upperBound
            let (kind, holds, scope) = kinds[match.row]
            guard kind != "none" else { continue }
            if scope == "np" {
                // "the first strike": only where the phrase itself names the event.
                let phrase = NounPhrases(view.tokens, view.tree).head(of: match.range.upperBound - 1)
                guard
                    let target = range.first(where: {
                        drafts[$0].isNoun && drafts[$0].tokens.contains(phrase)
                    })
                else { continue }
                drafts[target].event.claims.append(
                    EventClaim(kind: kind, holds: holds, span: view.sentence.span(of: match.range)))
                continue
            }
            let after = range.first {
                guard let first = drafts[$0].tokens.first else { return false }
                return first >= match.range.lowerBound && first - match.range.upperBound < 14
                    && !parted(match.range.upperBound, first, view)
            }
            let before = range.last {
                guard let last = drafts[$0].tokens.last else { return false }
                return last < match.range.lowerBound && match.range.lowerBound - last < 6
                    && !parted(last, match.range.lowerBound, view) && isWhole(match.range, view)
            }
            guard let target = nearest(after, before, match.range, view) else { continue }
            drafts[target].event.claims.append(
                EventClaim(kind: kind, holds: holds, span: view.sentence.span(of: match.range)))
        }
    }

    private func nearest(_ after: Int?, _ before: Int?, _ range: Range<Int>, _ view: SentenceView) -> Int? {
        after ?? before
    }

    /// "for the first time": the claim stands by itself and may follow its verb.
    private func isWhole(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        view.tokens[range.upperBound - 1].lemma == "time" || view.tokens[range.lowerBound].lower == "once"
    }

    private func parted(_ from: Int, _ to: Int, _ view: SentenceView) -> Bool {
        guard from < to else { return false }
        return (from..<to).contains {
            let text = view.tokens[$0].text
            return text == "," || text == ";" || text == ":" || FunctionWords.quotes.contains(text)
        }
    }
}
