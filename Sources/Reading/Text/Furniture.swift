internal import Record
internal import Tables

/// The lines of crawled pages that are no part of an article, as `data/reading/furniture.tsv` lists them.
struct Furniture: Sendable {
    private var lines: Set<String> = []
    private var starts: [String: [String]] = [:]
    private var ends: [String] = []
    private var stops: Set<String> = []
    private var shares: Set<Substring> = []
    private var longestLine = 0

    init(_ table: Table) throws(DataError) {
        for row in table.rows {
            let words = NameKey.of(row["words"])
            guard let first = words.split(separator: " ").first else { continue }
            switch row["match"] {
            case "line":
                lines.insert(words)
                longestLine = max(longestLine, words.split(separator: " ").count)
            case "start": starts[String(first), default: []].append(words)
            case "end": ends.append(words)
            case "stop": stops.insert(words)
            case "share": shares.insert(Substring(words))
            default:
                throw DataError(
                    file: table.name, line: row.line, expected: "`line`, `start`, `end`, `stop` or `share` as match")
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
        guard !words.isEmpty else { return .keep }
        if stops.contains(key) { return .stop }
        if lines.contains(key) || repeats(words) { return .drop }
        if words.allSatisfy({ shares.contains($0) }) { return .drop }
        if words.count <= 20, let first = words.first,
            starts[String(first)]?.contains(where: { key.hasPrefix($0 + " ") || key == $0 }) == true
        {
            return .drop
        }
        // "… in UkraineRead more": the link's words follow the teaser's without a space.
        return words.count <= 40 && ends.contains(where: { key.hasSuffix($0) }) ? .drop : .keep
    }

    /// True where the words are furniture lines one after another: "Skip to content Skip to navigation".
    private func repeats(_ words: [Substring]) -> Bool {
        guard words.count >= 2, words.count <= 24 else { return false }
        var at = 0
        while at < words.count {
            var length = min(longestLine, words.count - at)
            while length > 0, !lines.contains(words[at..<at + length].joined(separator: " ")) { length -= 1 }
            // One common word is too little to tell furniture from a short sentence.
            if length == 0 || (length == 1 && words.count > 1 && at + length < words.count) { return false }
            at += length
        }
        return true
    }
}
