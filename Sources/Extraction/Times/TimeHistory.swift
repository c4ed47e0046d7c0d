internal import Record

/// Whether a text is a history, whose bare dates belong to the year that it named last, or news, whose bare dates lie
/// around its publication.
struct TimeHistory: Sendable {
    /// A history names at least so many years.
    private static let leastYears = 5

    /// A history names many years, most of them well before publication, and hardly ever says "today" or "on Monday".
    let isOne: Bool
    /// How often each year is named.
    private let years: [Int: Int]

    init(_ matches: some Sequence<TimeMatch>, _ published: CalendarDate?) {
        var years: [Int: Int] = [:]
        var count = 0
        var old = 0
        var near = 0
        for match in matches {
            switch match.pattern.operation {
            case "bc":
                count += 1
                old += 1
            case "weekday", "part": near += 1
            case "offset":
                if match.argument("anchor") != "ref" { near += 1 }
            default:
                guard let year = match.argument("year").flatMap({ Int($0) }), year > 1 else { continue }
                count += 1
                years[year, default: 0] += 1
                if let published, year < published.year - 1 { old += 1 }
            }
        }
        isOne =
            published != nil && old >= Self.leastYears && old * 10 >= count * 6 && near * 6 <= count
        self.years = years
    }

    /// Whether the text has more than a word to say of a year and those beside it.
    func dwells(on year: Int) -> Bool {
        (year - 2...year + 2).reduce(0) { $0 + (years[$1] ?? 0) } > 1
    }
}
