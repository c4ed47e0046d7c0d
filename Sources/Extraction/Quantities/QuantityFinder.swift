internal import Language
internal import Record
internal import Tables

/// Numbers with bounds, units and what they count.
struct QuantityFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables = QuantityLexicon.tables + [NumberWords.table]

    private let numbers: NumberWords
    private let lexicon: QuantityLexicon

    init(data: DataFolder) throws(DataError) {
        numbers = try NumberWords(data: data)
        lexicon = try QuantityLexicon(data: data)
    }

    /// In text order; numbers that belong to a time are left out.
    func quantities(in analysis: Analysis, times: [TimeExpression]) -> [Quantity] {
        var result: [Quantity] = []
        var time = 0
        for sentence in analysis.sentences {
            let tokens = sentence.tokens
            var index = 0
            while index < tokens.count {
                while time < times.count, times[time].end <= tokens[index].span.start { time += 1 }
                let isTime = time < times.count && times[time].start < tokens[index].span.end
                if !isTime, isFree(tokens, at: index), let found = quantity(tokens, at: index),
                    time >= times.count || times[time].start >= found.quantity.end
                {
                    result.append(found.quantity)
                    index = max(found.end, index + 1)
                } else {
                    index += 1
                }
            }
        }
        return result
    }

    /// Whether a number may start here: not inside a name of a model ("T-72"), a score or an address.
    private func isFree(_ tokens: [Token], at index: Int) -> Bool {
        guard index > 0, !tokens[index].spaceBefore else { return true }
        let previous = tokens[index - 1]
        return previous.penn == "-LRB-"
            || ["(", "[", "\"", "'", "“", "‘", "—", "$", "€", "£", "¥", "₴", "₽", "₹", "₩"].contains(previous.text)
            || lexicon.unit(before: previous) != nil
    }

    private struct Bounds {
        var low: Double?
        var high: Double?
        var point: Double?
        var qualifier = "exact"
    }

    private func quantity(_ tokens: [Token], at start: Int) -> (quantity: Quantity, end: Int)? {
        guard let first = numbers.read(tokens, at: start) else { return nil }
        var end = first.end
        var begin = start
        var bounds = Bounds(point: first.value)
        if first.value == nil { bounds = Bounds(low: first.low, qualifier: "vague") }
        var unit: String?
        if begin > 0, let currency = lexicon.unit(before: tokens[begin - 1]) {
            unit = currency
            begin -= 1
        }
        if let range = range(tokens, from: first, begin: begin) {
            bounds = Bounds(low: range.low, high: range.high, qualifier: "between")
            end = range.end
            begin = range.begin
        } else if let bound = lexicon.bound(tokens, endingAt: begin) {
            begin = bound.start
            apply(bound.qualifier, to: &bounds)
        } else if let bound = lexicon.bound(tokens, at: end) {
            end = bound.end
            apply(bound.qualifier, to: &bounds)
        }
        guard isPlain(tokens, begin..<end, hasUnit: unit != nil) else { return nil }
        let afterHyphen = end < tokens.count && tokens[end].lower == "-" && !tokens[end].spaceBefore ? end + 1 : end
        if unit == nil, let named = lexicon.unit(tokens, at: afterHyphen) {
            unit = named.unit
            end = named.end
            if let bound = lexicon.bound(tokens, at: end), bounds.qualifier == "exact" {
                end = bound.end
                apply(bound.qualifier, to: &bounds)
            }
        } else if unit != nil, let repeated = lexicon.unit(tokens, at: end), repeated.unit == unit {
            end = repeated.end
        }
        let named = counted(tokens, from: end, hasUnit: unit != nil)
        // "Both Moscow and Kyiv": a name in the singular is not counted.
        let head = named.flatMap { tokens[$0.head].penn == "NNP" ? nil : $0 }
        if unit == nil, head == nil, isLone(tokens, start: start, end: end, reading: first) { return nil }
        if unit == nil, let head {
            unit = lexicon.isPerson(tokens[head.head].lemma) ? "person" : tokens[head.head].lemma
        }
        let span = Span(start: tokens[begin].span.start, end: tokens[end - 1].span.end)
        let quantity = Quantity(
            span: span, low: bounds.low, high: bounds.high, point: bounds.point, qualifier: bounds.qualifier,
            unit: unit,
            counted: head.map {
                Span(start: tokens[$0.range.lowerBound].span.start, end: tokens[$0.range.upperBound - 1].span.end)
            })
        return (quantity, end)
    }

    private func apply(_ qualifier: String, to bounds: inout Bounds) {
        let number = bounds.point ?? bounds.low
        bounds.qualifier = qualifier
        switch qualifier {
        case "over", "at-least": bounds.low = number
        case "under", "up-to":
            bounds.high = number
            bounds.low = nil
        default: break
        }
    }

    /// "10 to 12", "10,000-12,000", "between 200 and 300", "from 5 to 7".
    private func range(
        _ tokens: [Token], from first: NumberWords.Reading, begin: Int
    ) -> (low: Double, high: Double, begin: Int, end: Int)? {
        guard var low = first.value, first.end < tokens.count else { return nil }
        let mark = tokens[first.end].lower
        let isBetween = begin > 0 && tokens[begin - 1].lower == "between" && mark == "and"
        let isFrom = begin > 0 && tokens[begin - 1].lower == "from" && mark == "to"
        guard isBetween || mark == "to" || mark == "-" || mark == "–" else { return nil }
        var next = first.end + 1
        if next < tokens.count, lexicon.unit(before: tokens[next]) != nil { next += 1 }
        guard let second = numbers.read(tokens, at: next), let high = second.value else { return nil }
        // "10 to 12 million" has one scale for both.
        if low < 1000, high >= 1000, second.end - next == 2, tokens[next].lower.utf8.count < 4,
            let digits = NumberWords.decimal(tokens[next].lower), digits.0 > 0, high / digits.0 >= 1000, first.isDigits,
            first.end - 1 >= 0, tokens[first.end - 1].lower.utf8.first.map({ $0 < 0x3A }) ?? false
        {
            low *= high / digits.0
        }
        guard low < high else { return nil }
        return (low, high, isBetween || isFrom ? begin - 1 : begin, second.end)
    }

    /// Not an ordinal, a model, a score or part of an address.
    private func isPlain(_ tokens: [Token], _ range: Range<Int>, hasUnit: Bool) -> Bool {
        guard range.upperBound < tokens.count, !hasUnit else { return true }
        let next = tokens[range.upperBound]
        guard !next.spaceBefore else { return true }
        if next.text == "-" || next.text == "–" || next.text == "/" || next.text == ":" {
            let after = range.upperBound + 1
            guard after < tokens.count else { return true }
            // "3-1" is a score, "5-year" a compound, "10-" the end of a line.
            if numbers.read(tokens, at: after) != nil { return false }
            return next.text == "-" && !tokens[after].isCapitalized
        }
        return true
    }

    /// "One" and "both" alone are pronouns; a bare year or a number after a name counts nothing.
    private func isLone(_ tokens: [Token], start: Int, end: Int, reading: NumberWords.Reading) -> Bool {
        let previous = start > 0 ? tokens[start - 1] : nil
        if tokens[start].lower == "one" || tokens[start].lower == "scores" { return true }
        guard reading.isDigits else { return false }
        if let previous, previous.tag == .properNoun || previous.lower == "no." || previous.lower == "number" {
            return true
        }
        guard let value = reading.value, end == start + 1 else { return false }
        return tokens[start].text.utf8.count == 4 && value >= 1000 && value < 2200
    }

    /// The noun phrase that a number counts: modifiers and nouns up to its head.
    private func counted(_ tokens: [Token], from start: Int, hasUnit: Bool) -> (range: Range<Int>, head: Int)? {
        var index = start
        if index < tokens.count, tokens[index].lower == "of" {
            index += 1
            if index < tokens.count, tokens[index].tag == .determiner || tokens[index].penn == "PRP$" { index += 1 }
        } else if hasUnit {
            return nil
        }
        if index < tokens.count, tokens[index].lower == "-", !tokens[index].spaceBefore { index += 1 }
        let from = index
        var head: Int?
        while index < tokens.count, index < from + 8 {
            let token = tokens[index]
            switch token.tag {
            case .noun: head = index
            case .properNoun: if head == nil || tokens[index].penn == "NNPS" { head = index }
            case .adjective, .numeral:
                // "North Korean soldiers": a name may go on with an adjective, a noun does not.
                if let head, tokens[head].tag == .noun { return (from..<(head + 1), head) }
            case .verb where token.verbForm == .pastParticiple || token.verbForm == .gerund:
                if head != nil { return head.map { (from..<($0 + 1), $0) } }
            case .adverb where head == nil: break
            case .punctuation where token.text == "-" || token.text == "\"": break
            default: return head.map { (from..<($0 + 1), $0) }
            }
            index += 1
        }
        return head.map { (from..<($0 + 1), $0) }
    }
}
