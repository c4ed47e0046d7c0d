internal import Language
internal import Record
internal import Tables

/// Polarity, modality and tense from the words around a trigger.
struct EventContext: Sendable {
    static let tables = ["lexicon/modality.tsv", "lexicon/hedges.tsv"]

    struct Outlook {
        var polarity = Polarity.positive
        var modality = Modality.asserted
        var certainty = 3
        var tense: String?
    }

    private let modality: PatternTable
    private let modalities: [(word: String, scope: String)]
    private let hedges: PatternTable
    private let hedgeScopes: [(certainty: Int, scope: String, kind: String)]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table("lexicon/modality.tsv", columns: ["words", "modality", "scope"])
        modality = PatternTable(table)
        modalities = table.rows.map { ($0["modality"], $0["scope"]) }
        let hedgeTable = try data.table("lexicon/hedges.tsv", columns: ["words", "kind", "certainty", "scope"])
        hedges = PatternTable(hedgeTable)
        hedgeScopes = hedgeTable.rows.map { (Int($0["certainty"]) ?? 1, $0["scope"], $0["kind"]) }
    }

    /// The matches of a sentence, found once.
    struct Matches {
        let modality: [PatternTable.Match]
        let hedges: [PatternTable.Match]
    }

    func matches(in tokens: [Token]) -> Matches {
        Matches(modality: modality.matches(in: tokens), hedges: hedges.matches(in: tokens))
    }

    /// How the clause of a verb group is put forward.
    func outlook(group index: Int, _ view: SentenceView, _ matches: Matches, depth: Int = 0) -> Outlook {
        let group = view.reader.groups[index]
        var outlook = Outlook()
        outlook.tense = tense(group, view)
        let head = group.head
        let start = group.range.lowerBound
        for match in matches.modality {
            let rule = modalities[match.row]
            switch rule.scope {
            case "sub":
                guard match.range.upperBound <= head, opens(match.range, group, view) else { continue }
            case "np":
                // "no soldiers were captured" denies the verb.
                guard rule.word == "negative", view.tokens[match.range.lowerBound].tag == .determiner,
                    startsArgument(match.range.lowerBound, group, view)
                else { continue }
            default:
                let governs = match.range.lowerBound < head && match.range.upperBound > start
                let adjacent = match.range.upperBound == start
                let particle = rule.word == "negative" && startsArgument(match.range.lowerBound, group, view)
                guard governs || adjacent || particle, match.range.lowerBound != head else { continue }
            }
            apply(rule.word, to: &outlook)
        }
        for match in matches.hedges where hedgeScopes[match.row].scope == "clause" {
            let low = group.clause.lowerBound
            let near =
                match.range.lowerBound >= max(0, low - 3) && match.range.upperBound <= group.clause.upperBound + 1
            guard near || (match.range.lowerBound < head && match.range.upperBound >= start) else { continue }
            guard match.range.lowerBound < head || view.tokens[match.range.lowerBound].tag == .adverb else { continue }
            if outlook.modality == .asserted { outlook.modality = .hedged }
            outlook.certainty = min(outlook.certainty, hedgeScopes[match.row].certainty)
        }
        if depth < 4, group.form != .finite || group.sharesWith != nil, let parent = group.sharesWith ?? group.governor,
            parent != index
        {
            inherit(self.outlook(group: parent, view, matches, depth: depth + 1), group, &outlook)
        }
        return outlook
    }

    /// A purpose, an order or a plan passes on; a plain assertion does not make an infinitive one.
    private func inherit(_ parent: Outlook, _ group: VerbGroup, _ outlook: inout Outlook) {
        if outlook.tense == nil { outlook.tense = parent.tense }
        let leans = group.form == .infinitive || group.sharesWith != nil || group.form == .gerund
        guard leans else { return }
        if outlook.modality == .asserted, parent.modality != .asserted {
            outlook.modality = parent.modality
            outlook.certainty = min(outlook.certainty, parent.certainty)
        }
        if group.form == .infinitive, parent.polarity == .negative, outlook.polarity == .positive {
            outlook.polarity = .negative
        }
    }

    private func apply(_ word: String, to outlook: inout Outlook) {
        switch word {
        case "negative": outlook.polarity = .negative
        case "asserted": break
        default:
            guard let modality = Modality(rawValue: word) else { return }
            if outlook.modality == .asserted || outlook.modality == .hedged { outlook.modality = modality }
            switch modality {
            case .future: outlook.certainty = min(outlook.certainty, 1)
            case .conditional, .ordered: outlook.certainty = 0
            case .hedged: outlook.certainty = min(outlook.certainty, 1)
            default: break
            }
        }
    }

    /// "no soldiers were captured", "captured no soldiers".
    private func startsArgument(_ token: Int, _ group: VerbGroup, _ view: SentenceView) -> Bool {
        for phrase in group.subjects.prefix(2) + group.objects.prefix(1)
        where view.reader.phrases[phrase].range.lowerBound == token {
            return true
        }
        return false
    }

    /// "if", "unless", "whether" open the clause of the group: no other boundary between.
    private func opens(_ range: Range<Int>, _ group: VerbGroup, _ view: SentenceView) -> Bool {
        let first = group.subjects.first.map { view.reader.phrases[$0].possessor ?? $0 }
        let start = min(
            group.range.lowerBound, first.map { view.reader.phrases[$0].range.lowerBound } ?? group.range.lowerBound)
        return range.upperBound <= start && start - range.upperBound <= 2
    }

    /// How a noun trigger is put forward by the words in its own phrase and the verb that governs it.
    func outlook(phrase: Int, group: Int?, isGoverned: Bool, _ view: SentenceView, _ matches: Matches) -> Outlook {
        var outlook = Outlook()
        if let group {
            let clause = self.outlook(group: group, view, matches)
            outlook.tense = clause.tense
            if isGoverned { outlook = clause }
        }
        let range = view.reader.phrases[phrase].range
        for match in matches.modality {
            let rule = modalities[match.row]
            let inside = match.range.lowerBound >= range.lowerBound && match.range.upperBound <= range.upperBound
            let before = match.range.upperBound == range.lowerBound
            let determiner = rule.word == "negative" && match.range.lowerBound == range.lowerBound
            guard
                rule.scope == "np"
                    ? (inside || before)
                    : (determiner || (before && rule.scope != "sub" && isPrepositional(match.range, view)))
            else { continue }
            apply(rule.word, to: &outlook)
        }
        for match in matches.hedges where hedgeScopes[match.row].scope == "np" {
            guard match.range.lowerBound >= range.lowerBound, match.range.upperBound <= range.upperBound else {
                continue
            }
            if outlook.modality == .asserted { outlook.modality = .hedged }
            outlook.certainty = min(outlook.certainty, hedgeScopes[match.row].certainty)
        }
        return outlook
    }

    private func isPrepositional(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        guard let last = range.last else { return false }
        return view.tokens[last].tag == .adposition
    }

    private func tense(_ group: VerbGroup, _ view: SentenceView) -> String? {
        guard group.form == .finite else { return nil }
        let first = view.tokens[group.range.lowerBound]
        if first.lemma == "will" || first.lemma == "shall" { return "future" }
        switch first.verbForm {
        case .past, .pastParticiple: return "past"
        case .present, .base:
            // "has captured" tells of the past.
            return first.lemma == "have" && group.range.count > 1 ? "past" : "present"
        default: return first.tag == .auxiliary ? "present" : nil
        }
    }
}
