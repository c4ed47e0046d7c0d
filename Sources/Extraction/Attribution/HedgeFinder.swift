internal import Language
internal import Record
internal import Tables

/// Words by which the writer does not vouch for a content, and what they bear on.
struct HedgeFinder: Sendable {
    static let table = "lexicon/hedges.tsv"

    private let patterns: PatternTable
    private let kinds: [(kind: AttributionKind, certainty: Int, scope: String)]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["words", "kind", "certainty", "scope"])
        patterns = PatternTable(table)
        kinds = table.rows.map {
            ($0["kind"] == "doubt" ? .doubt : .hedge, Int($0["certainty"]) ?? 1, $0["scope"])
        }
    }

    func read(_ view: SentenceView, previous: Span?, into drafts: inout [AttributionDraft]) {
        let tokens = view.tokens
        var covered = 0
        let matches = patterns.matches(in: tokens)
        for (position, match) in matches.enumerated() where match.range.lowerBound >= covered {
            let row = kinds[match.row]
            // "the authenticity … has not been verified" is one doubt, and its verb says about what.
            if row.kind == .doubt, row.scope != "back",
                matches[(position + 1)...].prefix(3).contains(where: {
                    kinds[$0.row].scope == "back" && $0.range.lowerBound - match.range.upperBound < 12
                })
            {
                continue
            }
            let cue = view.sentence.span(of: match.range)
            guard !drafts.suffix(8).contains(where: { $0.cue.overlaps(cue) || $0.source?.contains(cue) == true }) else {
                continue
            }
            // "may" and "could" are the event's modality and no report.
            if match.range.allSatisfy({
                tokens[$0].tag == .auxiliary || tokens[$0].tag == .adverb && match.range.count > 1
            }) {
                continue
            }
            let content: Span?
            switch row.scope {
            // "the alleged attack" is the event's modality and no report.
            case "np": content = nil
            case "back": content = statementBefore(match.range, view) ?? previous
            default: content = clause(around: match.range, view)
            }
            guard let content, content.count > 0 else { continue }
            covered = match.range.upperBound
            drafts.append(
                AttributionDraft(
                    source: nil, cue: cue, content: pieces(of: content, without: cue), speaker: nil, kind: row.kind,
                    certainty: row.certainty))
        }
    }

    private func clause(around range: Range<Int>, _ view: SentenceView) -> Span? {
        let tokens = view.tokens
        func parts(_ at: Int) -> Bool {
            tokens[at].tag == .subordinator || FunctionWords.quotes.contains(tokens[at].text)
                || (tokens[at].tag == .punctuation && ",;:—–()".contains(tokens[at].text))
                || (view.reader.isRelative(at) && view.reader.phraseAt[at] == nil)
        }
        var low = range.lowerBound
        var high = range.upperBound
        while low > 0, range.lowerBound - low < 60, !parts(low - 1) { low -= 1 }
        while high < tokens.count, high - range.upperBound < 60, !parts(high), tokens[high].text != "." { high += 1 }
        guard high > low else { return nil }
        return view.sentence.span(of: low..<high)
    }

    /// What stands before the doubting clause in its sentence, where that is a clause of its own.
    private func statementBefore(_ range: Range<Int>, _ view: SentenceView) -> Span? {
        let tokens = view.tokens
        var at = range.lowerBound
        while at > 0, range.lowerBound - at < 40 {
            at -= 1
            if tokens[at].text == "," || tokens[at].text == ";" || tokens[at].text == "—" {
                guard view.reader.groups.contains(where: { $0.head < at }) else { continue }
                return view.sentence.span(of: 0..<at)
            }
        }
        return nil
    }

    private func pieces(of span: Span, without hole: Span) -> [Span] {
        guard span.overlaps(hole) else { return [span] }
        var list: [Span] = []
        if hole.start - span.start > 1 { list.append(Span(start: span.start, end: hole.start - 1)) }
        if span.end - hole.end > 1 { list.append(Span(start: hole.end + 1, end: span.end)) }
        return list
    }
}
