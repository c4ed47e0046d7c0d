/// The TIMEX3 type of a time expression (ISO-TimeML).
public enum TimeType: String, Codable, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
}

/// How finely a time is given.
public enum Granularity: String, Codable, Sendable {
    case minute, hour, partOfDay = "part-of-day", day, week, weekend, month, quarter, season, halfYear = "half-year"
    case year, decade, century, vague
}

/// Words that name a time, with what they mean.
///
/// An expression that the text and the publication date do not settle keeps its words and has no `earliest` and
/// `latest`: nothing is guessed.
public struct TimeExpression: Hashable, Codable, Sendable, Spanned {
    public var start: Int
    public var end: Int
    public var type: TimeType
    /// The TIMEX3 value: `2025-01-11`, `2024-08`, `P1W`, `XXXX-WXX-6` for a Saturday that is not settled.
    public var value: String
    /// The TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `MORE_THAN`, `LESS_THAN`.
    public var mod: String?
    /// The first and last day that the words allow, ISO 8601, both inclusive. Nil where it is open.
    public var earliest: String?
    public var latest: String?
    public var granularity: Granularity?

    public init(
        span: Span, type: TimeType, value: String, mod: String? = nil, earliest: String? = nil, latest: String? = nil,
        granularity: Granularity? = nil
    ) {
        self.start = span.start
        self.end = span.end
        self.type = type
        self.value = value
        self.mod = mod
        self.earliest = earliest
        self.latest = latest
        self.granularity = granularity
    }
}
