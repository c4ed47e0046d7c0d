internal import Record

/// Dates of publication as documents write them, to ISO 8601.
///
/// Read are ISO 8601 dates and date-times, RFC 822 dates, and dates in English words in either order
/// ("January 12, 2025", "12th Jan. 2025 10:30"). A date that could be read two ways, such as 01/02/2025, is none.
package enum DocumentDate {
    /// `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss][offset]` where the time is given; nil for what is no date.
    package static func normalized(_ text: String) -> String? {
        let bytes = Array(text.utf8.prefix(120))
        let parts = split(bytes)
        return iso(parts) ?? worded(parts) ?? numeric(parts)
    }

    /// Seconds or milliseconds since 1970 as UTC; nil outside the years 1973 to 2286.
    package static func normalized(unixTime number: Double) -> String? {
        guard number >= 1e8, number < 1e13 else { return nil }
        let seconds = Int(number >= 1e10 ? number / 1000 : number)
        let day = CalendarDate(dayNumber: seconds / 86_400)
        let rest = seconds % 86_400
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// True for words by which documents say that they have no date.
    static func isUnknown(_ text: String) -> Bool {
        ["", "unknown", "none", "null", "n/a", "na", "undated", "-", "~", "nan", "no date", "n.d."].contains(
            text.lowercased())
    }

    // MARK: Parts

    private enum Part: Equatable {
        case number(value: Int, digits: Int)
        case word(String)
        case mark(UInt8)
        case space
    }

    private static func split(_ bytes: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var at = 0
        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        while at < bytes.count {
            let from = at
            if isDigit(bytes[at]) {
                var value = 0
                while at < bytes.count, isDigit(bytes[at]) {
                    value = min(value * 10 + Int(bytes[at] - 0x30), 1 << 50)
                    at += 1
                }
                parts.append(.number(value: value, digits: at - from))
            } else if isLetter(bytes[at]) {
                while at < bytes.count, isLetter(bytes[at]) { at += 1 }
                parts.append(.word(String(decoding: bytes[from..<at].map { $0 | 0x20 }, as: UTF8.self)))
            } else if bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D {
                if parts.last != .space, !parts.isEmpty { parts.append(.space) }
                at += 1
            } else {
                parts.append(.mark(bytes[at]))
                at += 1
            }
        }
        if parts.last == .space { parts.removeLast() }
        return parts
    }

    // MARK: Forms

    private static func iso(_ parts: [Part]) -> String? {
        var rest = parts[...]
        if case .number(let value, 8)? = rest.first,
            let day = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        {
            return stamp(day, rest.dropFirst())
        }
        guard case .number(let year, 4)? = rest.popFirst(), let separator = rest.popFirst(),
            separator == .mark(UInt8(ascii: "-")) || separator == .mark(UInt8(ascii: "/"))
                || separator == .mark(UInt8(ascii: ".")),
            case .number(let month, 1...2)? = rest.popFirst(), rest.popFirst() == separator,
            case .number(let number, 1...2)? = rest.popFirst(),
            let day = CalendarDate(year: year, month: month, day: number)
        else { return nil }
        return stamp(day, rest)
    }

    /// "Sun, 12 Jan 2025 10:00:00 GMT", "January 12th, 2025 at 10:30 AM EST".
    private static func worded(_ parts: [Part]) -> String? {
        guard
            let monthAt = parts.firstIndex(where: {
                if case .word(let word) = $0 { return month(word) != nil }
                return false
            }), case .word(let word) = parts[monthAt], let month = month(word)
        else { return nil }
        // What stands before may only be a weekday, a label such as "Published on", or the day.
        var before = parts[..<monthAt]
        while let last = before.last, skippable(last) || ordinal(last) { before.removeLast() }
        var after = parts[(monthAt + 1)...]
        while let first = after.first, skippable(first) { after.removeFirst() }
        if case .number(let day, 1...2)? = before.last {
            guard case .number(let year, let digits)? = after.popFirst() else { return nil }
            return build(year: year, digits: digits, month: month, day: day, rest: after)
        }
        guard case .number(let day, 1...2)? = after.popFirst() else { return nil }
        while let first = after.first, skippable(first) || ordinal(first) { after.removeFirst() }
        guard case .number(let year, 4)? = after.popFirst() else { return nil }
        return build(year: year, digits: 4, month: month, day: day, rest: after)
    }

    /// "12.01.2025", and "13/01/2025" or "01/13/2025", where only one of the two can be the month.
    private static func numeric(_ parts: [Part]) -> String? {
        var rest = parts[...]
        guard case .number(let first, 1...2)? = rest.popFirst(), let separator = rest.popFirst(),
            separator == .mark(UInt8(ascii: ".")) || separator == .mark(UInt8(ascii: "/"))
                || separator == .mark(UInt8(ascii: "-")),
            case .number(let second, 1...2)? = rest.popFirst(), rest.popFirst() == separator,
            case .number(let year, 4)? = rest.popFirst()
        else { return nil }
        if separator == .mark(UInt8(ascii: ".")) || first > 12 || first == second {
            return build(year: year, digits: 4, month: second, day: first, rest: rest)
        }
        return second > 12 ? build(year: year, digits: 4, month: first, day: second, rest: rest) : nil
    }

    private static func skippable(_ part: Part) -> Bool {
        switch part {
        case .space, .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: ".")), .mark(UInt8(ascii: "-")): true
        case .word("of"): true
        default: false
        }
    }

    private static func ordinal(_ part: Part) -> Bool {
        if case .word(let word) = part { return ["st", "nd", "rd", "th"].contains(word) }
        return false
    }

    private static func build(year: Int, digits: Int, month: Int, day: Int, rest: ArraySlice<Part>) -> String? {
        // RFC 2822, section 4.3: two digits from 50 on belong to the last century.
        let full = digits == 2 ? (year < 50 ? 2000 + year : 1900 + year) : year
        guard digits == 2 || digits == 4, let date = CalendarDate(year: full, month: month, day: day) else {
            return nil
        }
        return stamp(date, rest)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func month(_ word: String) -> Int? {
        if word == "sept" { return 9 }
        return (months.firstIndex(of: word) ?? monthNames.firstIndex(of: word)).map { $0 + 1 }
    }

    // MARK: Time of day

    /// The day with the time of day that follows it, where one does.
    private static func stamp(_ day: CalendarDate, _ parts: ArraySlice<Part>) -> String {
        guard let time = time(parts) else { return day.description }
        return "\(day)T\(time)"
    }

    private static func time(_ parts: ArraySlice<Part>) -> String? {
        var rest = parts
        while let first = rest.first {
            if skippable(first) || first == .word("t") || first == .word("at") || first == .mark(UInt8(ascii: "|")) {
                rest.removeFirst()
            } else {
                break
            }
        }
        guard case .number(let hourRead, 1...2)? = rest.popFirst(), rest.popFirst() == .mark(UInt8(ascii: ":")),
            case .number(let minute, 2)? = rest.popFirst(), hourRead < 24, minute < 60
        else { return nil }
        var hour = hourRead
        var clock = ""
        if rest.first == .mark(UInt8(ascii: ":")), case .number(let second, 2)? = rest.dropFirst().first, second <= 60 {
            rest = rest.dropFirst(2)
            clock = ":\(two(min(second, 59)))"
            if rest.first == .mark(UInt8(ascii: ".")), case .number? = rest.dropFirst().first {
                rest = rest.dropFirst(2)
            }
        }
        while rest.first == .space { rest.removeFirst() }
        if rest.first == .word("pm"), hour <= 12 {
            hour = hour == 12 ? 12 : hour + 12
            rest.removeFirst()
        } else if rest.first == .word("am"), hour <= 12 {
            hour = hour == 12 ? 0 : hour
            rest.removeFirst()
        }
        while rest.first == .space { rest.removeFirst() }
        return "\(two(hour)):\(two(minute))\(clock)\(zone(rest))"
    }

    /// The offset from UTC; empty where none is given.
    private static func zone(_ parts: ArraySlice<Part>) -> String {
        switch parts.first {
        case .word(let name)?: return zones[name] ?? ""
        case .mark(let sign)? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
            let rest = parts.dropFirst()
            guard case .number(let value, let digits)? = rest.first else { return "" }
            var (hours, minutes) = (value, 0)
            if digits == 4 {
                (hours, minutes) = (value / 100, value % 100)
            } else if rest.dropFirst().first == .mark(UInt8(ascii: ":")),
                case .number(let after, 2)? = rest.dropFirst(2).first
            {
                minutes = after
            }
            guard hours <= 14, minutes < 60 else { return "" }
            return hours == 0 && minutes == 0
                ? "Z" : String(decoding: [sign], as: UTF8.self) + two(hours) + ":" + two(minutes)
        default: return ""
        }
    }

    /// The zones that RFC 822 names, and those that European feeds use.
    private static let zones = [
        "z": "Z", "gmt": "Z", "ut": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
        "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00",
        "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "kst": "+09:00", "jst": "+09:00",
    ]

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
