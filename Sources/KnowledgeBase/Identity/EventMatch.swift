#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// How likely two events are one, and why.
struct EventMatch {
    enum Verdict: String { case same, unsure, different }

    /// Log odds; what is ruled out has the least.
    let odds: Double
    let verdict: Verdict
    /// In words, the weightiest first.
    let reasons: [String]
    /// True where time, place, number or, if one has to be sure, a participant rule identity out.
    let isRuledOut: Bool

    /// Odds beyond this count no more when several comparisons are averaged.
    static let limit = 5.0

    /// The probability that the two are one.
    var probability: Double { 1 / (1 + exp(-odds)) }

    /// Compares two events. Symmetric, and a function of the two alone.
    init(
        _ left: EventComparison.Side, _ right: EventComparison.Side, rules: EventRules, breadth: ComparisonBreadth
    ) {
        let weights = rules.weights
        let comparison = EventComparison(left, right, lexicon: rules.lexicon)
        // Two known fillers with nothing in common: two events. A type may be a misreading, a word is what it is.
        let isOther =
            breadth == .sure && (comparison[.otherParticipant] > 0 || left.signature.type != right.signature.type)
        guard !comparison.isRuledOut, !isOther else {
            odds = -Self.limit
            verdict = .different
            reasons = []
            isRuledOut = true
            return
        }
        isRuledOut = false
        odds = weights.odds(comparison.values)
        switch breadth {
        case .sure:
            // Words and people come back in a war every day: time, place or number have to say that it is this one.
            let fixed = [EventFeature.time, .place, .number].count { comparison[$0] >= 1 }
            // A week or a month by itself holds many of a kind.
            let isFixed = fixed > 1 || fixed == 1 && (comparison[.time] < 1 || comparison[.time] >= 2)
            let isBacked = fixed > 1 || comparison[.participants] >= 1
            let isSame = isFixed && odds >= (isBacked ? weights.same : weights.sameAlone)
            verdict = isSame ? .same : odds >= weights.unsure ? .unsure : .different
        case .wide:
            // Two events of one text, or of two that are about the same, are no more than that.
            let isNamed = [EventFeature.word, .meaning, .type].contains { comparison[$0] > 0 }
            verdict = isNamed && odds >= weights.sameWide ? .same : .different
        }
        guard verdict != .different else {
            reasons = []
            return
        }
        var found = comparison.notes
        for feature in EventFeature.allCases where !weights.reasons[feature.rawValue].isEmpty {
            let weight = comparison[feature] * weights.weights[feature.rawValue]
            if weight > 0.1 { found.append((weight, weights.reasons[feature.rawValue])) }
        }
        // What the text is about has several features and one reason.
        let about = EventFeature.allCases.filter { $0.name.hasPrefix("text") }
            .reduce(0) { $0 + comparison[$1] * weights.weights[$1.rawValue] }
        if about > 1.5 { found.append((about, "texts about the same")) }
        found.sort { ($1.points, $0.reason) < ($0.points, $1.reason) }
        var named: [String] = []
        for (_, reason) in found where !named.contains(reason) { named.append(reason) }
        reasons = named
    }
}
