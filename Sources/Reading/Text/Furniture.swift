internal import Record
internal import Tables

/// The lines of crawled pages that are no part of an article, as `data/reading/furniture.tsv` lists them.
struct Furniture: Sendable {
    private var lines: Set<String> = []
    private var starts: [String: [String]] = [:]
    private var ends: [String] = []
    private var marks: [String] = []
    private var credits: [String] = []
    private var squeezed: Set<String> = []
    private var stops: Set<String> = []
    private var shares: Set<Substring> = []

    init(_ table: Table) throws(DataError) {
        for row in table.rows {
            let words = NameKey.of(row["words"])
            guard let first = words.split(separator: " ").first else { continue }
            switch row["match"] {
            case "line":
                lines.insert(words)
                if words.utf8.count >= 6 { squeezed.insert(words.filter { $0 != " " }) }
            case "start": starts[String(first), default: []].append(words)
            case "end": ends.append(words)
            case "mark": marks.append(" " + words + " ")
            case "credit": credits.append(" " + words + " ")
            case "stop": stops.insert(words)
            case "share": shares.insert(Substring(words))
            default:
                throw DataError(
                    file: table.name, line: row.line,
                    expected: "`line`, `start`, `end`, `mark`, `credit`, `stop` or `share` as match")
            }
        }
    }

    /// What to do with a line.
    enum Verdict: Equatable {
        case keep
        case drop
        /// Drop it; what follows belongs to other pages.
        case stop
    }

    func verdict(on line: some StringProtocol) -> Verdict {
        // Long lines are prose; only their end can be furniture.
        guard line.utf8.count <= 400 else { return .keep }
        let key = NameKey.of(String(line))
        let words = key.split(separator: " ")
        guard let first = words.first else { return .keep }
        if stops.contains(key) { return .stop }
        if lines.contains(key) || repeats(key) { return .drop }
        if words.allSatisfy({ shares.contains($0) }) { return .drop }
        if starts[String(first)]?.contains(where: { key.hasPrefix($0 + " ") || key == $0 }) == true { return .drop }
        // "… in UkraineRead more": the link's words follow the teaser's without a space.
        if words.count <= 40, ends.contains(where: { key.hasSuffix($0) }) { return .drop }
        return isCaption(line) || isMarked(line, key: key) ? .drop : .keep
    }

    /// "A street in Kyiv. Photograph: A. Name/Agency", "… (A. Name/Agency via Other)": what stands after the line's
    /// last mark is a credit of a few words, and no sentence ends there.
    private func isCaption(_ line: some StringProtocol) -> Bool {
        var scalars = line.unicodeScalars[...]
        while let last = scalars.last, last == ")" || last == "]" || last == " " { scalars.removeLast() }
        guard let last = scalars.last, !".!?…\"”’".unicodeScalars.contains(last),
            let at = scalars.lastIndex(where: { "/([:—©|".unicodeScalars.contains($0) })
        else { return false }
        let mark = scalars[at]
        let after = scalars[scalars.index(after: at)...]
        let words = NameKey.of(String(String.UnicodeScalarView(after))).split(separator: " ")
        guard (1...6).contains(words.count) else { return false }
        let padded = " " + words.joined(separator: " ") + " "
        guard credits.contains(where: { Self.holds(padded, $0) }) else { return false }
        switch mark {
        // An agency alone in brackets signs a report: "… officials said. (Agency)"
        case "(", "[": return words.count > 1
        case "—": return after.first != " "
        default: return true
        }
    }

    /// A note or reference: it holds a mark's words and is no sentence.
    private func isMarked(_ line: some StringProtocol, key: String) -> Bool {
        guard let last = line.unicodeScalars.last, !".!?\"”".unicodeScalars.contains(last) else { return false }
        let padded = " " + key + " "
        return marks.contains { Self.holds(padded, $0) }
    }

    /// True where a key holds words. Keys are in one form, so that their bytes tell.
    private static func holds(_ key: String, _ words: String) -> Bool {
        let (key, words) = (key.utf8, words.utf8)
        guard let first = words.first else { return true }
        var rest = key[...]
        while let found = rest.firstIndex(of: first) {
            rest = rest[found...]
            if rest.starts(with: words) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// True where the line is furniture one after another, with spaces or without: "Skip to contentSkip to search".
    private func repeats(_ key: String) -> Bool {
        let text = key.filter { $0 != " " }
        var rest = text[...]
        var found = 0
        while !rest.isEmpty {
            guard let next = squeezed.filter({ rest.hasPrefix($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else {
                return false
            }
            rest = rest.dropFirst(next.count)
            found += 1
        }
        return found > 0
    }
}
