@_spi(_Unicode) internal import Swift

/// The one form in which texts are stored, hashed and counted: `\n` as the line end, plain spaces, no characters
/// that cannot be seen, composed letters (Unicode NFC), no spaces at the ends of lines, at most one blank line in a row.
package enum TextCleaner {
    /// The cleaned text.
    package static func clean(_ text: String) -> String {
        var text = text
        var writer = Writer()
        text.withUTF8 { bytes in
            writer.output.reserveCapacity(bytes.count)
            var at = 0
            while at < bytes.count {
                let byte = bytes[at]
                if byte < 0x80 {
                    at += 1
                    switch byte {
                    case 0x21...0x7E: writer.put(byte)
                    case 0x20, 0x09: writer.space()
                    case 0x0D:
                        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
                        writer.newline()
                    case 0x0A, 0x0B, 0x0C: writer.newline()
                    default: break
                    }
                    continue
                }
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                guard at + length <= bytes.count else { break }
                var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
                for offset in 1..<length { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
                writer.put(value, encodedAs: bytes[at..<at + length])
                at += length
            }
        }
        let result = String(decoding: writer.finished(), as: UTF8.self)
        return writer.mayNeedComposition ? composed(result) : result
    }

    /// The cleaned text on one line: for titles and names.
    package static func cleanLine(_ text: String) -> String {
        let cleaned = clean(text)
        guard cleaned.utf8.contains(0x0A) else { return cleaned }
        return cleaned.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private static func composed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
    }

    private struct Writer {
        var output: [UInt8] = []
        var mayNeedComposition = false
        private var newlines = 0
        private var hasSpace = false
        private var last: UInt32 = 0
        private var marks = 0

        /// Combining marks on one letter: more are no writing, and would take composition quadratic time (Unicode
        /// Standard Annex 15, stream-safe text).
        private static let mostMarks = 30

        mutating func space() { hasSpace = true }

        mutating func newline() {
            newlines += 1
            hasSpace = false
        }

        private mutating func flush() {
            if newlines > 0 {
                if !output.isEmpty { output.append(contentsOf: repeatElement(0x0A, count: min(newlines, 2))) }
                newlines = 0
            } else if hasSpace, !output.isEmpty {
                output.append(0x20)
            }
            hasSpace = false
        }

        mutating func put(_ byte: UInt8) {
            flush()
            output.append(byte)
            last = UInt32(byte)
        }

        mutating func put(_ value: UInt32, encodedAs bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            switch value {
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: space()
            case 0x2028, 0x2029: newline()
            case 0x80...0x9F:
                // Control characters that nobody means: bytes of windows-1252 that were taken for Latin-1.
                if let letter = Self.windows1252[Int(value - 0x80)] { for byte in String(letter).utf8 { put(byte) } }
            case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
                break
            case 0x200C, 0x200D:
                // Joiners spell words in Arabic and Indic scripts and build emoji; elsewhere they only hide.
                if last >= 0x0600, newlines == 0, !hasSpace { append(value, bytes) }
            default:
                // Noncharacters end in FFFE and FFFF on every plane.
                guard value & 0xFFFE != 0xFFFE else { return }
                marks = Self.isMark(value) ? marks + 1 : 0
                if marks <= Self.mostMarks { append(value, bytes) }
            }
        }

        private static func isMark(_ value: UInt32) -> Bool {
            guard value >= 0x300, !(0x2010..<0x20D0).contains(value), !(0x3100..<0xA66F).contains(value),
                !(0xAC00..<0xFB1E).contains(value), let scalar = Unicode.Scalar(value)
            else { return false }
            return scalar.properties.canonicalCombiningClass != .notReordered
        }

        private mutating func append(_ value: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            flush()
            output.append(contentsOf: bytes)
            last = value
            if mayNeedComposition { return }
            switch value {
            // Blocks without combining marks and without letters that NFC replaces.
            case 0xA0...0x2FF, 0x400...0x482, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0xAC00...0xD7A3,
                0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF:
                break
            default: mayNeedComposition = true
            }
        }

        /// What was written, without trailing line ends and spaces.
        mutating func finished() -> [UInt8] { output }

        /// What bytes 0x80 to 0x9F mean in windows-1252.
        private static let windows1252: [Unicode.Scalar?] = [
            "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
            nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
        ]
    }
}
