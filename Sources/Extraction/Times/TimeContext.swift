internal import Record

/// What a relative time is counted from.
struct TimeContext: Sendable {
    enum Direction: Sendable { case past, present, future }

    /// The publication date, where it is the point that bare dates refer to.
    var published: CalendarDate?
    /// The last full date that the text gave; what "the next day" follows.
    var narrative: CalendarDate?
    /// True if `narrative` is the first day of a month or year of which no day was named.
    var isCoarse = false
    /// The quarter that the text spoke of last, by its first day; what "a year earlier" is counted from.
    var quarter: CalendarDate?
    /// The year that a date coordinated with this one names: 2014 for "May" in "from May to July 2014".
    var lentYear: Int?
    /// True if the word before a bare date lets it lie just ahead: "until", "by".
    var leansAhead = false
    /// True if an event is named from which it is counted: "a month after they left".
    var isTied = false
    /// True behind "to", as of what is put off to a date.
    var isReached = false
    /// True for a history: its bare dates belong to the year last named, not to that of publication.
    var isHistory: Bool
    /// Where the verb that governs the time looks.
    var direction: Direction = .past
    /// True if a noun stands between the time and that verb, so that its tense says less.
    var isNominal = false

    /// What last week and yesterday are counted from.
    var base: CalendarDate? { isHistory ? narrative : published }
    /// What "three days earlier" is counted from.
    var reference: CalendarDate? { isHistory ? narrative : narrative ?? published }
}
