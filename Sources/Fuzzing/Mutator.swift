/// Makes bad input out of good: flipped bytes, cut and spliced pieces, repeats, deep nesting, words that mean
/// something to a format, and oddities of Unicode.
public struct Mutator: Sendable {
    private let words: [[UInt8]]
    private let others: [[UInt8]]

    /// - Parameters:
    ///   - words: what means something to the target.
    ///   - others: inputs that pieces are taken from.
    public init(words: [[UInt8]], others: [[UInt8]]) {
        self.words = words.filter { !$0.isEmpty }
        self.others = others.filter { !$0.isEmpty }
    }

    /// A changed input of at most `limit` bytes.
    public func mutated(_ input: [UInt8], limit: Int, using dice: inout SplitMix) -> [UInt8] {
        var bytes = input
        for _ in 0...dice.below(4) { step(&bytes, using: &dice) }
        if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
        return bytes
    }

    private func step(_ bytes: inout [UInt8], using dice: inout SplitMix) {
        let at = dice.below(bytes.count + 1)
        switch dice.below(12) {
        case 0:
            if at < bytes.count { bytes[at] ^= 1 << UInt8(dice.below(8)) }
        case 1:
            if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: dice.next()) }
        case 2: bytes.removeSubrange(piece(of: bytes, using: &dice))
        case 3: bytes.removeLast(min(bytes.count, dice.below(bytes.count / 2 + 1)))
        case 4, 5: bytes.insert(contentsOf: dice.pick(words) ?? [], at: at)
        case 6: bytes.insert(contentsOf: Self.oddities[dice.below(Self.oddities.count)], at: at)
        case 7:
            let repeated = Array(bytes[piece(of: bytes, using: &dice)].prefix(40))
            for _ in 0..<dice.below(200) { bytes.insert(contentsOf: repeated, at: at) }
        case 8:
            let word = dice.pick(words) ?? []
            let nested = (0...dice.below(600)).flatMap { _ in word }
            bytes.insert(contentsOf: nested, at: at)
        case 9:
            if let other = dice.pick(others) {
                bytes.insert(contentsOf: other[piece(of: other, using: &dice)], at: at)
            }
        case 10:
            if let other = dice.pick(others) {
                bytes.replaceSubrange(at..., with: other.suffix(dice.below(other.count + 1)))
            }
        default:
            let moved = Array(bytes[piece(of: bytes, using: &dice)])
            bytes.insert(contentsOf: moved, at: at)
        }
    }

    private func piece(of bytes: [UInt8], using dice: inout SplitMix) -> Range<Int> {
        let from = dice.below(bytes.count + 1)
        return from..<(from + dice.below(min(bytes.count - from, 400) + 1))
    }

    /// Characters and bytes that text is rarely tested with.
    private static let oddities: [[UInt8]] =
        [
            "\u{0}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{A0}", "\u{AD}", "\u{200B}",
            "\u{200D}", "\u{200E}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}",
            "e\u{301}", "\u{301}\u{327}\u{301}", "\u{1100}\u{1161}\u{11A8}", "\u{212B}", "\u{FB01}",
            "\u{1F468}\u{200D}\u{1F469}",
            "\u{10FFFF}", "\u{E0041}", "\u{130}", "\u{DF}", "\u{1E9E}", "\u{FF21}", "\u{660}", "\u{2160}", "Київ",
            "محمد",
            "북한", "\r\n", "\r", "\u{B}", "\u{C}", "\u{2019}s", "\u{201C}", "\u{201D}", "\u{2026}", "\u{2013}",
        ].map { (text: String) in Array(text.utf8) } + [
            [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x80], [0xF0, 0x9F],
        ]
}
