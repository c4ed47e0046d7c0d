/// The last bytes of a word, up to seven, packed into a number.
///
/// A word that is not longer than that begins with a mark of its start, so that `^is` is told from `-is`.
package struct Ending: Hashable, Sendable {
    /// How many bytes are looked at; the mark of the start counts.
    package static let longest = 7
    static let start = UInt8(ascii: "^")

    /// The bytes, the last one lowest, with the length above them.
    package let key: UInt64

    /// All endings of a word from the longest to the empty one.
    package static func all(of word: some BidirectionalCollection<UInt8>) -> [Ending] {
        var keys: [Ending] = [Ending(key: 0)]
        var bytes: UInt64 = 0
        var length: UInt64 = 0
        func add(_ byte: UInt8) {
            bytes |= UInt64(byte) << (8 * length)
            length += 1
            keys.append(Ending(key: bytes | length << 56))
        }
        for byte in word.reversed() where length < longest { add(byte) }
        if length < longest { add(start) }
        return keys.reversed()
    }

    init(key: UInt64) { self.key = key }

    /// An ending as the tables write it: `ied`, `^die`, or nothing.
    /// - Returns: nil if it is longer than is looked at.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest else { return nil }
        var key = UInt64(bytes.count) << 56
        for (place, byte) in bytes.reversed().enumerated() { key |= UInt64(byte) << (8 * UInt64(place)) }
        self.key = key
    }

    /// How many bytes it has, with the mark of the start.
    package var length: Int { Int(key >> 56) }

    /// Its bytes in the order of writing.
    package var bytes: [UInt8] {
        (0..<length).reversed().map { UInt8(truncatingIfNeeded: key >> (8 * UInt64($0))) }
    }

    /// The ending that is shorter by one byte.
    package var shorter: Ending {
        let length = UInt64(length)
        guard length > 1 else { return Ending(key: 0) }
        return Ending(key: key & ((1 << (8 * (length - 1))) - 1) | (length - 1) << 56)
    }
}
