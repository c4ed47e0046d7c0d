/// Text of articles on its way into other programs' formats. It is untrusted: it must neither break a format nor say
/// anything in it.
enum ExportText {
    /// On one line and without what XML 1.0 forbids: line ends and tabs become spaces; control characters, noncharacters
    /// and marks that turn the direction of writing are dropped.
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isSpace($0) || isForbidden($0) }) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                if clean.last != " " { clean.append(" ") }
            } else if !isForbidden(scalar) {
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// For the content and the attributes of XML.
    static func xml(_ text: String) -> String { escaped(clean(text)) }

    /// For the text of a web page: nothing in it is a tag.
    static func html(_ text: String) -> String { escaped(clean(text)) }

    /// An address that may stand in a link: of the web, without spaces or quotes; nil for any other.
    static func webAddress(_ text: String?) -> String? {
        guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && !["\"", "<", ">", "\\", "^", "`", "{", "|", "}"].contains(scalar)
                && !isSpace(scalar) && !isForbidden(scalar)
        }
        return isPlain && text.utf8.count <= 2000 ? text : nil
    }

    /// For Markdown: what could be a mark, a link, a tag or a formula of a plug-in is escaped, so that all shows as it is.
    static func markdown(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        // A dash at the start would begin a list, and so would a number with a dot.
        var start = (isEmpty: true, isNumber: true)
        for scalar in clean(text).unicodeScalars {
            defer {
                start.isEmpty = start.isEmpty && scalar == " "
                start.isNumber = start.isNumber && (scalar == " " || ("0"..."9").contains(scalar))
            }
            switch scalar {
            case "-" where start.isEmpty, "+" where start.isEmpty, "." where start.isNumber, ")" where start.isNumber:
                escaped.append(contentsOf: ["\\", scalar])
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "^", "=", "$", "%", "&", "!", "{", "}":
                escaped.append(contentsOf: ["\\", scalar])
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A double-quoted scalar of YAML: JSON's strings are such, and nothing that a reader refuses is left in it.
    static func yaml(_ text: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in clean(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF,
            0xFFF9...0xFFFB:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
