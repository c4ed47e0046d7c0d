/// Hashes of names to what they name: open addressing, with chains for names that many things share.
///
/// Holds numbers only, so that some hundred thousand names are indexed in tens of milliseconds.
struct NameIndex: Sendable {
    private var keys: [UInt64]
    /// The first item of each key, or -1.
    private var heads: [Int32]
    private var items: [(value: UInt32, next: Int32)] = []
    private var used = 0
    /// One bit for the hash of every beginning of a name of several words: tells when to stop looking for a longer one.
    private var beginnings: [UInt64]

    private static let beginningBits = 22

    init(capacity: Int = 1 << 10) {
        var size = 1 << 10
        while size < capacity * 2 { size <<= 1 }
        keys = Array(repeating: 0, count: size)
        heads = Array(repeating: -1, count: size)
        beginnings = Array(repeating: 0, count: (1 << Self.beginningBits) / 64)
    }

    mutating func insert(_ key: UInt64, _ value: UInt32) {
        if used * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        if heads[slot] < 0 {
            keys[slot] = key
            used += 1
        } else {
            var item = heads[slot]
            while item >= 0 {
                if items[Int(item)].value == value { return }
                item = items[Int(item)].next
            }
        }
        items.append((value, heads[slot]))
        heads[slot] = Int32(truncatingIfNeeded: items.count - 1)
    }

    mutating func insertBeginning(_ key: UInt64) {
        let bit = Self.bit(of: key)
        beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// False only if no name of several words starts so.
    func mayContinue(_ key: UInt64) -> Bool {
        let bit = Self.bit(of: key)
        return beginnings[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    func contains(_ key: UInt64) -> Bool { heads[slot(of: key)] >= 0 }

    /// The values under a key, in the order of their insertion.
    func values(_ key: UInt64) -> [UInt32] {
        var found: [UInt32] = []
        var item = heads[slot(of: key)]
        while item >= 0 {
            found.append(items[Int(item)].value)
            item = items[Int(item)].next
        }
        found.reverse()
        return found
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
        while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldHeads = heads
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        heads = Array(repeating: -1, count: oldKeys.count * 2)
        for (index, head) in oldHeads.enumerated() where head >= 0 {
            let slot = slot(of: oldKeys[index])
            keys[slot] = oldKeys[index]
            heads[slot] = head
        }
    }

    private static func bit(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> UInt64(64 - beginningBits))
    }
}
