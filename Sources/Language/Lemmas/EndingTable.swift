/// What follows from the ending of a word: the value of the longest ending that is known decides.
package struct EndingTable<Value: Equatable & Sendable>: Sendable {
    private var slots: [(key: UInt64, value: Int32)] = []
    private var values: [Value] = []
    private var longest = 0
    /// How many endings it knows.
    package private(set) var count = 0

    package init() {}

    package subscript(ending: Ending) -> Value? {
        get {
            guard count > 0 else { return nil }
            let value = slots[slot(of: ending.key)].value
            return value >= 0 ? values[Int(value)] : nil
        }
        set {
            guard let newValue else { return }
            if (count + 1) * 2 > slots.count { grow() }
            let slot = slot(of: ending.key)
            if slots[slot].value < 0 { count += 1 }
            slots[slot] = (ending.key, number(of: newValue))
            longest = max(longest, ending.length)
        }
    }

    /// The value that the end of a word gives it; nil if not even the empty ending is known.
    package func value(for text: String) -> Value? {
        let word = text.utf8
        guard count > 0 else { return nil }
        var best = slots[slot(of: 0)].value
        var key: UInt64 = 0
        var length: UInt64 = 0
        var at = word.endIndex
        while length < UInt64(longest) {
            var byte = Ending.start
            let isStart = at == word.startIndex
            if !isStart {
                at = word.index(before: at)
                byte = word[at]
            }
            key |= UInt64(byte) << (8 * length)
            length += 1
            let found = slots[slot(of: key | length << 56)].value
            if found >= 0 { best = found }
            if isStart { break }
        }
        return best >= 0 ? values[Int(best)] : nil
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        var at = Int(truncatingIfNeeded: mixed >> 32) & mask
        while slots[at].value >= 0, slots[at].key != key { at = (at + 1) & mask }
        return at
    }

    private mutating func number(of value: Value) -> Int32 {
        if let known = values.firstIndex(of: value) { return Int32(known) }
        values.append(value)
        return Int32(values.count - 1)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, -1), count: max(16, old.count * 2))
        for entry in old where entry.value >= 0 { slots[slot(of: entry.key)] = entry }
    }
}
