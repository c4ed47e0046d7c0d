public import Tables

/// What is known of single words before any text is read: a vector learnt from much text, and the classes that the
/// tables put it into.
public struct WordTable: Sendable {
    /// What is known of a word.
    public struct Entry: Hashable, Sendable {
        /// The row of its vector.
        public var vector: Int?
        /// A bit for each class.
        public var classes: UInt16
        /// True if the training text has it more than once.
        public var isKnown: Bool

        public init(vector: Int?, classes: UInt16, isKnown: Bool) {
            self.vector = vector
            self.classes = classes
            self.isKnown = isKnown
        }

        /// Of a word that is in no table.
        public static let nothing = Entry(vector: nil, classes: 0, isKnown: false)
    }

    /// How many numbers a vector has.
    public let dimensions: Int
    /// All vectors, row by row.
    public let vectors: ModelArray<Int8>
    /// Open addressing by the hash of the word: a fingerprint of 27 bits, known or not, 16 bits of classes, and 20
    /// bits for the row of the vector, from 1. An empty slot is 0.
    private let slots: ModelArray<UInt64>

    /// The sections of the file that hold it.
    static let slotsSection = "word slots"
    static let vectorsSection = "word vectors"

    /// Reads it from a model file.
    public init(file: ModelFile, dimensions: Int) throws(DataError) {
        self.dimensions = dimensions
        vectors = try file.array(Self.vectorsSection, of: Int8.self)
        slots = try file.array(Self.slotsSection, of: UInt64.self)
        let count = vectors.count / max(1, dimensions)
        guard slots.count.nonzeroBitCount == 1, dimensions > 0, vectors.count % dimensions == 0,
            slots.allSatisfy({ Int($0 & 0xFFFFF) <= count }), slots.contains(0)
        else {
            throw DataError(
                file: file.path, line: nil,
                expected: "a table of words with a free slot and \(dimensions)-part vectors",
                advice: "Make the model anew with `make train`.")
        }
    }

    /// What is known of a word in lower case.
    public func entry(_ lower: String) -> Entry {
        let hash = Self.hash(lower)
        let mask = slots.count - 1
        let fingerprint = hash >> 37
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 {
            let slot = slots[at]
            if slot >> 37 == fingerprint {
                let row = Int(slot & 0xFFFFF)
                return Entry(
                    vector: row == 0 ? nil : row - 1, classes: UInt16(truncatingIfNeeded: slot >> 20),
                    isKnown: (slot >> 36) & 1 == 1)
            }
            at = (at + 1) & mask
        }
        return .nothing
    }

    /// Adds the sections of a table to a model file.
    /// - Parameters:
    ///   - words: each word in lower case with what is known of it; each once.
    ///   - vectors: the rows that the entries name.
    public static func write(_ words: [(word: String, entry: Entry)], vectors: [Int8], to writer: inout ModelWriter) {
        var size = 1024
        while size < words.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for (word, entry) in words {
            let hash = hash(word)
            var at = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[at] != 0 { at = (at + 1) & (size - 1) }
            let row = entry.vector.map { UInt64($0 + 1) } ?? 0
            let slot = (hash >> 37) << 37 | (entry.isKnown ? 1 << 36 : 0) | UInt64(entry.classes) << 20 | row
            // A word of which nothing is known is as good as absent.
            if slot << 27 != 0 { slots[at] = slot }
        }
        writer.add(slotsSection, slots)
        writer.add(vectorsSection, vectors)
    }

    private static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        return hash ^ (hash >> 32)
    }
}
