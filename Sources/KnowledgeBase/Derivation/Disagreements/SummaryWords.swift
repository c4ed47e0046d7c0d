internal import Record

/// The lines and words of `disagreement-lines.tsv`, as the store holds them.
struct SummaryWords {
    private var lines: [String: String] = [:]
    private var openings: Set<String> = []
    private var unfit: Set<String> = []
    private var months: [String] = []

    /// - Parameter rows: kind, nature, course and line of `summary_lines`.
    init(_ rows: [SummaryLine]) {
        for row in rows { lines[Self.key(row.kind, row.nature, row.course)] = row.line }
        openings = Set(list("openings"))
        unfit = Set(list("unfit"))
        months = list("months")
    }

    private static func key(_ kind: String, _ nature: String, _ course: String) -> String {
        "\(kind) \(nature) \(course)"
    }

    private func list(_ name: String) -> [String] {
        word(name).split(separator: "|").map(String.init)
    }

    /// The line for a disagreement: the one that says most about it.
    func line(kind: String, nature: String, course: String) -> String {
        lines[Self.key(kind, nature, course)] ?? lines[Self.key(kind, nature, "any")]
            ?? lines[Self.key("any", nature, course)] ?? lines[Self.key("any", nature, "any")] ?? ""
    }

    /// A word or joint; empty where the table has none.
    func word(_ name: String) -> String { lines[Self.key("word", name, "any")] ?? "" }

    /// What stands between two parts: the joint without the marks for them.
    func joint(_ name: String) -> String { word(name).replacing("{}", with: "") }

    /// "a, b or c" with the joint before the last.
    func joined(_ parts: [String], last name: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: joint("comma")) + joint(name) + last
    }

    /// Words as they stand inside a sentence: without the capital of an opening word that is no name.
    func inside(_ words: String) -> String {
        let first = words.prefix { $0 != " " }
        guard openings.contains(first.lowercased()) else { return words }
        return first.lowercased() + words.dropFirst(first.count)
    }

    /// Whether words can name somebody outside their own sentence.
    func areFit(_ words: String) -> Bool {
        !words.isEmpty && !unfit.contains(words.prefix { $0 != " " }.lowercased())
    }

    /// "3 March" or "3 March 2025"; empty for what is no day.
    func day(_ iso: String?, withYear: Bool) -> String {
        guard let iso, let date = CalendarDate(iso: String(iso.prefix(10))) else { return "" }
        return day(date, withYear: withYear)
    }

    private func day(_ date: CalendarDate, withYear: Bool) -> String {
        "\(date.day) \(month(date.month))" + (withYear ? " \(date.year)" : "")
    }

    private func month(_ number: Int) -> String {
        months.indices.contains(number - 1) ? months[number - 1] : String(number)
    }

    /// "3 Mar": for a course of figures.
    func shortDay(_ iso: String?) -> String {
        guard let iso, let date = CalendarDate(iso: String(iso.prefix(10))) else { return "" }
        return "\(date.day) \(month(date.month).prefix(3))"
    }

    /// An interval as people write it: "9 January 2025", "January 2025", "2025", "3 to 5 …" by both its ends.
    func interval(_ earliest: String?, _ latest: String?) -> String {
        guard let earliest, let latest, let first = CalendarDate(iso: String(earliest.prefix(10))),
            let last = CalendarDate(iso: String(latest.prefix(10)))
        else { return "" }
        if first == last { return day(first, withYear: true) }
        if first.year == last.year, first.day == 1 {
            let end = CalendarDate.daysInMonth(year: last.year, month: last.month)
            if first.month == last.month, last.day == end { return "\(month(first.month)) \(first.year)" }
            if first.month == 1, last.month == 12, last.day == 31 { return String(first.year) }
        }
        return word("between").replacing("{first}", with: day(first, withYear: first.year != last.year))
            .replacing("{last}", with: day(last, withYear: true))
    }

    /// "between 3 and 5 March", "on 3 March"; empty if a day is unknown.
    func period(_ from: String?, _ to: String?) -> String {
        guard let from, let to, let first = CalendarDate(iso: String(from.prefix(10))),
            let last = CalendarDate(iso: String(to.prefix(10)))
        else { return "" }
        if first == last { return word("when").replacing("{first}", with: day(first, withYear: false)) }
        let isSameMonth = first.year == last.year && first.month == last.month
        let start = isSameMonth ? String(first.day) : day(first, withYear: first.year != last.year)
        return word("between").replacing("{first}", with: start)
            .replacing("{last}", with: day(last, withYear: first.year != last.year))
    }
}
