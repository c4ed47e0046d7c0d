/// Tells a file's format by its first bytes, with the file's name as a hint.
package enum FormatSniffer {
    /// How many bytes it wants to see.
    static let sampleSize = 4096

    /// What a file looks like.
    package enum Verdict: Equatable {
        case format(DocumentFormat)
        case empty
        /// No format that is read here, in words.
        case other(String)
    }

    /// - Parameter isAsked: true where the file was named and not only found in a folder; then a text of unknown
    ///   kind is read as plain text.
    package static func verdict(on sample: some Collection<UInt8>, path: String, isAsked: Bool) -> Verdict {
        let bytes = Array(sample)
        guard !bytes.isEmpty else { return .empty }
        let hint = fileExtension(path)
        if let magic = magic(bytes) { return .other(magic) }
        let isWide = TextDecoder.isWide(bytes[...])
        if !isWide, isBinary(bytes) { return .other("a binary file") }
        let text = TextDecoder.decode(isWide ? bytes.dropLast(bytes.count % 4) : bytes[...]).text
        let start = text.unicodeScalars.drop { $0.properties.isWhitespace || $0.value == 0xFEFF }
        let head = String(String.UnicodeScalarView(start)).lowercased()
        if head.isEmpty, bytes.count < sampleSize { return .empty }
        if hint == "jsonl" || hint == "ndjson" { return .format(.jsonl) }
        if head.hasPrefix("{") || head.hasPrefix("[{") || head.hasPrefix("[\n") {
            let rest = head.dropFirst().drop {
                $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "[" || $0 == "{"
            }
            if rest.hasPrefix("\"") { return .format(.jsonl) }
        }
        if head.hasPrefix("<") {
            if let found = markup(head) { return .format(found) }
            if hint == "xml" || hint == "rss" || hint == "atom" || hint == "rdf" {
                return head.hasPrefix("<?xml") && isAsked ? .format(.feed) : .other("an XML file that is no feed")
            }
        }
        if ["html", "htm", "xhtml", "shtml"].contains(hint) { return .format(.html) }
        if head.hasPrefix("---\n") || head.hasPrefix("---\r\n") { return .format(.markdown) }
        switch hint {
        case "md", "markdown", "mdown", "mkd": return .format(.markdown)
        case "txt", "text", "": return .format(.text)
        default: return isAsked ? .format(.text) : .other("a file of an unknown kind (.\(hint))")
        }
    }

    /// The extension of a file's name in lower case, without its dot; empty where there is none.
    static func fileExtension(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func markup(_ head: String) -> DocumentFormat? {
        // The first element says it; declarations and comments may stand before.
        var rest = Substring(head)
        for _ in 0..<32 {
            guard let open = rest.firstIndex(of: "<") else { return nil }
            rest = rest[open...]
            if rest.hasPrefix("<!doctype html") { return .html }
            if rest.hasPrefix("<!--") {
                guard let close = rest.utf8RangeEnd(of: "-->") else { return nil }
                rest = rest[close...]
            } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
                guard let close = rest.firstIndex(of: ">") else { return nil }
                rest = rest[close...].dropFirst()
            } else {
                let name = rest.dropFirst().prefix { $0 != ">" && $0 != " " && $0 != "\n" && $0 != "\r" && $0 != "\t" }
                switch name {
                case "rss", "feed", "rdf:rdf", "atom:feed", "channel": return .feed
                case "html", "head", "body", "div", "article", "p", "main", "section", "span", "table", "meta",
                    "title", "h1", "script", "link":
                    return .html
                default: return nil
                }
            }
        }
        return nil
    }

    /// The name of a file kind that starts with known bytes.
    private static func magic(_ bytes: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            (Array("%PDF".utf8), "a PDF file"), ([0x50, 0x4B, 3, 4], "a ZIP archive or office file"),
            ([0x1F, 0x8B], "a gzip archive"), (Array("SQLite format 3".utf8), "an SQLite database"),
            ([0x89, 0x50, 0x4E, 0x47], "an image"), ([0xFF, 0xD8, 0xFF], "an image"), (Array("GIF8".utf8), "an image"),
            (Array("{\\rtf".utf8), "a rich-text file"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
            ([0xFD, 0x37, 0x7A, 0x58], "an xz archive"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        var controls = 0
        for byte in bytes {
            if byte == 0 { return true }
            if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { controls += 1 }
        }
        return controls * 20 > bytes.count
    }
}

extension Substring {
    /// The index after the first occurrence of an ASCII word.
    fileprivate func utf8RangeEnd(of word: String) -> Index? {
        let needle = Array(word.utf8)
        var at = utf8.startIndex
        while at != utf8.endIndex {
            if utf8[at...].starts(with: needle) { return utf8.index(at, offsetBy: needle.count) }
            at = utf8.index(after: at)
        }
        return nil
    }
}
