/// Markdown without its marks: CommonMark's blocks and spans, tables and footnotes, read line by line.
struct MarkdownText {
    private let lines: [Substring]
    /// The words of a first-level heading that the text starts with.
    private(set) var heading: String?

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if let first = lines.first(where: { !$0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }), first.hasPrefix("# ") {
            heading = InlineMarkdown.plain(Self.headingWords(first.utf8.dropFirst(2))).text
        }
    }

    /// A line's words, and how much of them stood inside links.
    private struct Line {
        var text: String
        var isLinks: Bool
    }

    /// The text without marks, without lists of links.
    func plain() -> String {
        var result: [Line] = []
        var isFenced = false
        for line in lines {
            let trimmed = Self.trimmed(line.utf8)
            if trimmed.starts(with: "```".utf8) || trimmed.starts(with: "~~~".utf8) {
                isFenced.toggle()
                continue
            }
            if isFenced {
                result.append(Line(text: String(line), isLinks: false))
                continue
            }
            if let plain = Self.block(trimmed) { result.append(plain) }
        }
        // Three lines or more of nothing but links, one after another, lead to other pages.
        var kept: [String] = []
        var at = 0
        while at < result.count {
            var end = at
            var links = 0
            while end < result.count, result[end].isLinks || (links > 0 && result[end].text.isEmpty) {
                links += result[end].isLinks ? 1 : 0
                end += 1
            }
            if links >= 3 {
                at = end
                kept.append("")
                continue
            }
            kept.append(result[at].text)
            at += 1
        }
        return kept.joined(separator: "\n")
    }

    private typealias Bytes = Substring.UTF8View.SubSequence

    private static func trimmed(_ line: Bytes) -> Bytes {
        var line = line
        while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        return line
    }

    private static func headingWords(_ line: Bytes) -> Substring {
        var line = trimmed(line)
        while line.last == UInt8(ascii: "#") { line.removeLast() }
        return Substring(trimmed(line))
    }

    /// What one line says; nil for a line that is only a mark.
    private static func block(_ line: Bytes) -> Line? {
        var line = line
        while line.first == UInt8(ascii: ">") { line = trimmed(line.dropFirst()) }
        guard let first = line.first else { return Line(text: "", isLinks: false) }
        if isRule(line) { return Line(text: "", isLinks: false) }
        if first == UInt8(ascii: "#") {
            let rest = line.drop { $0 == UInt8(ascii: "#") }
            if line.count - rest.count <= 6, rest.isEmpty || rest.first == 0x20 {
                return Line(text: InlineMarkdown.plain(headingWords(rest)).text, isLinks: false)
            }
        }
        if first == UInt8(ascii: "|"), line.count > 1 { return row(line) }
        line = withoutListMark(line)
        if isDefinition(line) { return nil }
        let inline = InlineMarkdown.plain(Substring(line))
        return Line(text: inline.text, isLinks: inline.linked > 0 && inline.linked * 10 >= inline.visible * 9)
    }

    /// `---`, `* * *`, `===`: rules and underlines.
    private static func isRule(_ line: Bytes) -> Bool {
        guard let mark = line.first, "-*_=".utf8.contains(mark) else { return false }
        var count = 0
        for byte in line {
            if byte == mark { count += 1 } else if byte != 0x20 { return false }
        }
        return count >= 3
    }

    /// The cells of a table's row parted by semicolons; nil for the row of dashes.
    private static func row(_ line: Bytes) -> Line? {
        if line.allSatisfy({ "|-: ".utf8.contains($0) }) { return nil }
        let cells = line.split(separator: UInt8(ascii: "|")).map { trimmed($0) }.filter { !$0.isEmpty }
        let inlines = cells.map { InlineMarkdown.plain(Substring($0)) }
        return Line(text: inlines.map(\.text).filter { !$0.isEmpty }.joined(separator: "; "), isLinks: false)
    }

    private static func withoutListMark(_ line: Bytes) -> Bytes {
        var line = line
        if let first = line.first,
            "*-+•".utf8.first == first || first == UInt8(ascii: "-") || first == UInt8(ascii: "+"),
            line.dropFirst().first == 0x20
        {
            line = trimmed(line.dropFirst(2))
        } else {
            let digits = line.prefix { (0x30...0x39).contains($0) }
            let after = line.dropFirst(digits.count)
            if (1...3).contains(digits.count), let mark = after.first,
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
                after.dropFirst().first == 0x20
            {
                line = trimmed(after.dropFirst(2))
            }
        }
        if line.starts(with: "[ ] ".utf8) || line.starts(with: "[x] ".utf8) { line = line.dropFirst(4) }
        return line
    }

    /// `[name]: address`, where a link of that name leads.
    private static func isDefinition(_ line: Bytes) -> Bool {
        guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
            let close = line.firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        let after = line[close...].dropFirst()
        return after.first == UInt8(ascii: ":")
            && (after.dropFirst().starts(with: " http".utf8) || after.dropFirst().starts(with: " <http".utf8))
    }
}
