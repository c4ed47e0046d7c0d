internal import Language
internal import Record
internal import Tables

/// How events are put forward: the tables of modality, and where their words stand in a sentence.
struct EventContext: Sendable {
    static let tables = ["lexicon/modality.tsv", "lexicon/hedges.tsv", ImplicationLexicon.table]

    /// A line of `modality.tsv` or `hedges.tsv`.
    struct Cue: Sendable {
        enum Scope: Sendable { case clause, noun, subordinate }
        enum Effect: Sendable {
            /// A longer pattern that hides a shorter one.
            case none
            case negative
            case manner(Modality, certainty: Int)
        }

        let scope: Scope
        let effect: Effect
    }

    private let modality: PatternTable
    private let hedges: PatternTable
    /// The lines of the first table, then those of the second; nil for lines that say nothing of a single event.
    private let cues: [Cue?]
    private let implications: ImplicationLexicon

    init(data: DataFolder) throws(DataError) {
        let table = try data.table("lexicon/modality.tsv", columns: ["words", "modality", "scope", "certainty"])
        modality = PatternTable(table)
        let hedgeTable = try data.table("lexicon/hedges.tsv", columns: ["words", "kind", "certainty", "scope"])
        hedges = PatternTable(hedgeTable)
        cues =
            table.rows.map { row in
                let scope: Cue.Scope = row["scope"] == "np" ? .noun : row["scope"] == "sub" ? .subordinate : .clause
                switch row["modality"] {
                case "negative": return Cue(scope: scope, effect: .negative)
                case let name:
                    guard let modality = Modality(rawValue: name), modality != .asserted else {
                        return Cue(scope: scope, effect: .none)
                    }
                    let certainty = Int(row["certainty"]) ?? Implication.usualCertainty(of: modality)
                    return Cue(scope: scope, effect: .manner(modality, certainty: certainty))
                }
            }
            + hedgeTable.rows.map { row in
                guard row["scope"] != "back" else { return nil }
                return Cue(
                    scope: row["scope"] == "np" ? .noun : .clause,
                    effect: .manner(.hedged, certainty: Int(row["certainty"]) ?? 1))
            }
        implications = try ImplicationLexicon(data: data)
    }

    /// What the words of the tables say in a sentence, found once.
    struct Matches {
        struct Match {
            /// The place of the word that it speaks of.
            let word: Int
            /// How it hangs on that word; empty for a preposition of several words before it.
            let relation: String
            let cue: Cue
        }

        fileprivate(set) var found: [Match] = []
    }

    func matches(in view: SentenceView) -> Matches {
        let tokens = view.tokens
        var all = modality.matches(in: tokens).map { (range: $0.range, row: $0.row) }
        all += hedges.matches(in: tokens).map { (range: $0.range, row: modality.rows.count + $0.row) }
        all.removeAll { cues[$0.row] == nil }
        var matches = Matches()
        for (number, match) in all.enumerated() {
            guard let cue = cues[match.row],
                // A longer pattern hides the shorter ones inside it.
                !all.indices.contains(where: {
                    $0 != number && all[$0].range.count > match.range.count && all[$0].range.overlaps(match.range)
                        && all[$0].range.lowerBound <= match.range.lowerBound
                        && all[$0].range.upperBound >= match.range.upperBound
                }),
                let (word, relation) = Self.anchor(of: match.range, view)
            else { continue }
            if case .none = cue.effect { continue }
            matches.found.append(Matches.Match(word: word, relation: relation, cue: cue))
        }
        return matches
    }

    /// The word that a pattern's words hang on: that of the last one whose head is not among them.
    private static func anchor(of range: Range<Int>, _ view: SentenceView) -> (Int, String)? {
        let tokens = view.tokens
        let heads = view.tree.heads
        guard let end = range.last, range.upperBound <= heads.count else { return nil }
        // "instead of attacking": the parts of such a preposition hang on each other, and it on anything.
        if range.count > 1, range.contains(heads[end]),
            tokens[end].tag == .adposition || tokens[end].tag == .subordinator
        {
            var word = range.upperBound
            guard word < tokens.count else { return nil }
            while heads[word] >= range.upperBound, view.tree.phrases[heads[word]].lowerBound >= range.upperBound {
                word = heads[word]
            }
            return (word, "")
        }
        guard let last = range.last(where: { heads[$0] >= 0 && !range.contains(heads[$0]) }) else { return nil }
        return (heads[last], tokens[last].relation)
    }

    /// How an event is put forward.
    /// - Parameters:
    ///   - trigger: the place of the event's word, of several their head.
    ///   - verb: the place of the verb that carries a noun ("carried out an attack"), if any.
    func outlook(of trigger: Int, carriedBy verb: Int? = nil, _ view: SentenceView, _ matches: Matches) -> Outlook {
        var outlook = reader(view, matches).outlook(of: trigger, carriedBy: verb)
        if view.tokens.indices.contains(trigger), let said = view.tokens[trigger].certainty {
            outlook.weigh(Int(said.rounded()))
        }
        return outlook
    }

    /// Reads what words alone say.
    func reader(_ view: SentenceView, _ matches: Matches) -> OutlookReader {
        OutlookReader(
            tokens: view.tokens, tree: view.tree, isHeading: view.sentence.role == .heading,
            implications: implications, matches: matches.found)
    }
}
