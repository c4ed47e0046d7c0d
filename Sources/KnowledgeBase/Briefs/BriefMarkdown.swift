extension Brief {
    /// The page as Markdown. What comes from texts is escaped: it can neither format nor link.
    public var markdown: String {
        var page = "# \(Self.escaped(title))\n\n"
        for line in lead { page += "\(Self.escaped(line))  \n" }
        for section in sections {
            page += "\n## \(section.title)\n\n"
            for item in section.items {
                page += "- "
                if let label = item.label { page += "**\(Self.escaped(label))**: " }
                page += Self.escaped(item.text) + Self.citations(item.sources)
                if let key = item.key { page += " `\(key)`" }
                page += "\n"
                for quotation in item.quotations {
                    page += "  - "
                    if let says = quotation.says { page += "\(Self.escaped(says)): " }
                    page += "“\(Self.escaped(quotation.words))”\(Self.citations(quotation.sources))\n"
                }
            }
            if section.more > 0 { page += "- … and \(section.more) more\n" }
        }
        guard !sources.isEmpty else { return page }
        page += "\n## Sources\n\n"
        for source in sources {
            var parts = [source.outlet, source.published.map { String($0.prefix(10)) }].compactMap { $0 }
            if let title = source.title { parts.append("“\(title)”") }
            page += "[\(source.number)] \(Self.escaped(parts.joined(separator: ", ")))"
            if let url = source.url { page += " <\(Self.address(url))>" }
            page += " `\(source.key)`"
            if !source.copies.isEmpty { page += Self.escaped("; also in \(source.copies.joined(separator: ", "))") }
            page += "  \n"
        }
        return page
    }

    private static func citations(_ numbers: [Int]) -> String {
        numbers.isEmpty ? "" : " " + numbers.map { "[\($0)]" }.joined()
    }

    /// An address that stays inside its brackets.
    private static func address(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") },
            as: UTF8.self)
    }

    /// One line in which nothing is markup.
    private static func escaped(_ text: String) -> String {
        var line = ""
        var isSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 {
                isSpace = true
                continue
            }
            if isSpace, !line.isEmpty { line += " " }
            isSpace = false
            if "\\`*_[]<>#|~".unicodeScalars.contains(scalar) { line += "\\" }
            line.unicodeScalars.append(scalar)
        }
        return line
    }
}
