/// The public key of a part of a version: `3f9a2c1b04de.e153` is the event whose first trigger starts at code point 153,
/// `3f9a2c1b04de.c26-51` the chain whose first mention stands there.
struct PartKey: Hashable {
    /// The version's key.
    var version: String
    /// `e` for events, `c` for chains, `s` for statements.
    var letter: Character
    var start: Int
    /// Where the words end, for chains.
    var end: Int?

    /// - Returns: nil for keys of other forms, reference ids and names.
    init?(_ key: String) {
        guard let dot = key.lastIndex(of: ".") else { return nil }
        let version = key[..<dot]
        let isVersion = version.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        var rest = key[key.index(after: dot)...]
        guard !version.isEmpty, isVersion, let letter = rest.popFirst(), ["e", "c", "s"].contains(letter) else {
            return nil
        }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, let start = Int(first), start >= 0 else { return nil }
        self.version = String(version)
        self.letter = letter
        self.start = start
        // The number after an event's dash tells apart two that start at one place.
        if letter == "c", parts.count == 2 { end = Int(parts[1]) }
    }
}
