/// Text as a terminal may have it.
///
/// Control characters and escape sequences could rewrite the screen, the window's title or the clipboard; marks that
/// turn the direction of writing or take no room could make a name look like another. All of them are shown as `�`.
enum SafeText {
    /// On one line: line ends and tabs become spaces.
    static func line(_ text: String) -> String { safe(text, keepingLines: false) }

    /// On lines as they stand.
    static func lines(_ text: String) -> String { safe(text, keepingLines: true) }

    private static func safe(_ text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": safe.append(keepingLines ? scalar : " ")
            // Two lines of CSV end so; alone it would write over what stands there.
            case "\r" where !keepingLines: safe.append(" ")
            // Joiners spell words in Arabic and Indic scripts and build emoji; elsewhere they only hide.
            case "\u{200C}" where previous.value >= 0x0600, "\u{200D}" where previous.value >= 0x0600:
                safe.append(scalar)
            case _ where isUnsafe(scalar): safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
            previous = scalar
        }
        return String(safe)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }
}
