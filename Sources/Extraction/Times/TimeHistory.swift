internal import Record

/// Whether a text is a history, whose bare dates belong to the year that it named last, or news, whose bare dates lie
/// around its publication.
enum TimeHistory {
    /// A history names at least so many years.
    private static let leastYears = 5

    /// A history names many years, most of them well before publication, and hardly ever says "today" or "on Monday".
    static func isOne(_ matches: some Sequence<TimeMatch>, _ published: CalendarDate?) -> Bool {
        guard let published else { return false }
        var years = 0
        var old = 0
        var near = 0
        for match in matches {
            switch match.pattern.operation {
            case "bc":
                years += 1
                old += 1
            case "weekday", "part": near += 1
            case "offset":
                if match.argument("anchor") != "ref" { near += 1 }
            default:
                guard let year = match.argument("year").flatMap({ Int($0) }), year > 0 else { continue }
                years += 1
                if year < published.year - 1 { old += 1 }
            }
        }
        return old >= leastYears && old * 10 >= years * 6 && near * 6 <= years
    }
}
