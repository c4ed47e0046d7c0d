/// What single characters are to the tokenizer.
enum Letters {
    @inline(__always)
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar == " " || (scalar >= "\t" && scalar <= "\r") : scalar.properties.isWhitespace
    }

    @inline(__always)
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    @inline(__always)
    static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool { (scalar.value | 0x20) &- 0x61 < 26 }

    /// A letter, or a mark that is set over or beside one.
    @inline(__always)
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? isASCIILetter(scalar) : isForeignLetter(scalar)
    }

    /// A letter, a digit or another number.
    @inline(__always)
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? isASCIILetter(scalar) || isDigit(scalar) : isForeignWord(scalar)
    }

    @inline(__always)
    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar >= "A" && scalar <= "Z" : scalar.properties.isUppercase
    }

    /// An apostrophe, straight or curly, or what is typed for one.
    @inline(__always)
    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "`" || scalar == "\u{B4}" || scalar == "\u{2BC}"
    }

    static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xAA && (scalar.properties.isAlphabetic || isMark(scalar))
    }

    static func isForeignWord(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xAA, !(0x2010...0x2027).contains(scalar.value) else { return false }
        return scalar.properties.isAlphabetic || isMark(scalar) || scalar.properties.generalCategory == .decimalNumber
    }

    /// A mark that belongs to the character before it.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// A character that only joins or varies others: no sign of its own.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF, 0xAD, 0xE0020...0xE007F:
            true
        default: false
        }
    }

    /// The form in which the tables hold it: lower case (of ASCII) with straight apostrophes.
    @inline(__always)
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 {
            if value &- 0x41 < 26 { return value | 0x20 }
            return value == 0x60 ? 0x27 : value
        }
        return value == 0x2019 || value == 0xB4 || value == 0x2BC ? 0x27 : value
    }
}
