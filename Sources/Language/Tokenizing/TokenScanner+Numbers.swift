extension TokenScanner {
    /// Whether a number starts at a mark: the point of `.5`, the plus of a telephone number.
    func startsNumber(_ at: Int, _ from: Int, _ limit: Int) -> Bool {
        guard at + 1 < limit, Letters.isDigit(scalars[at + 1]) else { return false }
        switch scalars[at] {
        case ".": return at == from || !Letters.isWord(scalars[at - 1]) && scalars[at - 1] != "."
        case "+": return at == from
        default: return false
        }
    }

    /// Reads what starts with a digit: a number, a date, a time, a telephone number, with its unit cut off.
    mutating func number(_ from: Int, _ limit: Int) -> Int {
        let first = Letters.isDigit(scalars[from]) ? from : from + 1
        var end = groupsEnd(first, limit) ?? digitsEnd(first, limit)
        while end + 1 < limit, Letters.isDigit(scalars[end + 1]),
            scalars[end] == "." || scalars[end] == "," || scalars[end] == ":" || scalars[end] == "-" && first > from
        {
            let next = digitsEnd(end + 1, limit)
            // [13,14] lists two references.
            if scalars[end] == ",", next - end != 4, isInSquareBrackets { break }
            end = next
        }
        if end < limit, Letters.isLetter(scalars[end]) {
            let letters = lettersEnd(end, limit)
            if letters < limit, letters == end + 1, scalars[end] == "x", Letters.isDigit(scalars[letters]) {
                add(from, end)
                add(end, letters)
                return letters
            }
            if isInDesignation || !isUnit(end, letters, limit) {
                end = runEnd(end, limit)
                add(from, end)
                return end
            }
        } else if isDecade(from, end, limit) {
            end += 2
        }
        add(from, end)
        return end
    }

    /// Whether what comes is the number of a T-90M: after capitals and a hyphen.
    private var isInDesignation: Bool {
        guard !isAfterSpace, pieces.count > 1, pieces[pieces.count - 1].text == "-",
            !pieces[pieces.count - 1].spaceBefore
        else { return false }
        let letters = pieces[pieces.count - 2].text.utf8
        return letters.count <= 3 && letters.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    private var isInSquareBrackets: Bool {
        guard !isAfterSpace, let last = pieces.last?.text else { return false }
        return last == "[" || last == ","
    }

    private func digitsEnd(_ from: Int, _ limit: Int) -> Int {
        var end = from
        while end < limit, Letters.isDigit(scalars[end]) { end += 1 }
        return end
    }

    private func lettersEnd(_ from: Int, _ limit: Int) -> Int {
        var end = from
        while end < limit, Letters.isLetter(scalars[end]) { end += 1 }
        return end
    }

    /// Whether letters behind a number are a word of their own.
    private func isUnit(_ from: Int, _ to: Int, _ limit: Int) -> Bool {
        if to < limit, Letters.isDigit(scalars[to]) { return false }
        if spellings.kinds(of: scalars, from, to).contains(.unit) { return true }
        // The p.m of 2p.m., the p.m. before a comma.
        return to + 1 < limit && scalars[to] == "." && to == from + 1
            && spellings.kinds(of: scalars, from, to + 2).contains(.unit)
    }

    /// `60's` and `1930's`: decades keep their `'s`.
    private func isDecade(_ from: Int, _ end: Int, _ limit: Int) -> Bool {
        guard end - from == 2 || end - from == 4, scalars[end - 1] == "0", end + 1 < limit,
            Letters.isApostrophe(scalars[end]), scalars[end + 1] == "s"
        else { return false }
        return end + 2 == limit || !Letters.isWord(scalars[end + 2])
    }

    /// The end of groups of digits that together are one date or number: 2004-11-17, 11/28/2000, 713-853-3989.
    private func groupsEnd(_ from: Int, _ limit: Int) -> Int? {
        var lengths: [Int] = []
        var end = digitsEnd(from, limit)
        lengths.append(end - from)
        guard end + 1 < limit, Letters.isDigit(scalars[end + 1]), scalars[end] == "-" || scalars[end] == "/" else {
            return nil
        }
        let separator = scalars[end]
        // 713/853-6197
        let isTelephone = separator == "/" && end - from == 3
        while end + 1 < limit, scalars[end] == separator || isTelephone && scalars[end] == "-",
            Letters.isDigit(scalars[end + 1]), lengths.count < 5
        {
            let next = digitsEnd(end + 1, limit)
            lengths.append(next - end - 1)
            end = next
        }
        if end < limit, Letters.isLetter(scalars[end]) || scalars[end] == separator { return nil }
        if isTelephone { return lengths == [3, 3, 4] ? end : nil }
        return separator == "-"
            ? Self.isHyphenated(lengths) && !isRange(from, end, lengths) ? end : nil
            : Self.isDate(lengths) || isDayOfMonth(from, end, lengths) ? end : nil
    }

    private static func isHyphenated(_ lengths: [Int]) -> Bool {
        switch lengths {
        case [3, 4], [3, 3, 4], [1, 3, 3, 4], [2, 3, 3, 4], [5, 4], [3, 2, 4], [1, 4]: true
        case [4, 2, 2], [4, 1, 2], [4, 2, 1], [4, 1, 1]: true
        default:
            lengths.count == 3 && lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4)
        }
    }

    /// `500-1000` is no telephone number.
    private func isRange(_ from: Int, _ end: Int, _ lengths: [Int]) -> Bool {
        lengths.count == 2 && scalars[end - 1] == "0" && scalars[end - 2] == "0"
            && (lengths[0] == 1 || scalars[from + lengths[0] - 1] == "0")
    }

    private static func isDate(_ lengths: [Int]) -> Bool {
        guard lengths.count == 3 else { return false }
        return lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4)
            || lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2
    }

    /// `9/11` and `12/28`, but not the fractions 1/2, 2/3 and 3/4.
    private func isDayOfMonth(_ from: Int, _ end: Int, _ lengths: [Int]) -> Bool {
        guard lengths.count == 2, lengths[0] <= 2, lengths[1] <= 2 else { return false }
        func value(_ from: Int, _ length: Int) -> Int {
            var value = 0
            for at in from..<(from + length) { value = value * 10 + Int(scalars[at].value & 15) }
            return value
        }
        let month = value(from, lengths[0])
        let day = value(from + lengths[0] + 1, lengths[1])
        return (1...12).contains(month) && (1...31).contains(day) && !(lengths[1] == 1 && day <= 5)
    }
}
