/// The lines of a crawled page: page furniture goes, the article stays.
enum ArticleLines {
    /// The cleaned text of an article's lines.
    static func cleaned(_ text: String, furniture: Furniture) -> String {
        let lines = TextCleaner.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        kept.reserveCapacity(lines.count)
        var proseLeft = lines.lazy.filter(isProse).count
        let prose = proseLeft
        for line in lines {
            let isParagraph = isProse(line)
            proseLeft -= isParagraph ? 1 : 0
            if isAddresses(line) { continue }
            switch furniture.verdict(on: line) {
            case .drop: continue
            case .stop:
                // What follows such a heading in the middle of a page is a box, and the article goes on after it.
                if proseLeft * 5 < prose { return finished(kept) }
                continue
            case .keep: break
            }
            if let last = kept.last, !last.isEmpty, line.hasPrefix(last) {
                // A caption said twice, the second time with its credit.
                kept[kept.count - 1] = line
                continue
            }
            kept.append(line)
        }
        return finished(kept)
    }

    /// True for a line that is a paragraph of sentences.
    static func isProse(_ line: some StringProtocol) -> Bool {
        let count = line.utf8.count
        return count >= 400 || (count >= 100 && endsSentence(line))
    }

    /// True for a text with at least one paragraph of sentences.
    static func holdsProse(_ text: String) -> Bool {
        text.split(separator: "\n").contains(where: isProse)
    }

    private static func endsSentence(_ line: some StringProtocol) -> Bool {
        var scalars = line.unicodeScalars[...]
        while let last = scalars.last, "\"”’'»)]".unicodeScalars.contains(last) { scalars.removeLast() }
        guard let last = scalars.last else { return false }
        return ".!?…:;".unicodeScalars.contains(last)
            || (last == "," && scalars.endIndex != line.unicodeScalars.endIndex)
    }

    /// Takes off what stands around the article without being sentences: teasers above it, tags below it.
    private static func finished(_ lines: [Substring]) -> String {
        var lines = lines[...]
        if let first = lines.firstIndex(where: isProse), let last = lines.lastIndex(where: isProse) {
            let teasers = lines[..<first].filter { !$0.isEmpty && !endsSentence($0) }
            var above = lines[..<first]
            if teasers.count > 4 { above = above.filter { $0.isEmpty || endsSentence($0) }[...] }
            let below = lines[(last + 1)...].filter { $0.isEmpty || endsSentence($0) }
            lines = (Array(above) + lines[first...last] + below)[...]
        }
        return TextCleaner.clean(lines.joined(separator: "\n"))
    }

    /// True for a line of nothing but web addresses, or of nothing but marks.
    private static func isAddresses(_ line: Substring) -> Bool {
        guard !line.isEmpty else { return false }
        var other = 0
        var all = 0
        for word in line.split(separator: " ") {
            all += word.utf8.count
            let isAddress = word.contains("://") || word.hasPrefix("www.")
            let isMark = !word.unicodeScalars.contains {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            if !isAddress, !isMark { other += word.utf8.count }
        }
        return other * 10 < all * 3
    }
}
