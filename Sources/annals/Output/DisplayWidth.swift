/// How many terminal columns text takes.
///
/// East Asian wide and full-width characters take two, combining marks none (Unicode Standard Annex 11).
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        var width = 0
        for scalar in text.unicodeScalars { width += of(scalar) }
        return width
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The start of a text that fits into `width` columns, with an ellipsis where something is left out.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let next = of(scalar)
            if used + next > width - 1 { break }
            kept.append(scalar)
            used += next
        }
        return String(kept) + "…"
    }

    /// A text padded with spaces to `width` columns.
    static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - of(text)))
        return right ? space + text : text + space
    }

    /// A text broken at spaces into lines of at most `width` columns. Words longer than a line are broken.
    static func wrap(_ text: String, to width: Int) -> [String] {
        let width = max(width, 8)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            var rest = String(word)
            let length = of(rest)
            if used > 0, used + 1 + length > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while of(rest) > width {
                var head = String.UnicodeScalarView()
                var taken = 0
                var scalars = Array(rest.unicodeScalars)[...]
                while let next = scalars.first, taken + of(next) <= width {
                    head.append(next)
                    taken += of(next)
                    scalars = scalars.dropFirst()
                }
                lines.append(String(head))
                rest = String(String.UnicodeScalarView(scalars))
            }
            line += (used > 0 ? " " : "") + rest
            used += (used > 0 ? 1 : 0) + of(rest)
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }
}
