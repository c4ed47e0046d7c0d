/// What feeds need before an XML parser takes them.
enum FeedText {
    /// The text as UTF-8 without what stops an XML parser: forbidden control characters become spaces, and named
    /// characters of HTML, which XML does not know, become themselves.
    static func prepared(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                output.append(0x20)
            } else if byte == UInt8(ascii: "&"), let (scalar, end) = named(bytes, at) {
                output.append(contentsOf: String(scalar).utf8)
                at = end
                continue
            } else {
                output.append(byte)
            }
            at += 1
        }
        // Some servers send blank lines before the declaration, where XML allows none.
        return Array(output.drop { $0 <= 0x20 })
    }

    private static func named(_ bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, Int)? {
        let bound = min(bytes.count, at + 12)
        guard let end = bytes[at..<bound].firstIndex(of: UInt8(ascii: ";")), at + 1 < end,
            bytes[at + 1] != UInt8(ascii: "#")
        else { return nil }
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard !["amp", "lt", "gt", "quot", "apos"].contains(name), let scalar = Entities.scalar(name) else {
            return nil
        }
        return (scalar, end + 1)
    }

    /// True where the head of a file declares entities of its own.
    static func declaresEntities(_ bytes: [UInt8]) -> Bool {
        // Only what stands before the root element counts; a feed about XML may speak of them.
        var at = 0
        while at + 8 < bytes.count {
            if bytes[at] == UInt8(ascii: "<") {
                let rest = bytes[at...]
                if rest.starts(with: "<!ENTITY".utf8) { return true }
                let next = bytes[at + 1]
                if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return false }
            }
            at += 1
        }
        return false
    }

    /// The character set that the XML declaration names.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let close = head.firstIndex(of: ">") else { return nil }
        let parts = head[..<close].split { $0 == "=" || $0 == "\"" || $0 == "'" || $0 == " " }
        guard let at = parts.firstIndex(of: "encoding"), at + 1 < parts.count else { return nil }
        return String(parts[at + 1])
    }

    /// "desk@example.com (Jane Roe)" is Jane Roe; Atom's author is what its name element says.
    static func name(ofAuthor text: String) -> String {
        if let open = text.utf8.firstIndex(of: UInt8(ascii: "(")),
            let close = text.utf8.lastIndex(of: UInt8(ascii: ")")),
            open < close, text[..<open].contains("@")
        {
            return String(text[text.utf8.index(after: open)..<close])
        }
        if let start = text.firstRangeEnd(of: "<name>"), let end = text[start...].utf8.firstIndex(of: UInt8(ascii: "<"))
        {
            return String(text[start..<end])
        }
        return text
    }
}

extension String {
    /// The index after the first occurrence of an ASCII word.
    fileprivate func firstRangeEnd(of word: String) -> Index? {
        let needle = Array(word.utf8)
        var at = utf8.startIndex
        while at != utf8.endIndex {
            if utf8[at...].starts(with: needle) { return utf8.index(at, offsetBy: needle.count) }
            at = utf8.index(after: at)
        }
        return nil
    }
}
