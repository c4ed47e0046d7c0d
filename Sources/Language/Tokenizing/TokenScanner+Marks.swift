extension TokenScanner {
    /// Reads what starts with a mark; returns where it ends.
    mutating func mark(_ at: Int, _ chunk: Int, _ limit: Int) -> Int {
        let scalar = scalars[at]
        if Letters.isApostrophe(scalar) || scalar == "\u{2018}" { return apostrophe(at, chunk, limit) }
        if at == chunk || !Letters.isDigit(scalars[at - 1]), let end = emoticonEnd(at, limit) {
            add(at, end)
            return end
        }
        if at == chunk, let end = drawingEnd(at, limit) {
            add(at, end)
            return end
        }
        var end = at + 1
        switch scalar {
        case ".", "!", "?", "\u{2026}":
            while end < limit, Self.isStop(scalars[end]) { end += 1 }
        case "-", "*", "=", "_", "~", "+", "#", "<", ">", "$", "\\", "|", "\u{2014}", "\u{2013}", "\u{2022}":
            while end < limit, scalars[end] == scalar { end += 1 }
            // $ervice is no sum.
            if scalar == "$", end < limit, scalars[end] >= "a", scalars[end] <= "z" { end = runEnd(end, limit) }
        default:
            guard scalar.value >= 0x80 else { break }
            end = signEnd(at, limit)
        }
        add(at, end)
        return end
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "!" || scalar == "?" || scalar == "\u{2026}"
    }

    /// The end of a sign that is no letter, with what joins and varies it: flags, families and skin colours are one.
    private func signEnd(_ at: Int, _ limit: Int) -> Int {
        var end = at + 1
        while end < limit {
            let next = scalars[end]
            let isFlag = Self.isFlag(next) && Self.isFlag(scalars[end - 1]) && (end - at) % 2 == 1
            guard
                isFlag || Letters.isJoiner(next) || Letters.isMark(next) || next.value == 0x200D
                    || (scalars[end - 1].value == 0x200D && next.value > 0x2000)
            else { break }
            end += 1
        }
        return end
    }

    private static func isFlag(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    /// The end of an emoticon that starts here and that nothing is written against.
    private func emoticonEnd(_ at: Int, _ limit: Int) -> Int? {
        guard at + 1 < limit else { return nil }
        var end = min(limit, at + 4)
        while end > at + 1 {
            if spellings.kinds(of: scalars, at, end).contains(.emoticon),
                end == limit || !Letters.isWord(scalars[end]) && scalars[end] != "/"
            {
                return end
            }
            end -= 1
        }
        return nil
    }

    /// The end of a chunk that is drawn with marks: arrows and lines.
    private func drawingEnd(_ from: Int, _ limit: Int) -> Int? {
        guard limit - from > 1 else { return nil }
        var hasLine = false
        for at in from..<limit {
            switch scalars[at] {
            case "-", "=", "~", "_", "*": hasLine = true
            case "+", ">", "<", "|", "#", "{", "}", "^", "/", "\\": break
            default: return nil
            }
        }
        return hasLine ? limit : nil
    }

    // MARK: Apostrophes and single quotation marks

    /// Reads an apostrophe that no word before it took in.
    private mutating func apostrophe(_ at: Int, _ chunk: Int, _ limit: Int) -> Int {
        let scalar = scalars[at]
        var end = at + 1
        if end < limit, scalars[end] == scalar || scalar == "\u{2018}" && scalars[end] == "\u{2019}" {
            add(at, end + 1)
            return end + 1
        }
        let next = runEnd(end, limit)
        let isAfterWord = at > chunk && Letters.isWord(scalars[at - 1])
        if isAfterWord {
            if next > end, spellings.kinds(of: scalars, at, next).contains(.clitic) {
                add(at, next, isJoined: true)
                return next
            }
            if next == end, !hasOpenQuote, isPossessive(at) {
                add(at, end, isJoined: true)
                return end
            }
            hasOpenQuote = false
            add(at, end)
            return end
        }
        if next > end {
            let kinds = spellings.kinds(of: scalars, at, next)
            if kinds.contains(.whole) || isYear(end, next) {
                add(at, next)
                return next
            }
            if kinds.contains(.contraction) {
                addWord(at, next)
                return next
            }
            if isAfterSpace, kinds.contains(.clitic), at == chunk, !pieces.isEmpty {
                add(at, next)
                return next
            }
            hasOpenQuote = true
        } else {
            hasOpenQuote = at == chunk && end < limit
        }
        if end == limit || !Letters.isMark(scalars[end]) {
            add(at, end)
        } else {
            end = signEnd(at, limit)
            add(at, end)
        }
        return end
    }

    /// The bare apostrophe of `students'` stands after an s, x or z.
    private func isPossessive(_ at: Int) -> Bool {
        switch scalars[at - 1] {
        case "s", "S", "x", "z", "X", "Z": true
        default: false
        }
    }

    /// The `'05` and `'60s` of years.
    private func isYear(_ from: Int, _ to: Int) -> Bool {
        let length = to - from
        guard length == 2 || length == 3, Letters.isDigit(scalars[from]), Letters.isDigit(scalars[from + 1]) else {
            return false
        }
        return length == 2 || scalars[from + 2] == "s"
    }
}
