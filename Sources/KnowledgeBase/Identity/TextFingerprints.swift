/// Fingerprints of a text, by which copies and passages that stand in several texts are recognised.
///
/// Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003): of the
/// hashes of all word 5-grams the least of each window of 12 is kept. Two texts with 16 words in a row in common share at
/// least one, wherever the passage stands; case, punctuation and line breaks make no difference.
struct TextFingerprints {
    struct Fingerprint: Hashable {
        /// 40 bits.
        var hash: Int64
        /// The code point at which the five words start; -1 for the fingerprint of the whole text.
        var position: Int
    }

    /// Words in a row that are hashed.
    static let gram = 5
    /// Hashes of which one is kept.
    static let window = 12
    private static let mask: UInt64 = 0xFF_FFFF_FFFF

    /// In text order, after the one of the whole text. Empty for a text of fewer than five words.
    let all: [Fingerprint]
    /// Hashes of the words that hold a digit: two reports on one form with other numbers are no copies.
    let numbers: Set<UInt64>

    init(text: String) {
        var words: [(hash: UInt64, start: Int)] = []
        var numbers: Set<UInt64> = []
        var hash: UInt64 = 0
        var isNumber = false
        var start = 0
        var position = 0
        var whole: UInt64 = 0
        func close() {
            guard hash != 0 else { return }
            words.append((hash, start))
            whole = Self.mix(whole ^ hash)
            if isNumber { numbers.insert(hash) }
            hash = 0
            isNumber = false
        }
        for byte in text.utf8 {
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) || lower >= 0x80 {
                if hash == 0 { start = position }
                if lower < 0x3A { isNumber = true }
                hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
            } else {
                close()
            }
            if byte & 0xC0 != 0x80 { position += 1 }
        }
        close()
        self.numbers = numbers
        guard words.count >= Self.gram else {
            all = []
            return
        }
        let grams = (0...words.count - Self.gram).map { first in
            Fingerprint(
                hash: Int64(words[first..<first + Self.gram].reduce(0) { Self.mix($0 &+ $1.hash) } & Self.mask),
                position: words[first].start)
        }
        all = [Fingerprint(hash: Int64(Self.mix(whole) & Self.mask), position: -1)] + Self.winnowed(grams)
    }

    /// The least of each window, the last of several; all windows that share one keep it once.
    private static func winnowed(_ grams: [Fingerprint]) -> [Fingerprint] {
        var kept: [Fingerprint] = []
        // Candidates in text order with rising hashes: the first is the least of the window.
        var queue: [Int] = []
        var head = 0
        for index in grams.indices {
            while queue.count > head, let last = queue.last, grams[last].hash >= grams[index].hash {
                queue.removeLast()
            }
            queue.append(index)
            if queue[head] + window <= index { head += 1 }
            guard index + 1 >= min(window, grams.count) else { continue }
            let least = grams[queue[head]]
            if kept.last != least { kept.append(least) }
        }
        return kept
    }

    /// SplitMix64's finaliser.
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
