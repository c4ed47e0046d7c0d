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
            let first = result.count
            var index = 0
            while index < tokens.count {
                while time < times.count, times[time].end <= tokens[index].span.start { time += 1 }
                let isTime = time < times.count && times[time].start < tokens[index].span.end
                if !isTime, isFree(tokens, at: index), let found = quantity(tokens, at: index),
                    time >= times.count || times[time].start >= found.quantity.end
                {
                    result.append(found.quantity)
                    if found.quantity.unit == nil { settle(&result, from: first, number: index, found.end, tokens) }
                    index = max(found.end, index + 1)
                } else {
                    index += 1
                }
            }
        }
        return result
    }

    /// What a number counts that stands by itself: people beside "killed", else what the number before it counts.
    private func settle(_ result: inout [Quantity], from first: Int, number: Int, _ end: Int, _ tokens: [Token]) {
        let last = result.count - 1
        let isToll = isToll(number..<end, tokens)
        let isPart = end + 1 < tokens.count && tokens[end].lower == "of" && tokens[end + 1].tag == .pronoun
        guard isToll || isPart || position(number..<end, tokens) != nil else { return }
        if isToll { result[last].unit = "person" }
        guard let known = result[first..<last].last(where: { $0.counted != nil || $0.unit == "person" }),
            isPart || stands(known, as: number..<end, tokens)
        else { return }
        // "20 tanks came and 14 were destroyed", "12 people, three of them children"
        guard let unit = known.unit, !lexicon.isMeasure(unit), !isToll || unit == "person" else { return }
        result[last].unit = unit
        result[last].counted = known.counted
    }

    /// Whether two figures stand in the same position of their clauses, so that they count the same.
    private func stands(_ known: Quantity, as words: Range<Int>, _ tokens: [Token]) -> Bool {
        let span = known.counted ?? known.span
        let first = tokens.partitioningIndex { $0.span.end > span.start }
        let end = tokens.partitioningIndex { $0.span.start >= span.end }
        guard first < end, let position = position(words, tokens) else { return false }
        return position == .same || position == self.position(first..<end, tokens)
    }

    private enum Position { case subject, object, same }

    /// Where a phrase stands in its clause: as its subject, its object, or beside another phrase; nil for elsewhere.
    private func position(_ words: Range<Int>, _ tokens: [Token]) -> Position? {
        for at in words where !words.contains(tokens[at].head) {
            switch tokens[at].relation {
            case "nsubj": return .subject
            case "nsubj:pass", "obj": return .object
            case "conj", "appos": return .same
            default: continue
            }
        }
        return nil
    }

    /// "killed 12", "12 were killed", "30 more wounded", "a toll of 45"
    private func isToll(_ words: Range<Int>, _ tokens: [Token]) -> Bool {
        let before = words.lowerBound - 1
        let more = words.upperBound < tokens.count && tokens[words.upperBound].lower == "more" ? 1 : 0
        let after = words.upperBound + more
        // "30 others were wounded"
        if after < tokens.count, lexicon.isElliptic(tokens[after]), tokens.indices.contains(tokens[after].head),
            lexicon.isToll(tokens[tokens[after].head])
        {
            return true
        }
        if after < tokens.count, lexicon.isToll(tokens[after]) { return true }
        if before >= 0, lexicon.isToll(tokens[before]) { return true }
        return words.contains { at in
            let head = tokens[at].head
            return tokens.indices.contains(head) && !words.contains(head) && lexicon.isToll(tokens[head])
        }
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
        if let multiple = numbers.multiple(tokens[start]) { return self.multiple(multiple, tokens, at: start) }
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
        // and "30 others" counts what was counted before.
        let head = named.flatMap { tokens[$0.head].penn == "NNP" || lexicon.isElliptic(tokens[$0.head]) ? nil : $0 }
        if unit == nil, head == nil, isLone(tokens, start: start, end: end, reading: first) { return nil }
        if unit == nil, let head {
            unit = lexicon.isPerson(tokens[head.head]) ? "person" : tokens[head.head].lemma
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

    /// "more than doubled"
    private func multiple(_ value: Double, _ tokens: [Token], at start: Int) -> (quantity: Quantity, end: Int) {
        var bounds = Bounds(point: value)
        var begin = start
        if let bound = lexicon.bound(tokens, endingAt: start) {
            begin = bound.start
            apply(bound.qualifier, to: &bounds)
        }
        let span = Span(start: tokens[begin].span.start, end: tokens[start].span.end)
        return (
            Quantity(
                span: span, low: bounds.low, high: bounds.high, point: bounds.point, qualifier: bounds.qualifier,
                unit: "times"), start + 1
        )
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
        let isChoice = mark == "or"
        guard isBetween || isChoice || mark == "to" || mark == "-" || mark == "–" else { return nil }
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
        // "two or three" bounds a number, "five or 500" does not.
        guard low < high, !isChoice || high <= 2 * low else { return nil }
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
        if tokens[start].lower == "one" {
            return !(position(start..<end, tokens) != nil && isToll(start..<end, tokens))
        }
        if tokens[start].lower == "scores" { return true }
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
