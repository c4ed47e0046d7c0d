internal import Language
internal import Record
internal import Tables

/// Whether a sentence says that a relation holds, denies it, or only thinks of it.
struct RelationStance: Sendable {
    static let tables = ["lexicon/modality.tsv"]

    enum Verdict {
        case holds, hedged, denied
        /// Wanted, planned, conditional: nothing is said of how things are.
        case open
    }

    private let patterns: PatternTable
    private let rows: [(modality: String, scope: String)]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table("lexicon/modality.tsv", columns: ["words", "modality", "scope"])
        patterns = PatternTable(table)
        rows = table.rows.map { ($0["modality"], $0["scope"]) }
    }

    /// The words of modality in a sentence, found once.
    func matches(in tokens: [Token]) -> [PatternTable.Match] { patterns.matches(in: tokens) }

    /// - Parameter verb: the verb that carries the relation, or the noun after "is".
    func verdict(on verb: Int, _ sentence: RelationSentence, _ matches: [PatternTable.Match]) -> Verdict {
        var verdict = Verdict.holds
        for match in matches where touches(match, verb, sentence) {
            switch rows[match.row].modality {
            case "negative": return .denied
            case "future", "conditional", "ordered": verdict = .open
            case "hedged": if verdict == .holds { verdict = .hedged }
            default: break
            }
        }
        return verdict
    }

    /// Whether a word of the match hangs on the verb, or governs it as an infinitive.
    private func touches(_ match: PatternTable.Match, _ verb: Int, _ sentence: RelationSentence) -> Bool {
        guard !match.range.contains(verb), match.range.lowerBound < verb else { return false }
        let above = sentence.head(of: verb)
        let isOpening = rows[match.row].scope == "sub"
        return match.range.contains { token in
            if sentence.tree.heads[token] == verb {
                // "no soldiers": the determiner of the noun after "is" denies too; "if" must open the clause.
                return !isOpening || sentence.has(token, "mark") || sentence.has(token, "advmod")
            }
            return token == above && (sentence.has(verb, "xcomp") || sentence.has(verb, "ccomp"))
        }
    }
}
