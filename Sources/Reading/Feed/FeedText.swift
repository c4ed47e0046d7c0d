/// What stands in the fields of feeds and before their first element.
enum FeedText {
    /// The character set that the XML declaration names.
    static func declaredEncoding(_ bytes: some Collection<UInt8>) -> String? {
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
