internal import Record

/// TIMEX3 values of calendar units, and the days that they cover.
enum CalendarText {
    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// `YYYY-MM-DD`, or nil if there is no such day.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        CalendarDate(year: year, month: month, day: day)?.description
    }

    static func month(_ date: CalendarDate) -> String { "\(padded(date.year, 4))-\(padded(date.month))" }

    /// The ISO 8601 week: `YYYY-Www`.
    static func week(_ date: CalendarDate) -> String {
        let thursday = date.adding(days: 4 - date.weekday)
        guard let first = CalendarDate(year: thursday.year, month: 1, day: 1) else { return "XXXX-WXX" }
        return "\(padded(thursday.year, 4))-W\(padded((thursday.dayNumber - first.dayNumber) / 7 + 1))"
    }

    static func quarter(_ date: CalendarDate) -> String { "\(padded(date.year, 4))-Q\((date.month + 2) / 3)" }

    /// The first month of a season; winter runs into the next year.
    static func firstMonth(ofSeason season: String) -> Int {
        switch season {
        case "SP": 3
        case "SU": 6
        case "FA": 9
        default: 12
        }
    }

    /// The first and last day of a value, or nil where it leaves them open.
    static func bounds(of value: String) -> (first: CalendarDate, last: CalendarDate, granularity: Granularity)? {
        let parts = value.split(separator: "-").map(String.init)
        guard let head = parts.first, let rest = Optional(parts.dropFirst().map { $0 }) else { return nil }
        if parts.count == 1, head.utf8.count == 3, let decade = Int(head) {
            return months(decade * 10, 1, 120, .decade)
        }
        if parts.count == 1, head.utf8.count == 2, let century = Int(head) {
            return months(century * 100, 1, 1200, .century)
        }
        guard head.utf8.count == 4, let year = Int(head) else { return nil }
        guard let second = rest.first else { return months(year, 1, 12, .year) }
        if second.hasPrefix("W"), second != "WI" {
            guard let week = Int(second.dropFirst()), let fourth = CalendarDate(year: year, month: 1, day: 4) else {
                return nil
            }
            let monday = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
            return rest.count > 1
                ? (monday.adding(days: 5), monday.adding(days: 6), .weekend) : (monday, monday.adding(days: 6), .week)
        }
        if second == "H1" || second == "H2" { return months(year, second == "H1" ? 1 : 7, 6, .halfYear) }
        if second.hasPrefix("Q") {
            guard let quarter = Int(second.dropFirst()), (1...4).contains(quarter) else { return nil }
            return months(year, quarter * 3 - 2, 3, .quarter)
        }
        if ["SP", "SU", "FA", "WI"].contains(second) { return months(year, firstMonth(ofSeason: second), 3, .season) }
        guard let month = Int(second) else { return nil }
        guard rest.count > 1 else { return months(year, month, 1, .month) }
        let third = rest[1].split(separator: "T", maxSplits: 1).map(String.init)
        guard let text = third.first, let number = Int(text),
            let date = CalendarDate(year: year, month: month, day: number)
        else { return nil }
        guard third.count > 1 else { return (date, date, .day) }
        return (date, date, third[1].contains(":") ? .minute : .partOfDay)
    }

    private static func months(
        _ year: Int, _ month: Int, _ count: Int, _ granularity: Granularity
    ) -> (first: CalendarDate, last: CalendarDate, granularity: Granularity)? {
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
        return (first, first.adding(months: count).adding(days: -1), granularity)
    }
}
