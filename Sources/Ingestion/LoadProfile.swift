/// Where the time of a load goes: the processor's time for each stage, over all threads.
public struct LoadProfile: Sendable {
    public var documents = 0
    public var sentences = 0
    /// Words between spaces.
    public var words = 0
    /// Finding, opening and decoding the input.
    public var read = Duration.zero
    /// Sentences, tokens, tags.
    public var analyse = Duration.zero
    /// Mentions, times, quantities, attributions, events, relations.
    public var extract = Duration.zero
    /// What can be said of a record without the store: its identity, statements, what its events are compared by.
    public var prepare = Duration.zero
    /// Writing the records.
    public var store = Duration.zero
    /// Identity, facts, disagreements: all that follows.
    public var resolve = Duration.zero
    /// From the first to the last moment, by the clock on the wall.
    public var total = Duration.zero

    public init() {}

    /// Names and values in the order of the stages; times in seconds.
    public var lines: [(name: String, value: String)] {
        func seconds(_ duration: Duration) -> String {
            let (seconds, attoseconds) = duration.components
            let milliseconds = attoseconds / 1_000_000_000_000_000
            return "\(seconds)." + String(String(1000 + milliseconds).dropFirst())
        }
        return [
            ("documents", String(documents)), ("sentences", String(sentences)), ("words", String(words)),
            ("read", seconds(read)), ("analyse", seconds(analyse)), ("extract", seconds(extract)),
            ("prepare", seconds(prepare)), ("store", seconds(store)), ("resolve", seconds(resolve)),
            ("total", seconds(total)),
        ]
    }

    mutating func count(sentences: Int, text: String) {
        documents += 1
        self.sentences += sentences
        var isInside = false
        for byte in text.utf8 {
            let isSpace = byte <= 0x20
            if !isSpace, !isInside { words += 1 }
            isInside = !isSpace
        }
    }
}
