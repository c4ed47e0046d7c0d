/// Spellings of one Slavic or Arabic name in Latin letters, brought to one form: Zaluzhny and Zaluzhnyi, Petrenkov and
/// Petrenkow, Valery and Valerii. Used to compare names inside one document only.
enum Spelling {
    /// The common form of a name's key.
    static func folded(_ key: String) -> String {
        var out: [UInt8] = []
        for byte in key.utf8 {
            var letter = byte
            switch byte {
            case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
            case UInt8(ascii: "y"), UInt8(ascii: "j"): letter = UInt8(ascii: "i")
            case UInt8(ascii: "h") where out.last == UInt8(ascii: "k"): continue
            default: break
            }
            // "ff" at the end of a word and doubled letters within it
            if letter == out.last, letter != 0x20 { continue }
            if letter == 0x20 { close(&out) }
            out.append(letter)
        }
        close(&out)
        return String(decoding: out, as: UTF8.self)
    }

    /// A word's end: "-of" is "-ov", "-ie" and "-ei" are "-i".
    private static func close(_ out: inout [UInt8]) {
        guard out.count > 4 else { return }
        if out.last == UInt8(ascii: "f"), out[out.count - 2] == UInt8(ascii: "o") {
            out[out.count - 1] = UInt8(ascii: "v")
        }
        if out.last == UInt8(ascii: "i"), out[out.count - 2] == UInt8(ascii: "e") { out.remove(at: out.count - 2) }
    }
}
