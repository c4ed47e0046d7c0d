/// A min-hash sketch of a text's word 5-grams, for recognising copies.
///
/// Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the Jaccard
/// similarity of the two sets of 5-grams. With 64 minima the standard error is at most 0.0625.
struct TextSketch: Equatable {
    static let size = 64
    static let bandCount = 16
    private static let shingle = 5

    /// `size` minima; all of them `UInt32.max` for a text of fewer than five words.
    let minima: [UInt32]

    init(text: String) {
        var words: [UInt64] = []
        var hash: UInt64 = 0
        for byte in text.utf8 {
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) || lower >= 0x80 {
                hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
            } else if hash != 0 {
                words.append(hash)
                hash = 0
            }
        }
        if hash != 0 { words.append(hash) }
        var minima = [UInt32](repeating: .max, count: Self.size)
        var position = 0
        while position + Self.shingle <= words.count {
            var gram: UInt64 = 0
            for word in words[position..<position + Self.shingle] { gram = Self.mix(gram &+ word) }
            for slot in 0..<Self.size {
                let value = UInt32(
                    truncatingIfNeeded: Self.mix(gram ^ (UInt64(slot + 1) &* 0x9E37_79B9_7F4A_7C15)) >> 32)
                if value < minima[slot] { minima[slot] = value }
            }
            position += 1
        }
        self.minima = minima
    }

    init(minima: [UInt32]) { self.minima = minima }

    /// True for a text too short to be compared.
    var isEmpty: Bool { minima.allSatisfy { $0 == .max } }

    /// The estimated share of common 5-grams, 0 to 1.
    func similarity(to other: TextSketch) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        return Double(zip(minima, other.minima).lazy.filter(==).count) / Double(Self.size)
    }

    /// One hash a band: texts of a similarity of 0.6 share one with a probability of 0.89, of 0.8 with 0.9998.
    var bands: [Int64] {
        let width = Self.size / Self.bandCount
        return (0..<Self.bandCount).map { band in
            var hash: UInt64 = UInt64(band)
            for value in minima[band * width..<(band + 1) * width] { hash = Self.mix(hash &+ UInt64(value)) }
            return Int64(bitPattern: hash)
        }
    }

    /// Four bytes a minimum, little-endian.
    var bytes: [UInt8] {
        minima.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == Self.size * 4 else { return nil }
        minima = (0..<Self.size).map { slot in
            (0..<4).reduce(0) { $0 | UInt32(bytes[slot * 4 + $1]) << (8 * UInt32($1)) }
        }
    }

    /// SplitMix64's finaliser.
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
