extension TokenScanner {
    /// The end of a web or mail address, a file's name or a handle that starts here.
    func addressEnd(_ from: Int, _ limit: Int) -> Int? {
        guard limit - from >= 4 else { return nil }
        if scalars[from] == "@" || scalars[from] == "#" {
            guard Letters.isLetter(scalars[from + 1]) else { return nil }
            return dotted(runEnd(from + 1, limit), limit)
        }
        guard Letters.isWord(scalars[from]) || scalars[from] == "-" else { return nil }
        var end = from
        var firstStop = -1
        var lastStop = -1
        var stops = 0
        while end < limit, Self.isAddressMark(scalars[end]) || Letters.isWord(scalars[end]) {
            if scalars[end] == "." {
                if firstStop < 0 { firstStop = end }
                lastStop = end
                stops += 1
            }
            end += 1
        }
        if end < limit, scalars[end] == ":" {
            if end + 2 < limit, scalars[end + 1] == "/", scalars[end + 2] == "/" { return urlEnd(from, limit) }
            if starts(from, "mailto:") || starts(from, "doi:") { return urlEnd(from, limit) }
        }
        if end < limit, scalars[end] == "@", end > from, end + 1 < limit, Letters.isLetter(scalars[end + 1]) {
            var host = end + 1
            while host < limit, Self.isAddressMark(scalars[host]) || Letters.isWord(scalars[host]) { host += 1 }
            while host > end + 1, !Letters.isWord(scalars[host - 1]) { host -= 1 }
            return host
        }
        guard stops > 0 else { return nil }
        if starts(from, "www.") { return urlEnd(from, limit) }
        while end > from, !Letters.isWord(scalars[end - 1]) {
            end -= 1
            if scalars[end] == "." { stops -= 1 }
        }
        guard stops > 0, end > from, firstStop > from else { return nil }
        if lastStop >= end {
            lastStop = end - 1
            while scalars[lastStop] != "." { lastStop -= 1 }
        }
        let isNamed = spellings.kinds(of: scalars, lastStop + 1, end).contains(.address) && isOneCase(lastStop + 1, end)
        guard isNamed || (stops > 1 && isNewsgroup(from, end)) else { return nil }
        return end < limit && scalars[end] == "/" ? urlEnd(from, limit) : end
    }

    /// A mark that may stand inside an address.
    static func isAddressMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "_", "%", "+", "~", "#": true
        default: false
        }
    }

    private func starts(_ from: Int, _ word: StaticString) -> Bool {
        guard from + word.utf8CodeUnitCount <= scalars.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where Letters.folded(scalars[from + offset]) != UInt32(word.utf8Start[offset]) { return false }
        return true
    }

    private func isOneCase(_ from: Int, _ to: Int) -> Bool {
        for at in from..<to where Letters.isUpper(scalars[at]) != Letters.isUpper(scalars[from]) { return false }
        return true
    }

    /// `comp.sources.unix`: words of two small letters or more with stops between them.
    private func isNewsgroup(_ from: Int, _ to: Int) -> Bool {
        var length = 0
        for at in from..<to {
            if scalars[at] == "." {
                if length < 2 { return false }
                length = 0
            } else if scalars[at] == "-" || (scalars[at] >= "a" && scalars[at] <= "z") {
                length += 1
            } else {
                return false
            }
        }
        return length >= 2 || to - from > 6 && length == 1
    }

    /// A handle goes on after a stop between letters.
    private func dotted(_ from: Int, _ limit: Int) -> Int {
        var end = from
        while end + 1 < limit, scalars[end] == ".", Letters.isWord(scalars[end + 1]) { end = runEnd(end + 1, limit) }
        return end
    }

    /// The end of an address whose start is sure: up to a mark that cannot be in it, without the stops behind it.
    private func urlEnd(_ from: Int, _ limit: Int) -> Int {
        var end = from
        var open = 0
        scan: while end < limit {
            switch scalars[end] {
            case "<", ">", "\"", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "]", "}", "|": break scan
            case "(": open += 1
            case ")":
                if open == 0 { break scan }
                open -= 1
            default: break
            }
            end += 1
        }
        while end > from + 1 {
            switch scalars[end - 1] {
            case ".", ",", ";", ":", "!", "?", "'", "\u{2019}", "\u{2026}", "*": end -= 1
            default: return end
            }
        }
        return end
    }
}
