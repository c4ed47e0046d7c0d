internal import Record

/// What a relative time is counted from.
struct TimeContext: Sendable {
    enum Direction: Sendable { case past, future }

    /// The publication date, where it is the point that bare dates refer to.
    var published: CalendarDate?
    /// The last full date that the text gave; what "the next day" follows.
    var narrative: CalendarDate?
    /// True if `narrative` is the first day of a month or year of which no day was named.
    var isCoarse = false
    /// True if the word before a bare date lets it lie just ahead: "until", "by".
    var leansAhead = false
    /// True for a history: its bare dates belong to the year last named, not to that of publication.
    var isHistory: Bool
    var direction: Direction

    /// What last week and yesterday are counted from.
    var base: CalendarDate? { isHistory ? narrative : published }
    /// What "three days earlier" is counted from.
    var reference: CalendarDate? { narrative ?? published }
}

/// The outcome of a recipe.
struct TimeValue: Equatable, Sendable {
    var type: TimeType
    var value: String
    var mod: String?
    /// Bounds that differ from those of the value.
    var days: (first: CalendarDate, last: CalendarDate)?

    init(_ type: TimeType, _ value: String, mod: String? = nil, days: (first: CalendarDate, last: CalendarDate)? = nil)
    {
        self.type = type
        self.value = value
        self.mod = mod
        self.days = days
    }

    static func == (left: TimeValue, right: TimeValue) -> Bool {
        left.type == right.type && left.value == right.value && left.mod == right.mod
            && left.days?.first == right.days?.first && left.days?.last == right.days?.last
    }
}
