/// A word with its hash, which is made once where the word is read: the many tables that a word is looked up in need
/// not hash it anew.
public struct HashedWord: Sendable {
    public let text: String
    public let hash: UInt64

    @inlinable
    public init(_ text: String) {
        self.init(text, hash: Self.hash(text))
    }

    /// A word whose hash is known.
    @inlinable
    public init(_ text: String, hash: UInt64) {
        self.text = text
        self.hash = hash
    }

    /// FNV-1a over the bytes of an ASCII word; equal strings that are written with other code points hash as Swift
    /// hashes them.
    @inlinable
    public static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            if byte >= 0x80 { return UInt64(truncatingIfNeeded: text.hashValue) }
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return hash ^ (hash >> 29)
    }
}

/// Words to values: a hash table that is asked far more often than it is changed, mostly for words it does not hold.
public struct WordMap<Value> {
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline var mark: UInt32
        /// The number of the entry, from 1; 0 for a free slot.
        @usableFromInline var entry: Int32

        @inlinable
        init(mark: UInt32, entry: Int32) {
            self.mark = mark
            self.entry = entry
        }
    }

    @usableFromInline var slots: [Slot]
    /// All words, in the order in which they were put in.
    public private(set) var words: [String] = []
    @usableFromInline var values: [Value] = []

    public init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size <<= 1 }
        slots = Array(repeating: Slot(mark: 0, entry: 0), count: size)
        words.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
    }

    /// How many words there are.
    public var count: Int { words.count }

    /// The value of a word.
    @inlinable
    public subscript(word: HashedWord) -> Value? {
        let slot = slot(of: word)
        let entry = Int(slots[slot].entry)
        return entry > 0 ? values[entry - 1] : nil
    }

    /// The value of a word that was not hashed before.
    public subscript(word: String) -> Value? { self[HashedWord(word)] }

    /// Puts in a word with its value, in place of the one it had.
    public mutating func set(_ value: Value, for word: String) {
        values[place(of: HashedWord(word), default: value)] = value
    }

    /// The value of a word, which is put in if there is none.
    public subscript(word: String, default value: @autoclosure () -> Value) -> Value {
        get { self[word] ?? value() }
        _modify {
            let place = place(of: HashedWord(word), default: value())
            yield &values[place]
        }
    }

    @inlinable
    public func contains(_ word: HashedWord) -> Bool { slots[slot(of: word)].entry > 0 }

    /// The slot that holds a word or would hold it.
    @inlinable
    func slot(of word: HashedWord) -> Int {
        let mask = slots.count - 1
        let mark = UInt32(truncatingIfNeeded: word.hash >> 32)
        var at = Int(truncatingIfNeeded: word.hash) & mask
        while true {
            let slot = slots[at]
            if slot.entry == 0 || (slot.mark == mark && words[Int(slot.entry) - 1] == word.text) { return at }
            at = (at + 1) & mask
        }
    }

    private mutating func place(of word: HashedWord, default value: @autoclosure () -> Value) -> Int {
        var slot = slot(of: word)
        if slots[slot].entry > 0 { return Int(slots[slot].entry) - 1 }
        if (words.count + 1) * 2 > slots.count {
            grow()
            slot = self.slot(of: word)
        }
        words.append(word.text)
        values.append(value())
        slots[slot] = Slot(mark: UInt32(truncatingIfNeeded: word.hash >> 32), entry: Int32(words.count))
        return words.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(mark: 0, entry: 0), count: slots.count * 2)
        let mask = slots.count - 1
        for (number, word) in words.enumerated() {
            let hash = HashedWord.hash(word)
            var at = Int(truncatingIfNeeded: hash) & mask
            while slots[at].entry > 0 { at = (at + 1) & mask }
            slots[at] = Slot(mark: UInt32(truncatingIfNeeded: hash >> 32), entry: Int32(number + 1))
        }
    }
}

extension WordMap: Sendable where Value: Sendable {}

/// Words that are in or not.
public typealias WordSet = WordMap<Void>

extension WordMap<Void> {
    public init(_ words: some Sequence<String>) {
        self.init()
        for word in words { set((), for: word) }
    }
}
