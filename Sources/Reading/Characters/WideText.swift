/// UTF-16 and UTF-32 that no mark announces, told by where their zero bytes stand. East Asian texts need the mark:
/// without one they look like any bytes.
enum WideText {
    private static let sampleSize = 4096

    /// The C library's name of the set; nil for what is neither.
    static func charset(of bytes: ArraySlice<UInt8>) -> String? {
        let sample = bytes.prefix(sampleSize)
        guard sample.count >= 8, sample.contains(0) else { return nil }
        for (name, width, isBigEndian) in [
            ("UTF-32LE", 4, false), ("UTF-32BE", 4, true), ("UTF-16LE", 2, false), ("UTF-16BE", 2, true),
        ] where isText(sample, width: width, isBigEndian: isBigEndian) {
            return name
        }
        return nil
    }

    /// True where all units are characters that texts hold, and a good part are letters, digits, spaces or marks of
    /// ASCII, as in every language that parts its words.
    private static func isText(_ bytes: ArraySlice<UInt8>, width: Int, isBigEndian: Bool) -> Bool {
        var plain = 0
        var strange = 0
        var units = 0
        var at = bytes.startIndex
        while at + width <= bytes.endIndex {
            var unit: UInt32 = 0
            for offset in 0..<width {
                let byte = UInt32(bytes[isBigEndian ? at + offset : at + width - 1 - offset])
                unit = unit << 8 | byte
            }
            switch unit {
            case 0x20...0x7E, 0x09, 0x0A, 0x0D: plain += 1
            case 0..<0x20, 0x7F..<0xA0, 0x11_0000...: return false
            // Halves of pairs are units of UTF-16 only.
            case 0xD800..<0xE000 where width == 4: return false
            case 0x2100...: strange += 1
            default: break
            }
            units += 1
            at += width
        }
        return plain * 20 >= units && strange * 5 <= units
    }
}
