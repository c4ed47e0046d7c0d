/// What the network sees of a word: rows of one table of embeddings, which it adds up.
///
/// The rows are chosen by hashing, so that the table needs no vocabulary: Weinberger et al., "Feature hashing for large
/// scale multitask learning" (2009).
public struct WordFeatures: Sendable {
    /// Rows of the table. A power of two.
    public static let tableRows = 1 << 15
    /// How many rows, of those that `append` adds, stand for the form itself; the trainer hides them at times.
    public static let formRows = 2
    /// The rows of a form that was not met in training.
    public static let unknownForm: [UInt32] = [0, 1]

    /// A word to look at.
    public struct Word {
        /// Its characters as written.
        public var text: String
        /// In lower case, with straight quotes.
        public var lower: String
        public var entry: WordTable.Entry
        public var isFirst: Bool
        public var spaceBefore: Bool

        public init(text: String, lower: String, entry: WordTable.Entry, isFirst: Bool, spaceBefore: Bool) {
            self.text = text
            self.lower = lower
            self.entry = entry
            self.isFirst = isFirst
            self.spaceBefore = spaceBefore
        }
    }

    /// Adds the rows of a word; those of its form come first.
    public static func append(_ word: Word, to rows: inout [UInt32]) {
        var text = word.text
        var lower = word.lower
        var shape: UInt64 = 0
        var firstIsUpper = false
        text.withUTF8 { bytes in
            firstIsUpper = bytes.first.map { (0x41...0x5A).contains($0) } ?? false
            shape = Self.shape(of: bytes)
        }
        lower.withUTF8 { bytes in
            let hash = Hash(bytes)
            if word.entry.isKnown {
                rows.append(row(hash.whole, seed: 1))
                rows.append(row(hash.whole, seed: 2))
            } else {
                rows.append(contentsOf: unknownForm)
            }
            rows.append(row(Hash(bytes.prefix(3)).whole, seed: 3))
            rows.append(row(Hash(bytes.suffix(2)).whole, seed: 4))
            rows.append(row(Hash(bytes.suffix(3)).whole, seed: 5))
            rows.append(row(Hash(bytes.suffix(4)).whole, seed: 6))
        }
        rows.append(row(shape, seed: 7))
        let place: UInt64 = (word.isFirst ? 1 : 0) | (word.spaceBefore ? 2 : 0) | (firstIsUpper ? 4 : 0)
        rows.append(row(place, seed: 8))
        rows.append(row(word.entry.vector == nil ? 0 : 1, seed: 9))
        var classes = word.entry.classes
        if classes != 0 { rows.append(row(UInt64(classes), seed: 10)) }
        while classes != 0 {
            rows.append(row(UInt64(classes.trailingZeroBitCount), seed: 11))
            classes &= classes - 1
        }
    }

    private struct Hash {
        var whole: UInt64 = 0xcbf2_9ce4_8422_2325

        /// FNV-1a with all digits alike.
        init(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                let known = (0x30...0x39).contains(byte) ? 0x30 : byte
                whole = (whole ^ UInt64(known)) &* 0x0000_0100_0000_01b3
            }
        }
    }

    /// Letters by case, digits, and other characters as they are; no more than two of a kind in a row.
    private static func shape(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var last: UInt8 = 0
        var run = 0
        for byte in bytes.prefix(40) {
            let kind: UInt8 =
                switch byte {
                case 0x41...0x5A: 0x58
                case 0x61...0x7A: 0x78
                case 0x30...0x39: 0x64
                case 0x80...: 0x75
                default: byte
                }
            run = kind == last ? run + 1 : 1
            last = kind
            if run <= 2 { hash = (hash ^ UInt64(kind)) &* 0x0000_0100_0000_01b3 }
        }
        return hash
    }

    private static func row(_ value: UInt64, seed: UInt64) -> UInt32 {
        var mixed = (value ^ (seed &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 31
        mixed = mixed &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: mixed >> 40) & UInt32(tableRows - 1)
    }
}
