internal import Record

extension TokenScanner {
    /// Reads what starts with a letter; returns where it ends.
    mutating func word(_ from: Int, _ limit: Int) -> Int {
        var end = runEnd(from, limit)
        // Where the letters since the last mark start.
        var segment = from
        let isAfterHyphen = !isAfterSpace && pieces.last?.text == "-"
        while end < limit {
            let mark = scalars[end]
            if Letters.isApostrophe(mark) {
                let next = runEnd(end + 1, limit)
                guard next > end + 1 else { break }
                if let split = cliticStart(from, end, next) {
                    addWord(from, split)
                    add(split, next, isJoined: true)
                    return next
                }
                guard mark == "'" || mark == "\u{2019}" || mark == "\u{2BC}" else { break }
                segment = end + 1
                end = next
            } else if mark == "." {
                guard let next = stopEnd(from, segment, end, limit) else { break }
                let goesOn = next > end + 1
                segment = end + 1
                end = next
                if !goesOn { break }
            } else if mark == "-" {
                guard let next = hyphenEnd(from, segment, end, limit, isAfterHyphen) else { break }
                segment = end + 1
                end = next
            } else if let next = innerMarkEnd(from, end, limit) {
                segment = end + 1
                end = next
            } else {
                break
            }
        }
        addWord(from, end)
        return end
    }

    /// Adds a word, split if it is a contraction that is written without a mark.
    mutating func addWord(_ from: Int, _ to: Int) {
        if let last = pieces.last, let kept = Self.pronounLength(last.text),
            spellings.kinds(of: scalars, from, to).contains(.afterIts)
        {
            let whole = last.span
            pieces.removeLast()
            let space = isAfterSpace
            isAfterSpace = last.spaceBefore
            add(whole.start, whole.start + kept)
            add(whole.start + kept, whole.end, isJoined: true)
            isAfterSpace = space
        }
        if to - from <= 8, to - from >= 2, let index = spellings.index(of: scalars, from, to),
            spellings[index].kinds.contains(.contraction), !isAllUpper(from, to) || to - from > 3
        {
            var at = from
            for length in spellings[index].parts {
                add(at, at + length, isJoined: at > from)
                at += length
            }
        } else {
            add(from, to)
        }
    }

    /// How many letters of `its` and `your` are the pronoun, where the rest is a verb; nil for other words.
    private static func pronounLength(_ word: String) -> Int? {
        guard word.utf8.count == 3 || word.utf8.count == 4 else { return nil }
        switch word {
        case "its", "Its", "ITS": return 2
        case "your", "Your", "YOUR": return 3
        default: return nil
        }
    }

    private func isAllUpper(_ from: Int, _ to: Int) -> Bool {
        for at in from..<to where !Letters.isUpper(scalars[at]) { return false }
        return true
    }

    /// The end of the letters and digits, and the low lines between them, that start at `from`.
    func runEnd(_ from: Int, _ limit: Int) -> Int {
        var end = from
        while end < limit {
            let scalar = scalars[end]
            if Letters.isWord(scalar) || Letters.isJoiner(scalar) && end > from {
                end += 1
            } else if scalar == "_", end > from, end + 1 < limit, Letters.isWord(scalars[end + 1]) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Where the second word starts in what an apostrophe parts: before it, or before the `n` of `n't`.
    private func cliticStart(_ from: Int, _ apostrophe: Int, _ end: Int) -> Int? {
        if spellings.kinds(of: scalars, apostrophe, end).contains(.clitic) { return apostrophe }
        guard end == apostrophe + 2, apostrophe - from >= 2, scalars[apostrophe] != "`",
            scalars[end - 1] == "t" || scalars[end - 1] == "T",
            scalars[apostrophe - 1] == "n" || scalars[apostrophe - 1] == "N"
        else { return nil }
        return apostrophe - 1
    }

    /// The end of a word at a full stop, if the stop belongs to it.
    private func stopEnd(_ from: Int, _ segment: Int, _ stop: Int, _ limit: Int) -> Int? {
        let next = stop + 1
        // "etc..." is a word and three dots, "Jr.." an abbreviation and a stop.
        if next < limit, scalars[next] == "." || scalars[next] == "\u{2026}" {
            guard scalars[next] == ".", next + 1 == limit || scalars[next + 1] != "." else { return nil }
        }
        let kinds = spellings.kinds(of: scalars, from, next)
        if kinds.contains(.abbreviation), isAbbreviation(kinds, from, next, limit) { return next }
        if let end = dottedWordEnd(from, next, limit) { return end }
        guard stop - segment == 1, Letters.isLetter(scalars[segment]) else { return nil }
        let isInner = segment > from && scalars[segment - 1] == "."
        if next < limit, Letters.isLetter(scalars[next]) {
            // U.S and a.k.a, but not "I.She"; J.Smith is J. and Smith.
            let after = next + 1
            if after == limit || !Letters.isWord(scalars[after]) { return after }
            return isInner || Letters.isUpper(scalars[segment]) && segment == from && scalars[from] != "I"
                ? next : nil
        }
        if isInner { return next }
        // The J. of J. Smith: a single capital before another, or before a mark that goes on.
        guard segment == from, Letters.isUpper(scalars[from]), scalars[from] != "I" else { return nil }
        if next < limit { return scalars[next] == "," || scalars[next] == ";" ? next : nil }
        if let last = pieces.last, last.text.utf8.count == 2, last.text.utf8.last == UInt8(ascii: ".") { return next }
        var name = next
        while name < end, Letters.isSpace(scalars[name]) { name += 1 }
        return name > next && name < end && Letters.isUpper(scalars[name]) ? next : nil
    }

    /// The end of `Ph.D.` and the like, whose parts are longer than one letter.
    private func dottedWordEnd(_ from: Int, _ next: Int, _ limit: Int) -> Int? {
        guard next < limit, Letters.isLetter(scalars[next]), next - from <= 6 else { return nil }
        let end = runEnd(next, min(limit, next + 6))
        guard end < limit, scalars[end] == ".",
            spellings.kinds(of: scalars, from, end + 1).contains(.abbreviation)
        else { return nil }
        return end
    }

    private func isAbbreviation(_ kinds: SpellingTable.Kinds, _ from: Int, _ next: Int, _ limit: Int) -> Bool {
        if kinds.contains(.needsCapital), !Letters.isUpper(scalars[from]) { return false }
        guard kinds.contains(.needsNumber) else { return true }
        var number = next
        while number < end, Letters.isSpace(scalars[number]) { number += 1 }
        return number < end && (Letters.isDigit(scalars[number]) || number > next && isNumeral(number))
    }

    /// Whether a Roman numeral starts here.
    private func isNumeral(_ from: Int) -> Bool {
        var at = from
        while at < end, at < from + 6, "IVXLC".unicodeScalars.contains(scalars[at]) { at += 1 }
        return at > from && (at == end || !Letters.isWord(scalars[at]) && scalars[at] != ".")
    }

    /// The end of a word at a hyphen, if the hyphen belongs to it: after a prefix, before a suffix, in a spelling known.
    private func hyphenEnd(_ from: Int, _ segment: Int, _ hyphen: Int, _ limit: Int, _ isAfterHyphen: Bool) -> Int? {
        let next = runEnd(hyphen + 1, limit)
        guard next > hyphen + 1 else { return isFragment(from, hyphen, limit) ? next : nil }
        if spellings.kinds(of: scalars, from, next).contains(.whole) { return next }
        let isLast = next == limit || scalars[next] != "-" || next + 1 == limit || !Letters.isWord(scalars[next + 1])
        guard isLast, !isAfterHyphen else { return nil }
        if segment == from, spellings.kinds(of: scalars, from, hyphen).contains(.prefix) {
            // The e of e-mail, not the E of E-J; un-Islamic, not UN-led.
            let isShort = hyphen - from <= 2
            if !isShort || (next - hyphen > 3 && !(hyphen - from > 1 && isAllUpper(from, hyphen))) { return next }
        }
        return spellings.kinds(of: scalars, hyphen + 1, next).contains(.suffix) ? next : nil
    }

    /// The `w-` of "w- where": a word that its speaker broke off.
    private func isFragment(_ from: Int, _ hyphen: Int, _ limit: Int) -> Bool {
        guard hyphen + 1 == limit, limit < end, isAfterSpace else { return false }
        if hyphen - from == 1 { return Letters.isASCIILetter(scalars[from]) && scalars[from] != "I" }
        return spellings.kinds(of: scalars, from, limit).contains(.whole)
    }

    /// The end of a word at another mark in it: AT&T, w/o, US$, f*ck.
    private func innerMarkEnd(_ from: Int, _ mark: Int, _ limit: Int) -> Int? {
        switch scalars[mark] {
        case "&":
            let next = runEnd(mark + 1, limit)
            return next > mark + 1 && next - mark <= 5 && mark - from <= 4 ? next : nil
        case "/":
            let next = runEnd(mark + 1, min(limit, mark + 8))
            return next > mark + 1 && spellings.kinds(of: scalars, from, next).contains(.whole) ? next : nil
        case "$":
            let next = mark + 1
            guard next < limit else { return next }
            if Letters.isDigit(scalars[next]) { return isAllUpper(from, mark) && mark - from <= 3 ? next : nil }
            if scalars[next] == "$" || Letters.isWord(scalars[next]) { return max(runEnd(next, limit), next) }
            return nil
        case "*":
            var next = mark
            while next < limit, scalars[next] == "*" { next += 1 }
            let end = runEnd(next, limit)
            // Letters on both sides, or stars enough to stand for letters.
            return end > next ? end : (next - mark > 2 && mark - from <= 2 ? next : nil)
        case "@", "#", "%":
            let next = mark + 1
            return next < limit && Letters.isLetter(scalars[next]) && mark - from <= 4 ? runEnd(next, limit) : nil
        default: return nil
        }
    }
}
