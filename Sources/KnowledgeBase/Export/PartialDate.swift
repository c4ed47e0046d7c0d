internal import Record

/// A year, and a month and a day only where the words settle them.
struct PartialDate: Hashable {
    var year: Int
    var month: Int?
    var day: Int?

    private init(_ date: CalendarDate, parts: Int) {
        year = date.year
        month = parts > 1 ? date.month : nil
        day = parts > 2 ? date.day : nil
    }

    /// The first and the last date of an interval of days. "June 2024" is June, not thirty days: what is told coarser than
    /// in days and fills whole months or years is given in those.
    /// - Parameters:
    ///   - earliest: a day, ISO 8601; nil: open.
    ///   - latest: the last day, inclusive; nil: open.
    /// - Returns: nil where both are open; `last` is nil where it is open or says nothing more than `first`.
    static func interval(
        earliest: String?, latest: String?, granularity: String?
    ) -> (first: PartialDate, last: PartialDate?)? {
        let first = earliest.flatMap { CalendarDate(iso: $0) }
        let last = latest.flatMap { CalendarDate(iso: $0) }
        guard let start = first ?? last else { return nil }
        let end = first == nil ? nil : last
        var parts = 3
        if !isFine(granularity) {
            let startsMonth = start.day == 1
            let endsMonth = end.map { $0.day == CalendarDate.daysInMonth(year: $0.year, month: $0.month) } ?? true
            if startsMonth, endsMonth { parts = 2 }
            if parts == 2, start.month == 1, end.map({ $0.month == 12 }) ?? true { parts = 1 }
        }
        let from = PartialDate(start, parts: parts)
        let to = end.map { PartialDate($0, parts: parts) }
        return (from, to == from ? nil : to)
    }

    private static func isFine(_ granularity: String?) -> Bool {
        ["minute", "hour", "part-of-day", "day", "week", "weekend"].contains(granularity)
    }

    /// ISO 8601 as far as it is known: 2024, 2024-06, 2024-06-03.
    var iso: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        return ([digits(year, 4)] + [month, day].compactMap { $0.map { digits($0, 2) } }).joined(separator: "-")
    }
}
