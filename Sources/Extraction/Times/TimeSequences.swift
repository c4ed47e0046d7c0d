internal import Language

/// Dates that share a word with their neighbour: "12-14 July", "May 4 and 5", "from May to July 2014".
struct TimeSequences: Sendable {
    let vocabulary: TimeVocabulary

    /// No list of days is longer.
    private static let longest = 6

    // MARK: Days

    /// The matches with the days before and after them that take their month from them.
    func filled(_ matches: [TimeMatch], _ tokens: [Token]) -> [TimeMatch] {
        guard matches.contains(where: { isDay($0) }) else { return matches }
        var result: [TimeMatch] = []
        for (index, match) in matches.enumerated() {
            // A year that closed a list of days is part of it: "March 5-9, 1918".
            if let last = result.last, last.range.upperBound > match.range.lowerBound { continue }
            guard isDay(match) else {
                result.append(match)
                continue
            }
            let before = result.last?.range.upperBound ?? 0
            let after = index + 1 < matches.count ? matches[index + 1].range.lowerBound : tokens.count
            result += daysBefore(match, tokens, from: before)
            result.append(match)
            result += daysAfter(match, tokens, to: after)
        }
        return result
    }

    /// Whether a match names a day by its number and month.
    private func isDay(_ match: TimeMatch) -> Bool { match.slot("day") != nil && match.slot("month") != nil }

    /// "12-14 July", "on the 3rd and 4th of May".
    private func daysBefore(_ match: TimeMatch, _ tokens: [Token], from start: Int) -> [TimeMatch] {
        // The day must open the match: "July 4" has none before it.
        var first = match.range.lowerBound
        if tokens[first].lower == "the", first + 1 < match.range.upperBound { first += 1 }
        guard let own = vocabulary.match(.day, tokens, [], first)?.value, own == match.slot("day") else { return [] }
        var found: [TimeMatch] = []
        var at = match.range.lowerBound
        while found.count < Self.longest, at >= start + 2, isLink(tokens[at - 1]),
            let day = vocabulary.match(.day, tokens, [], at - 2)?.value
        {
            let hasArticle = at >= start + 3 && tokens[at - 3].lower == "the"
            found.append(match.with(day: day, at: (hasArticle ? at - 3 : at - 2)..<at - 1))
            at -= hasArticle ? 3 : 2
        }
        // A number that nothing opens is a count: "killed 12 and 14 July".
        guard at == 0 || found.isEmpty || tokens[at - 1].tag == .adposition || tokens[at - 1].tag == .punctuation
        else { return [] }
        return found.reversed()
    }

    /// "May 4 and 5", "March 5-9, 1918".
    private func daysAfter(_ match: TimeMatch, _ tokens: [Token], to end: Int) -> [TimeMatch] {
        // The day must close the match.
        let last = match.range.upperBound - 1
        guard let own = vocabulary.match(.day, tokens, [], last)?.value, own == match.slot("day") else { return [] }
        var found: [TimeMatch] = []
        var at = match.range.upperBound
        while found.count < Self.longest, at + 1 < end, isLink(tokens[at]),
            let day = vocabulary.match(.day, tokens, [], at + 1)?.value
        {
            var upper = at + 2
            var year: String?
            let comma = upper < tokens.count && tokens[upper].lower == "," ? upper + 1 : upper
            if comma < tokens.count, let named = vocabulary.match(.year, tokens, [], comma) {
                year = named.value
                upper = named.end
            }
            // "on May 4 and 5 soldiers"
            if upper < tokens.count, year == nil, isCounted(tokens[upper]) { break }
            found.append(match.with(day: day, year: year, at: at + 1..<upper))
            at = upper
            if year != nil { break }
        }
        return found
    }

    private func isLink(_ token: Token) -> Bool { vocabulary.has(token.lower, in: "link") }

    private func isCounted(_ token: Token) -> Bool {
        switch token.tag {
        case .noun, .properNoun, .adjective, .numeral, .symbol: true
        default: token.lower == "%" || token.lower == "percent"
        }
    }

    // MARK: Years

    /// For each match without a year that of the next one beside it, which names one: "in May and June 2014".
    func years(lentTo matches: [TimeMatch], _ tokens: [Token]) -> [Int?] {
        var years = [Int?](repeating: nil, count: matches.count)
        for index in matches.indices.dropLast().reversed() {
            let match = matches[index]
            let next = matches[index + 1]
            guard match.pattern.operation == "date", match.argument("year") == nil, match.argument("dir") == nil,
                next.pattern.operation == "date",
                let year = next.argument("year").flatMap({ Int($0) }) ?? years[index + 1], year > 0,
                let mark = link(match.range.upperBound..<next.range.lowerBound, tokens)
            else { continue }
            // "from November to March 1918" began the year before.
            let wraps = mark != "and" && mark != "or" && mark != "," && order(match) > order(next)
            years[index] = wraps ? year - 1 : year
        }
        return years
    }

    /// The word that joins what stands on both sides of a gap; nil if they do not belong together.
    private func link(_ gap: Range<Int>, _ tokens: [Token]) -> String? {
        guard (1...3).contains(gap.count) else { return nil }
        var mark: String?
        for at in gap {
            let token = tokens[at]
            if isLink(token) {
                mark = token.lower
            } else if token.tag != .determiner, token.tag != .adposition {
                return nil
            }
        }
        return mark
    }

    /// Where in the year a date lies, roughly, in months.
    private func order(_ match: TimeMatch) -> Int {
        if let month = match.argument("month").flatMap({ Int($0) }) { return month }
        return match.argument("season").map { CalendarText.firstMonth(ofSeason: $0) % 12 } ?? 0
    }
}

extension TimeMatch {
    /// The same date on another day.
    fileprivate func with(day: String, year: String? = nil, at range: Range<Int>) -> TimeMatch {
        var other = self
        other.range = range
        other.slots.removeAll { $0.slot == "day" || $0.slot == "weekday" }
        other.slots.append(Filled(slot: "day", value: day))
        other.year = year
        return other
    }
}
