/// Bytes to text: byte-order marks first, then UTF-8 where the bytes are that, then the character set the document
/// names, else UTF-8 with U+FFFD for what is none.
package enum TextDecoder {
    /// A text, and what was doubtful about its bytes.
    package struct Decoded {
        package var text: String
        package var warning: String?
    }

    /// - Parameters:
    ///   - declared: the character set that the document names.
    ///   - fallback: the character set of bytes that are no UTF-8 and hold not one of its longer sequences.
    package static func decode(_ bytes: some Collection<UInt8>, declared: String? = nil, fallback: String? = nil)
        -> Decoded
    {
        let bytes = Array(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decodeUTF8(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return convert(bytes[4...], from: "UTF-32LE") }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return convert(bytes[4...], from: "UTF-32BE") }
        if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes[2...], isBigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes[2...], isBigEndian: true) }
        if let wide = WideText.charset(of: bytes[...]) { return convert(bytes[...], from: wide) }
        if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
        if let declared, let name = charset(declared) {
            if name != "UTF-8" { return convert(bytes[...], from: name) }
        } else if let fallback, !holdsUTF8(bytes) {
            var result = convert(bytes[...], from: fallback)
            result.warning = "the character set is not named; it was read as \(fallback)"
            return result
        }
        return decodeUTF8(bytes[...])
    }

    private static func decodeUTF8(_ bytes: ArraySlice<UInt8>) -> Decoded {
        if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
        return Decoded(text: String(decoding: bytes, as: UTF8.self), warning: replacedWarning("UTF-8"))
    }

    private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            at += 2
        }
        if at == bytes.endIndex, let text = String(validating: units, as: UTF16.self) { return Decoded(text: text) }
        return Decoded(text: String(decoding: units, as: UTF16.self), warning: replacedWarning("UTF-16"))
    }

    private static func replacedWarning(_ name: String) -> String {
        "some bytes are not \(name); they were read as U+FFFD"
    }

    /// True where a valid sequence of more than one byte occurs.
    private static func holdsUTF8(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while at < bytes.count {
            let length = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : bytes[at] >= 0xC2 ? 2 : 1
            if length > 1, at + length <= bytes.count, bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            {
                return true
            }
            at += 1
        }
        return false
    }

    /// The name under which the C library knows a character set, by the labels of the WHATWG Encoding Standard.
    private static func charset(_ label: String) -> String? {
        var name = ""
        for byte in label.utf8.prefix(40) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): name.unicodeScalars.append(Unicode.Scalar(byte & 0xDF))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x20, 0x09, 0x22, 0x27: break
            default: return nil
            }
        }
        switch name {
        case "": return nil
        // Meta tags cannot name what they could not be read in.
        case "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "UNICODE": return "UTF-8"
        case "ISO-8859-1", "ISO8859-1", "LATIN1", "US-ASCII", "ASCII", "X-CP1252", "CP1252": return "WINDOWS-1252"
        case "ISO-8859-9", "LATIN5": return "WINDOWS-1254"
        case "X-CP1251", "CP1251", "WIN-1251": return "WINDOWS-1251"
        case "KOI8-R", "KOI8R", "KOI8": return "KOI8-R"
        case "GB2312", "GBK", "X-GBK", "GB_2312-80": return "GB18030"
        case "SHIFT_JIS", "SHIFT-JIS", "SJIS", "X-SJIS": return "CP932"
        case "EUC-KR", "KS_C_5601-1987", "KSC5601", "WINDOWS-949": return "CP949"
        default: return name
        }
    }

    /// Converts through the C library; what it cannot read becomes U+FFFD.
    private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> Decoded {
        guard let converter = CharacterConverter(from: name) else {
            var result = decodeUTF8(bytes)
            result.warning = "the character set \(name) is unknown; it was read as UTF-8"
            return result
        }
        let text = String(decoding: converter.converted(Array(bytes), isLast: true), as: UTF8.self)
        return Decoded(text: text, warning: converter.isDamaged ? replacedWarning(name) : nil)
    }

    /// True for UTF-16 and UTF-32, with a mark in front or without.
    static func isWide(_ bytes: ArraySlice<UInt8>) -> Bool {
        charset(ofStart: bytes, declared: nil).name != nil
    }

    /// The character set of a file that is read in pieces, by its first bytes.
    /// - Returns: how many bytes of a mark stand before the text, and the C library's name of the set; nil for UTF-8.
    static func charset(ofStart bytes: ArraySlice<UInt8>, declared: String?) -> (mark: Int, name: String?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, nil) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, "UTF-32LE") }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, "UTF-32BE") }
        if bytes.starts(with: [0xFF, 0xFE]) { return (2, "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return (2, "UTF-16BE") }
        if let wide = WideText.charset(of: bytes) { return (0, wide) }
        guard let declared, let name = charset(declared), name != "UTF-8" else { return (0, nil) }
        // Many files that name another set are UTF-8; a character cut at the end of the sample is none the less one.
        let whole = bytes.dropLast(CharacterConverter.unfinished(bytes))
        if String(validating: whole, as: UTF8.self) != nil, whole.contains(where: { $0 >= 0x80 }) { return (0, nil) }
        return (0, CharacterConverter.isKnown(name) ? name : nil)
    }
}
