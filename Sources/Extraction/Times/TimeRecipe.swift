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
            return TimeValue(.date, text.utf8.count == 2 ? "19\(text.prefix(1))" : text, mod: mod)
        case "century":
            guard let n = match.argument("n").flatMap({ Int($0) }), (1...30).contains(n) else { return nil }
            return TimeValue(.date, (match.argument("bc") == nil ? "" : "BC") + CalendarText.padded(n - 1), mod: mod)
        case "quarter": return quarter(match, context)
        case "half":
            guard let n = match.argument("n").flatMap({ Int($0) }), (1...2).contains(n) else { return nil }
            guard let year = named(match, context) else { return TimeValue(.date, "XXXX-H\(n)") }
            return TimeValue(.date, "\(CalendarText.padded(year, 4))-H\(n)")
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
            let month = match.argument("month").flatMap { Int($0) }.map { CalendarText.padded($0) }
            let part = (match.argument("season") ?? month).map { "-" + $0 } ?? ""
            return TimeValue(.date, "BC" + CalendarText.padded(n, 4) + part, mod: mod)
        case "ref": return match.argument("value").map { TimeValue(.date, $0) }
        case "ordinal": return match.argument("unit").map { TimeValue(.date, open($0)) }
        case "holiday": return holiday(match, context)
        case "lastweek", "firstweek": return edgeWeek(match, context)
        default: return nil
        }
    }

    /// The operations that `value(of:in:)` knows.
    static let operations: Set<String> = [
        "iso", "date", "decade", "century", "quarter", "offset", "part", "weekday", "clock", "duration", "set", "ref",
        "holiday", "lastweek", "firstweek", "bc", "half", "ordinal",
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
        if let named = year, (2..<1000).contains(named) { return nil }
        if match.argument("year") != nil, (year ?? 0) <= 1 {
            year = named(match, context)
            if year == nil {
                return TimeValue(.date, "XXXX" + (month.map { "-" + CalendarText.padded($0) } ?? ""), mod: mod)
            }
        }
        year = year ?? context.lentYear
        if let season = match.argument("season") {
            let found = year ?? seasonYear(CalendarText.firstMonth(ofSeason: season), dir, context)
            return TimeValue(.date, (found.map { CalendarText.padded($0, 4) } ?? "XXXX") + "-" + season, mod: mod)
        }
        guard let month else { return year.map { TimeValue(.date, CalendarText.padded($0, 4), mod: mod) } }
        let weekday = match.argument("weekday").flatMap { Int($0) }
        let found =
            year ?? weekday.flatMap { self.year(month: month, day: day, weekday: $0, context) }
            ?? self.year(month: month, day: day, dir: dir, context)
        let head = (found.map { CalendarText.padded($0, 4) } ?? "XXXX") + "-" + CalendarText.padded(month)
        guard let day else { return TimeValue(.date, head, mod: mod) }
        guard CalendarDate(year: found ?? 2000, month: month, day: day) != nil else { return nil }
        let text = head + "-" + CalendarText.padded(day)
        guard let part = match.argument("part") else { return TimeValue(.date, text, mod: mod) }
        return TimeValue(.time, text + "T" + part, mod: mod)
    }

    /// The year that an argument gives: 2014, 0 for this one, -1 for the last, `ref` for the one spoken of.
    private static func named(_ match: TimeMatch, _ context: TimeContext) -> Int? {
        guard let text = match.argument("year") else { return nil }
        if text == "ref" { return context.reference?.year }
        guard let number = Int(text) else { return nil }
        return abs(number) > 1 ? number : context.base.map { $0.year + number }
    }

    /// The year near publication in which a day falls on a weekday: of "Monday, Oct. 26".
    private static func year(month: Int, day: Int?, weekday: Int, _ context: TimeContext) -> Int? {
        guard let base = context.base, let day else { return nil }
        let years = [base.year, base.year - 1, base.year + 1].filter {
            CalendarDate(year: $0, month: month, day: day)?.weekday == weekday
        }
        return years.count == 1 ? years[0] : nil
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
            if context.direction == .future {
                if there >= here { return published.year }
                // What lies just behind is meant even where the sentence looks ahead: "to question them on Monday's raid".
                let back =
                    published.dayNumber
                    - (CalendarDate(year: published.year, month: month, day: day ?? 1)?.dayNumber ?? 0)
                return back * (context.isNominal ? 4 : 10) < 365 - back ? published.year : published.year + 1
            }
            if context.leansAhead, month + 12 - published.month <= 3 { return published.year + 1 }
            if context.direction == .present || context.isNominal || context.isReached,
                let ahead = nearYear(month, day, published)
            {
                return ahead
            }
            if there <= here { return published.year }
            return context.leansAhead && month - published.month <= 3 ? published.year : published.year - 1
        }
    }

    /// The year of a day or month that lies far nearer ahead of publication than behind it.
    private static func nearYear(_ month: Int, _ day: Int?, _ published: CalendarDate) -> Int? {
        for year in [published.year, published.year + 1] {
            guard let date = CalendarDate(year: year, month: month, day: day ?? 1) else { continue }
            let ahead = date.dayNumber - published.dayNumber
            if ahead > 0, ahead * 4 < 365 - ahead { return year }
        }
        return nil
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
        if let number = Int(n), let year = named(match, context) {
            return (1...4).contains(number) ? TimeValue(.date, "\(CalendarText.padded(year, 4))-Q\(number)") : nil
        }
        guard let base = context.base else { return nil }
        let current = (base.month + 2) / 3
        if n == "last" { return TimeValue(.date, CalendarText.quarter(base.adding(months: -3))) }
        guard let number = Int(n), (1...4).contains(number) else { return nil }
        let isAhead = number > current && context.direction == .past
        return TimeValue(.date, "\(CalendarText.padded(isAhead ? base.year - 1 : base.year, 4))-Q\(number)")
    }

    private static func holiday(_ match: TimeMatch, _ context: TimeContext) -> TimeValue? {
        guard let text = match.argument("text") else { return nil }
        let fixed = text.split(separator: "-").compactMap { Int($0) }
        let ruled = text.split(separator: "#").compactMap { Int($0) }
        guard let day = ruled.count == 3 ? ruledDay(ruled, match, context) : fixedDay(fixed, match, context) else {
            return nil
        }
        guard let part = match.argument("part") else { return TimeValue(.date, day) }
        return TimeValue(.time, day + "T" + part)
    }

    /// A holiday on the same day of every year.
    private static func fixedDay(_ parts: [Int], _ match: TimeMatch, _ context: TimeContext) -> String? {
        guard parts.count == 2 else { return nil }
        let year = named(match, context) ?? year(month: parts[0], day: parts[1], dir: nil, context)
        return (year.map { CalendarText.padded($0, 4) } ?? "XXXX")
            + "-\(CalendarText.padded(parts[0]))-\(CalendarText.padded(parts[1]))"
    }

    /// A holiday on the n-th such weekday of a month.
    private static func ruledDay(_ parts: [Int], _ match: TimeMatch, _ context: TimeContext) -> String? {
        guard (1...12).contains(parts[0]), (1...7).contains(parts[1]), (1...5).contains(parts[2]),
            let found = named(match, context) ?? year(month: parts[0], day: parts[2] * 7, dir: nil, context),
            let first = CalendarDate(year: found, month: parts[0], day: 1)
        else { return nil }
        let ahead = (parts[1] - first.weekday + 7) % 7 + (parts[2] - 1) * 7
        return first.adding(days: ahead).description
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
        guard let base, !context.isTied, !(isVague && (unit == "D" || unit == "W")) else {
            return TimeValue(.date, open(unit), mod: mod)
        }
        if unit == "Y", match.argument("period") != nil, let quarter = context.quarter?.adding(months: 12 * n) {
            // "up from 51 cents a year earlier" speaks of the same quarter.
            return TimeValue(.date, CalendarText.quarter(quarter), mod: mod)
        }
        switch unit {
        case "D": return TimeValue(.date, base.adding(days: n).description, mod: mod)
        case "W": return TimeValue(.date, CalendarText.week(base.adding(days: 7 * n)), mod: mod)
        case "WE":
            // Before Saturday "the weekend" of what is past is the last one.
            let isOver = n == 0 && base.weekday < 6 && context.direction == .past
            return TimeValue(.date, CalendarText.week(base.adding(days: 7 * (isOver ? -1 : n))) + "-WE", mod: mod)
        case "M": return TimeValue(.date, CalendarText.month(base.adding(months: n)), mod: mod)
        case "Q":
            return TimeValue(.date, CalendarText.quarter(base.adding(months: 3 * n)), mod: mod)
        case "Y", "E", "C":
            let year = base.year + n * (unit == "Y" ? 1 : unit == "E" ? 10 : 100)
            guard (1...9999).contains(year) else { return nil }
            if unit == "E" { return TimeValue(.date, CalendarText.padded(year / 10, 3), mod: mod) }
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
            if context.direction != .past { return base.adding(days: back == 0 ? 0 : 7 - back).description }
            return base.adding(days: -back).description
        }
    }

    /// The day of a bare time of day: that of publication, or the one that a story has come to.
    private static func clockDay(_ context: TimeContext) -> String? {
        guard context.isHistory || context.published == nil else { return context.base?.description }
        return context.isCoarse ? nil : context.narrative?.description
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
        if match.argument("day") != nil {
            // The day is named as a date of its own.
            guard let day = date(match, context, nil) else { return nil }
            return TimeValue(.time, day.value + time)
        }
        let named = match.argument("w").flatMap { Int($0) }.map { weekdayText($0, nil, context) }
        return TimeValue(.time, (named ?? clockDay(context) ?? "XXXX-XX-XX") + time)
    }
}
