internal import Record

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
