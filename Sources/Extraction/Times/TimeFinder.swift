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
    }

    /// In text order. Relative times are resolved against the publication date, or stay open without one.
    func times(in analysis: Analysis, published: CalendarDate?) -> [TimeExpression] {
        let found = analysis.sentences.map { matches(in: $0.tokens) }
        var context = TimeContext(
            published: published, narrative: nil, isHistory: isHistory(found, published), direction: .past)
        var result: [TimeExpression] = []
        for (sentence, matches) in zip(analysis.sentences, found) {
            var tenses = NearestTense(tokens: sentence.tokens, vocabulary: matcher.vocabulary)
            for match in matches {
                context.direction = tenses.direction(around: match.range)
                context.leansAhead =
                    match.range.lowerBound > 0
                    && matcher.vocabulary.has(sentence.tokens[match.range.lowerBound - 1].lower, in: "ahead-cue")
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
                if value.type == .date || value.type == .time, let bounds, isAnchor(bounds.granularity, in: context) {
                    context.narrative = bounds.first
                    context.isCoarse = bounds.granularity != .day
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
        return found
    }

    /// Whether the years that the text names lie, with few exceptions, well before its publication.
    private func isHistory(_ matches: [[TimeMatch]], _ published: CalendarDate?) -> Bool {
        guard let published else { return false }
        let years = matches.joined().compactMap { $0.argument("year").flatMap { Int($0) } }.filter { $0 > 0 }
        let old = years.filter { $0 < published.year - 1 }
        return old.count >= 5 && old.count * 10 >= years.count * 8
    }

    /// Whether later times may be counted from one of this size. In news a bare year is background.
    private func isAnchor(_ granularity: Granularity, in context: TimeContext) -> Bool {
        switch granularity {
        case .decade, .century: false
        case .year: context.isHistory || context.published == nil
        default: true
        }
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
