/// Random numbers that are the same on every run: SplitMix64 (Steele, Lea and Flood, 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, 1.
    public mutating func fraction() -> Float { Float(next() >> 40) / Float(1 << 24) }

    /// True with a probability.
    public mutating func chance(_ probability: Float) -> Bool { fraction() < probability }

    /// A number from 0 to `count` - 1; 0 if there is none.
    mutating func below(_ count: Int) -> Int {
        count > 1 ? Int(next().multipliedFullWidth(by: UInt64(count)).high) : 0
    }

    /// True in so many of a hundred cases.
    mutating func chance(percent: Int) -> Bool { below(100) < percent }

    /// One of the items; nil if there is none.
    mutating func pick<Item>(_ items: [Item]) -> Item? {
        items.isEmpty ? nil : items[below(items.count)]
    }
}
