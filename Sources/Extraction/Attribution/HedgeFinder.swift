internal import Language
internal import Record
internal import Tables

/// Words by which the writer does not vouch for a content, and the clause of the tree that they bear on.
struct HedgeFinder: Sendable {
    static let table = "lexicon/hedges.tsv"

    private enum Scope: String, Sendable {
        /// The clause that the words stand in.
        case clause
        /// What was claimed before them.
        case back
        /// The noun or participle after them: the event's modality and no report.
        case noun = "np"
    }

    private struct Rule: Sendable {
        /// Nil for the writer's own guess, which is no report.
        let kind: AttributionKind?
        let certainty: Int
        let scope: Scope
    }

    private let patterns: PatternTable
    private let rules: [Rule]

    /// Steps from a word to the clause that it stands in.
    private static let longestClimb = 8
    /// How near a doubt and the verb that says about what stand together.
    private static let near = 12

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["words", "kind", "certainty", "scope"])
        patterns = PatternTable(table)
        var rules: [Rule] = []
        for row in table.rows {
            guard let certainty = Int(row["certainty"]), let scope = Scope(rawValue: row["scope"]),
                ["hedge", "doubt", "own"].contains(row["kind"])
            else {
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "hedge, doubt or own, a certainty from -3 to 3, and one of the scopes clause, back, np")
            }
            rules.append(Rule(kind: AttributionKind(rawValue: row["kind"]), certainty: certainty, scope: scope))
        }
        self.rules = rules
    }

    /// - Parameters:
    ///   - previous: the sentence before.
    ///   - known: the attributions of the sentence itself, whose cues need no second reading.
    /// - Returns: attributions without a source.
    func read(_ view: SentenceView, previous: Span?, known: ArraySlice<AttributionDraft>) -> [AttributionDraft] {
        var drafts: [AttributionDraft] = []
        var covered = 0
        let matches = patterns.matches(in: view.tokens)
        for (position, match) in matches.enumerated() where match.range.lowerBound >= covered {
            let rule = rules[match.row]
            guard let kind = rule.kind, rule.scope != .noun else { continue }
            // "the authenticity … has not been verified" is one doubt, and its verb says about what.
            if kind == .doubt, rule.scope != .back,
                matches[(position + 1)...].prefix(3).contains(where: {
                    rules[$0.row].scope == .back && $0.range.lowerBound - match.range.upperBound < Self.near
                })
            {
                continue
            }
            let cue = view.sentence.span(of: match.range)
            guard !known.prefix(32).contains(where: { $0.cue.overlaps(cue) || $0.source?.contains(cue) == true })
            else { continue }
            let content =
                rule.scope == .back
                ? statementBefore(match.range, view) ?? previous.map { [$0] } ?? []
                : clause(around: match.range, view)
            guard !content.isEmpty else { continue }
            covered = match.range.upperBound
            drafts.append(
                AttributionDraft(
                    source: nil, cue: cue, content: content, speaker: nil, kind: kind, certainty: rule.certainty,
                    sentence: view.index, isStatement: true))
        }
        return drafts
    }

    /// The word of a range that stands highest in the tree.
    private func top(of range: Range<Int>, _ tree: DependencyTree) -> Int {
        range.min { tree.depths[$0] < tree.depths[$1] } ?? range.lowerBound
    }

    /// The verb of the clause that a word stands in.
    private func clauseHead(of word: Int, _ view: SentenceView) -> Int {
        var word = word
        for _ in 0..<Self.longestClimb {
            switch view.tokens[word].relation {
            case "root", "ccomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "csubj": return word
            case "conj": if view.tokens[word].tag == .verb { return word }
            default: break
            }
            let head = view.tree.heads[word]
            guard head >= 0 else { return word }
            word = head
        }
        return word
    }

    private func clause(around range: Range<Int>, _ view: SentenceView) -> [Span] {
        let head = clauseHead(of: top(of: range, view.tree), view)
        let phrase = view.tree.phrases[head]
        // The words may stand outside the phrase of the clause they hang on.
        let parts = [
            (phrase.lowerBound, min(phrase.upperBound, range.lowerBound)),
            (max(phrase.lowerBound, range.upperBound), phrase.upperBound),
        ]
        return parts.compactMap { first, end in first < end ? span(of: first..<end, view) : nil }
    }

    /// What is doubted: the clause that depends on the words, else the one before theirs in the sentence.
    private func statementBefore(_ range: Range<Int>, _ view: SentenceView) -> [Span]? {
        let word = top(of: range, view.tree)
        if let clause = view.tree.children(of: word).first(where: { view.tokens[$0].relation == "ccomp" }) {
            return span(of: view.tree.phrases[clause], view).map { [$0] }
        }
        let head = clauseHead(of: word, view)
        let above = view.tree.heads[head]
        guard above >= 0, above < head else { return nil }
        let (from, end) = (view.tree.phrases[above].lowerBound, view.tree.phrases[head].lowerBound)
        return from < end ? span(of: from..<end, view).map { [$0] } : nil
    }

    /// The span of a range without punctuation and conjunctions at its edges; nil if nothing is left.
    private func span(of range: Range<Int>, _ view: SentenceView) -> Span? {
        var (low, high) = (range.lowerBound, range.upperBound)
        func isEdge(_ at: Int) -> Bool {
            switch view.tokens[at].tag {
            case .punctuation, .conjunction, .subordinator: true
            default: false
            }
        }
        while high > low, isEdge(high - 1) { high -= 1 }
        while low < high, isEdge(low) { low += 1 }
        return low < high ? view.sentence.span(of: low..<high) : nil
    }
}
