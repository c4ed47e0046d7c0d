internal import Record

/// The running hash of a name's key (`NameKey`), word after word, so that "New York" costs no more than "New" and one
/// step on. FNV-1a, 64 bits.
struct KeyHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var isEmpty = true

    init() {}

    /// The hash of a whole name.
    init(_ name: String) {
        append(key: NameKey.of(name).utf8)
    }

    /// Adds a word that is a key already; a space stands before it unless it is the first or is glued on.
    mutating func append(key: some Sequence<UInt8>, glued: Bool = false) {
        var first = true
        for byte in key {
            if first, !isEmpty, !glued { step(0x20) }
            first = false
            isEmpty = false
            step(byte)
        }
    }

    private mutating func step(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Hashes the key of a name given as ASCII bytes without making a string. Calls `boundary` with the hash of every
    /// beginning that ends before a space.
    /// - Returns: nil if a byte is not ASCII.
    static func ascii(_ bytes: ArraySlice<UInt8>, boundary: (UInt64) -> Void) -> KeyHash? {
        var hash = KeyHash()
        var pendingSpace = false
        for byte in bytes {
            let letter: UInt8
            switch byte {
            case 0x41...0x5A: letter = byte | 0x20
            case 0x61...0x7A, 0x30...0x39, 0x26, 0x2B: letter = byte
            case 0x27, 0x60, 0x2E: continue
            case 0x80...: return nil
            default:
                pendingSpace = true
                continue
            }
            if pendingSpace, !hash.isEmpty {
                boundary(hash.value)
                hash.step(0x20)
            }
            pendingSpace = false
            hash.isEmpty = false
            hash.step(letter)
        }
        return hash
    }
}
