internal import Reading
internal import Record

/// What decoding and cleaning promise.
enum TextPromises {
    /// Decodes the input as each character set that files may name, and cleans it.
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        for charset in [nil, "utf-8", "windows-1252", "gb18030", "euc-jp", "utf-7", "no such"] {
            let decoded = TextDecoder.decode(input, declared: charset, fallback: charset == nil ? "WINDOWS-1252" : nil)
            let text = TextCleaner.clean(decoded.text)
            try check(stored: text)
            let line = TextCleaner.cleanLine(decoded.text)
            try promise(!line.utf8.contains(0x0A), "a line holds a line end")
            try promise(isPlain(line), "a cleaned line holds characters that cannot be seen")
        }
    }

    /// A text in the form that is stored: cleaning it changes nothing, and its offsets agree with its code points.
    static func check(stored text: String) throws(BrokenPromise) {
        try promise(Array(TextCleaner.clean(text).utf8) == Array(text.utf8), "cleaning a cleaned text changes it")
        let source = SourceText(text)
        let scalars = Array(text.unicodeScalars)
        try promise(source.count == scalars.count, "code points are miscounted")
        for point in stride(from: 0, to: source.count, by: max(1, source.count / 8)) {
            let byte = source.byteOffset(ofCodePoint: point)
            try promise(source.codePoint(ofByte: byte) == point, "offset \(point) does not come back")
            try promise(
                source[Span(start: point, end: point + 1)].unicodeScalars.first == scalars[point],
                "offset \(point) names another character")
        }
        for scalar in scalars {
            try promise(scalar == "\n" || isPlain(scalar), "U+\(String(scalar.value, radix: 16)) is stored")
        }
    }

    /// True where nothing in a text could move a cursor or turn what follows.
    static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPlain) }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}
