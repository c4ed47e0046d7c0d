/// The keys of events as people copy them from what other verbs show.
enum EventKeyText {
    /// Whether words are such a key: a version's key, `.e` and where its first trigger starts.
    static func isKey(_ words: String) -> Bool {
        let parts = words.utf8.split(separator: UInt8(ascii: "."))
        guard parts.count == 2, parts[0].count == 12, parts[1].first == UInt8(ascii: "e") else { return false }
        return parts[1].dropFirst().first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
}
