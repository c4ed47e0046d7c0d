internal import Language
internal import Record
internal import Tables

/// Time expressions and their values (TIMEX3, ISO-TimeML), by the patterns of `data/patterns`.
///
/// First all sentences are matched, then the matches are resolved in text order, since an earlier date may be what
/// a later one counts from.
struct TimeFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables = ["patterns/times.tsv", TimeVocabulary.table, NumberWords.table]

    private let matcher: TimeMatcher
    private let filter: TimeFilter
    private let sequences: TimeSequences

    init(data: DataFolder) throws(DataError) {
        let vocabulary = try TimeVocabulary(data: data, numbers: NumberWords(data: data))
        var patterns: [TimePattern] = []
        let file = data.path + "/" + Self.tables[0]
        for row in try data.table(Self.tables[0], columns: ["pattern", "recipe"]).rows {
            let pattern = try TimePattern(row: row, file: file)
            guard TimeRecipe.operations.contains(pattern.operation) else {
                throw DataError(
                    file: file, line: row.line, expected: "a known operation, not `\(pattern.operation)`",
                    advice: "docs/times.md lists them.")
            }
            patterns.append(pattern)
        }
        matcher = TimeMatcher(patterns: patterns, vocabulary: vocabulary)
        filter = TimeFilter(vocabulary: vocabulary)
        sequences = TimeSequences(vocabulary: vocabulary)
    }

    /// In text order. Relative times are resolved against the publication date, or stay open without one.
    func times(in analysis: Analysis, published: CalendarDate?) -> [TimeExpression] {
        let found = analysis.sentences.map { matches(in: $0.tokens) }
        let history = TimeHistory(found.joined(), published)
        var context = TimeContext(published: published, narrative: nil, isHistory: history.isOne)
        var result: [TimeExpression] = []
        for (sentence, matches) in zip(analysis.sentences, found) where !matches.isEmpty {
            let tense = GoverningTense(sentence, matcher.vocabulary)
            let years = sequences.years(lentTo: matches, sentence.tokens)
            for (match, year) in zip(matches, years) {
                let cue = match.range.lowerBound > 0 ? sentence.tokens[match.range.lowerBound - 1].lower : ""
                if match.pattern.turnsOnTense {
                    (context.direction, context.isNominal) =
                        matcher.vocabulary.has(cue, in: "behind-cue")
                        ? (.past, false) : tense.direction(of: match.range)
                }
                context.lentYear = year
                // "a month after they left": counted from what is said and not from a date.
                context.isTied =
                    matcher.vocabulary.has(sentence.tokens[match.range.upperBound - 1].lower, in: "tie")
                    && match.range.upperBound < sentence.tokens.count
                    && sentence.tokens[match.range.upperBound].tag != .punctuation
                context.isReached = matcher.vocabulary.has(cue, in: "reach-cue")
                context.leansAhead = matcher.vocabulary.has(cue, in: "ahead-cue")
                guard let value = TimeRecipe.value(of: match, in: context),
                    let value = filter.accepted(value, match, sentence.tokens)
                else { continue }
                let bounds = CalendarText.bounds(of: value.value)
                let days = value.days ?? bounds.map { narrowed($0.first, $0.last, value.mod) }
                result.append(
                    TimeExpression(
                        span: sentence.span(of: match.range), type: value.type, value: value.value, mod: value.mod,
                        earliest: days?.first.description, latest: days?.last.description,
                        granularity: bounds?.granularity ?? (value.value.hasSuffix("_REF") ? .vague : nil)))
                // "a year earlier" is named to compare with and not to go on from.
                if value.type == .date || value.type == .time, match.argument("period") == nil, let bounds {
                    note(bounds.first, bounds.granularity, match, in: sentence, history, &context)
                }
            }
        }
        return result
    }

    private func matches(in tokens: [Token]) -> [TimeMatch] {
        let words = matcher.vocabulary.numbers(of: tokens)
        var found: [TimeMatch] = []
        var at = 0
        while at < tokens.count {
            if let match = matcher.matches(tokens, words, at: at).first(where: { filter.admits($0, tokens) }) {
                found.append(match)
                at = match.range.upperBound
            } else {
                at += 1
            }
        }
        return sequences.filled(found, tokens)
    }

    /// Keeps what later times may be counted from. In news a bare year is background.
    private func note(
        _ first: CalendarDate, _ granularity: Granularity, _ match: TimeMatch, in sentence: Sentence,
        _ history: TimeHistory, _ context: inout TimeContext
    ) {
        // A year far from the story that is named once is background, "as in 1941".
        if context.isHistory, context.narrative.map({ abs($0.year - first.year) > 3 }) ?? true,
            !history.dwells(on: first.year)
        {
            return
        }
        switch granularity {
        case .decade, .century: return
        case .year:
            guard context.isHistory || context.published == nil else { return }
            // "declassified in 2005" leaves the story where it was; "In 2005, …" and a heading do not.
            if let told = context.narrative, first.year < told.year || first.year > told.year + 3,
                !opens(match, sentence)
            {
                return
            }
        case .quarter:
            if context.isHistory || context.published.map({ $0.dayNumber - first.dayNumber < 366 }) ?? true {
                context.quarter = first
            }
        default: break
        }
        context.narrative = first
        context.isCoarse = granularity != .day
    }

    /// Whether a year carries the story on, however far: in a heading or at the start of a sentence.
    private func opens(_ match: TimeMatch, _ sentence: Sentence) -> Bool {
        sentence.role == .heading || match.range.lowerBound <= 1
    }

    /// Early, middle and late parts of a span, with room at their edges.
    private func narrowed(
        _ first: CalendarDate, _ last: CalendarDate, _ mod: String?
    ) -> (first: CalendarDate, last: CalendarDate) {
        let length = last.dayNumber - first.dayNumber
        guard length >= 6 else { return (first, last) }
        switch mod {
        case "START": return (first, first.adding(days: length / 2))
        case "MID": return (first.adding(days: length / 4), last.adding(days: -length / 4))
        case "END": return (last.adding(days: -length / 2), last)
        default: return (first, last)
        }
    }
}
