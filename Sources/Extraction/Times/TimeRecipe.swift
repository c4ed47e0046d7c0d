internal import Record

/// Carries out the recipes of the pattern table. `docs/times.md` describes each operation.
enum TimeRecipe {
    /// The value of a match, or nil where the words are no time after all.
    static func value(of match: TimeMatch, in context: TimeContext) -> TimeValue? {
        let mod = match.argument("mod")
        switch match.pattern.operation {
        case "iso": return match.argument("text").map { TimeValue(.date, $0) }
        case "date": return date(match, context, mod)
        case "decade":
            guard let text = match.argument("text") else { return nil }
            return TimeValue(.date, text.utf8.count == 2 ? "19\(text.prefix(1))X" : text, mod: mod)
        case "century":
            guard let n = match.argument("n").flatMap({ Int($0) }), (1...30).contains(n) else { return nil }
            return TimeValue(.date, CalendarText.padded(n - 1), mod: mod)
        case "quarter": return quarter(match, context)
        case "offset": return offset(match, context, mod)
        case "part":
            guard let part = match.argument("part"), let n = match.argument("n").flatMap({ Int($0) }) else {
                return nil
            }
            let day = context.base.map { $0.adding(days: n).description } ?? "XXXX-XX-XX"
            return TimeValue(.time, day + "T" + part)
        case "weekday": return weekday(match, context, mod)
        case "clock": return clock(match, context)
        case "duration":
            guard let unit = match.argument("unit"), let n = match.argument("n") else { return nil }
            return TimeValue(.duration, period(n, unit), mod: mod)
        case "set":
            if let value = match.argument("value") {
                guard match.slot("month") != nil else { return TimeValue(.set, value) }
                return (match.slot("month").flatMap { Int($0) }).map {
                    TimeValue(.set, "XXXX-" + CalendarText.padded($0))
                }
            }
            guard let unit = match.argument("unit"), let n = match.argument("n") else { return nil }
            return TimeValue(.set, period(n, unit))
        case "bc":
            guard let n = match.argument("n").flatMap({ Int($0) }), (1...9999).contains(n) else { return nil }
            return TimeValue(.date, "BC" + CalendarText.padded(n, 4))
        case "ref": return match.argument("value").map { TimeValue(.date, $0) }
        case "holiday": return holiday(match, context)
        case "lastweek", "firstweek": return edgeWeek(match, context)
        default: return nil
        }
    }

    /// The operations that `value(of:in:)` knows.
    static let operations: Set<String> = [
        "iso", "date", "decade", "century", "quarter", "offset", "part", "weekday", "clock", "duration", "set", "ref",
        "holiday", "lastweek", "firstweek", "bc",
    ]

    private static func period(_ n: String, _ unit: String) -> String {
        if unit == "WE" { return "P\(n)WE" }
        return unit.hasPrefix("T") ? "PT\(n)\(unit.dropFirst())" : "P\(n)\(unit)"
    }

    // MARK: Days, months, years

    private static func date(_ match: TimeMatch, _ context: TimeContext, _ mod: String?) -> TimeValue? {
        let month = match.argument("month").flatMap { Int($0) }
        let day = match.argument("day").flatMap { Int($0) }
        let dir = match.argument("dir").flatMap { Int($0) }
        var year = match.argument("year").flatMap { Int($0) }
        if let named = year, (1..<1000).contains(named) { return nil }
        if let shift = year, shift <= 0 {
            year = context.base.map { $0.year + shift }
            if year == nil {
                return TimeValue(.date, "XXXX" + (month.map { "-" + CalendarText.padded($0) } ?? ""), mod: mod)
            }
        }
        if let season = match.argument("season") {
            let found = year ?? seasonYear(CalendarText.firstMonth(ofSeason: season), dir, context)
            return TimeValue(.date, (found.map { CalendarText.padded($0, 4) } ?? "XXXX") + "-" + season, mod: mod)
        }
        guard let month else { return year.map { TimeValue(.date, CalendarText.padded($0, 4), mod: mod) } }
        let found = year ?? self.year(month: month, day: day, dir: dir, context)
        let head = (found.map { CalendarText.padded($0, 4) } ?? "XXXX") + "-" + CalendarText.padded(month)
        guard let day else { return TimeValue(.date, head, mod: mod) }
        guard CalendarDate(year: found ?? 2000, month: month, day: day) != nil else { return nil }
        let text = head + "-" + CalendarText.padded(day)
        guard let part = match.argument("part") else { return TimeValue(.date, text, mod: mod) }
        return TimeValue(.time, text + "T" + part, mod: mod)
    }

    /// The year of a month or day that comes without one.
    static func year(month: Int, day: Int?, dir: Int?, _ context: TimeContext) -> Int? {
        guard let published = context.published, !context.isHistory else {
            guard let narrative = context.narrative else { return nil }
            // A story goes forward: January after November is the next year's.
            return narrative.month - month >= 8 ? narrative.year + 1 : narrative.year
        }
        let here = (published.month, day == nil ? 0 : published.day)
        let there = (month, day ?? 0)
        switch dir ?? 9 {
        case -1: return there < here ? published.year : published.year - 1
        case 0: return published.year
        case 1: return there > here ? published.year : published.year + 1
        default:
            if context.direction == .future { return there >= here ? published.year : published.year + 1 }
            if context.leansAhead, month + 12 - published.month <= 3 { return published.year + 1 }
            if there <= here { return published.year }
            return context.leansAhead && month - published.month <= 3 ? published.year : published.year - 1
        }
    }

    /// The last season is the latest that has ended, the next the first that has not begun.
    private static func seasonYear(_ firstMonth: Int, _ dir: Int?, _ context: TimeContext) -> Int? {
        guard let base = context.base else { return nil }
        if context.isHistory { return base.year }
        let year = base.year
        let months = year * 12 + base.month
        switch dir ?? 9 {
        case -1:
            return year * 12 + firstMonth + 2 < months
                ? year : (firstMonth == 12 && months <= (year - 1) * 12 + 14 ? year - 2 : year - 1)
        case 1: return year * 12 + firstMonth > months ? year : year + 1
        default:
            if firstMonth == 12, base.month <= 2 { return year - 1 }
            if context.direction == .past, firstMonth > base.month, dir == nil { return year - 1 }
            return year
        }
    }

    private static func quarter(_ match: TimeMatch, _ context: TimeContext) -> TimeValue? {
        guard let n = match.argument("n") else { return nil }
        guard let base = context.base else {
            guard let year = match.argument("year"), n != "last" else { return nil }
            return TimeValue(.date, "\(year)-Q\(n)")
        }
        let current = (base.month + 2) / 3
        if n == "last" {
            return current == 1
                ? TimeValue(.date, "\(CalendarText.padded(base.year - 1, 4))-Q4")
                : TimeValue(.date, "\(CalendarText.padded(base.year, 4))-Q\(current - 1)")
        }
        guard let number = Int(n), (1...4).contains(number) else { return nil }
        if let year = match.argument("year") { return TimeValue(.date, "\(year)-Q\(number)") }
        let isAhead = number > current && context.direction == .past
        return TimeValue(.date, "\(CalendarText.padded(isAhead ? base.year - 1 : base.year, 4))-Q\(number)")
    }

    private static func holiday(_ match: TimeMatch, _ context: TimeContext) -> TimeValue? {
        guard let text = match.argument("text") else { return nil }
        let fixed = text.split(separator: "-").compactMap { Int($0) }
        let ruled = text.split(separator: "#").compactMap { Int($0) }
        if fixed.count == 2, ruled.count != 3 {
            let head = year(month: fixed[0], day: fixed[1], dir: nil, context).map { CalendarText.padded($0, 4) }
            return TimeValue(.date, "\(head ?? "XXXX")-\(text)")
        }
        guard ruled.count == 3, (1...12).contains(ruled[0]), (1...7).contains(ruled[1]), (1...5).contains(ruled[2]),
            let found = year(month: ruled[0], day: ruled[2] * 7, dir: nil, context),
            let first = CalendarDate(year: found, month: ruled[0], day: 1)
        else { return nil }
        let ahead = (ruled[1] - first.weekday + 7) % 7 + (ruled[2] - 1) * 7
        return TimeValue(.date, first.adding(days: ahead).description)
    }

    /// The last or first seven days of a month.
    private static func edgeWeek(_ match: TimeMatch, _ context: TimeContext) -> TimeValue? {
        let isLast = match.pattern.operation == "lastweek"
        let mod = isLast ? "END" : "START"
        guard let month = match.argument("month").flatMap({ Int($0) }) else { return nil }
        let known = match.argument("year").flatMap { Int($0) } ?? year(month: month, day: nil, dir: nil, context)
        guard let known, let first = CalendarDate(year: known, month: month, day: 1) else {
            return TimeValue(.date, "XXXX-" + CalendarText.padded(month), mod: mod)
        }
        let last = first.adding(months: 1).adding(days: -1)
        return TimeValue(
            .date, CalendarText.month(first), mod: mod,
            days: isLast ? (last.adding(days: -6), last) : (first, first.adding(days: 6)))
    }

    // MARK: Counted from another time

    private static func offset(_ match: TimeMatch, _ context: TimeContext, _ mod: String?) -> TimeValue? {
        guard let unit = match.argument("unit"), let text = match.argument("n"),
            let amount = Double(text.hasPrefix("--") ? String(text.dropFirst(2)) : text), abs(amount) < 20_000
        else { return nil }
        let n = Int(amount.rounded(.towardZero))
        let base = match.argument("anchor") == "ref" ? context.reference : context.base
        // What counts days from a month or a year does not say from which day.
        let isVague = match.argument("anchor") == "ref" && context.narrative != nil && context.isCoarse
        guard let base, !(isVague && (unit == "D" || unit == "W")) else {
            return TimeValue(.date, open(unit), mod: mod)
        }
        switch unit {
        case "D": return TimeValue(.date, base.adding(days: n).description, mod: mod)
        case "W": return TimeValue(.date, CalendarText.week(base.adding(days: 7 * n)), mod: mod)
        case "WE": return TimeValue(.date, CalendarText.week(base.adding(days: 7 * n)) + "-WE", mod: mod)
        case "M": return TimeValue(.date, CalendarText.month(base.adding(months: n)), mod: mod)
        case "Q":
            let date = base.adding(months: 3 * n)
            return TimeValue(.date, "\(CalendarText.padded(date.year, 4))-Q\((date.month + 2) / 3)", mod: mod)
        case "Y", "E", "C":
            let year = base.year + n * (unit == "Y" ? 1 : unit == "E" ? 10 : 100)
            guard (1...9999).contains(year) else { return nil }
            if unit == "E" { return TimeValue(.date, CalendarText.padded(year / 10, 3) + "X", mod: mod) }
            return TimeValue(
                .date, unit == "C" ? CalendarText.padded(year / 100) : CalendarText.padded(year, 4), mod: mod)
        default:
            // Hours and minutes before a day without its hour do not settle the day.
            return TimeValue(.time, "XXXX-XX-XXTXX:XX", mod: mod)
        }
    }

    private static func open(_ unit: String) -> String {
        switch unit {
        case "D": "XXXX-XX-XX"
        case "W": "XXXX-WXX"
        case "WE": "XXXX-WXX-WE"
        case "M": "XXXX-XX"
        case "Q": "XXXX-QX"
        case "Y": "XXXX"
        case "E": "XXXX"
        case "C": "XX"
        default: "XXXX-XX-XXTXX:XX"
        }
    }

    private static func weekday(_ match: TimeMatch, _ context: TimeContext, _ mod: String?) -> TimeValue? {
        guard let number = match.argument("w").flatMap({ Int($0) }) else { return nil }
        let day = weekdayText(number, match.argument("dir").flatMap { Int($0) }, context)
        guard let part = match.argument("part") else { return TimeValue(.date, day, mod: mod) }
        return TimeValue(.time, day + "T" + part, mod: mod)
    }

    private static func weekdayText(_ number: Int, _ dir: Int?, _ context: TimeContext) -> String {
        guard let base = context.base else { return "XXXX-WXX-\(number)" }
        let back = (base.weekday - number + 7) % 7
        switch dir ?? 9 {
        case -1: return base.adding(days: back == 0 ? -7 : -back).description
        case 1: return base.adding(days: 7 - back).description
        default:
            if context.direction == .future { return base.adding(days: 7 - back).description }
            return base.adding(days: -back).description
        }
    }

    private static func clock(_ match: TimeMatch, _ context: TimeContext) -> TimeValue? {
        guard let text = match.argument("clock") else { return nil }
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        var hour = parts[0]
        if let half = match.argument("ampm") {
            guard hour <= 12 else { return nil }
            hour = hour % 12 + (half == "12" ? 12 : 0)
        }
        let time = "T\(CalendarText.padded(hour)):\(CalendarText.padded(parts[1]))"
        let named = match.argument("w").flatMap { Int($0) }.map { weekdayText($0, nil, context) }
        return TimeValue(.time, (named ?? context.base?.description ?? "XXXX-XX-XX") + time)
    }
}
