/// How much an export holds, and what of the knowledge base it does not.
public struct ExportSummary: Sendable, Hashable {
    public struct Count: Sendable, Hashable {
        public var number: Int
        /// In words: "events", "events without a date".
        public var what: String
    }

    public private(set) var written: [Count] = []
    public private(set) var leftOut: [Count] = []
    /// Anything else that the reader of the export has to know, a sentence each.
    public private(set) var remarks: [String] = []

    mutating func wrote(_ number: Int, _ what: String) { written.append(Count(number: number, what: what)) }

    mutating func left(_ number: Int, _ what: String) {
        if number > 0 { leftOut.append(Count(number: number, what: what)) }
    }

    mutating func remark(_ sentence: String) { remarks.append(sentence) }

    /// One line: "17 events. Left out: 64 events without a date."
    public var sentence: String {
        func words(_ counts: [Count]) -> String { counts.map { "\($0.number) \($0.what)" }.joined(separator: ", ") }
        var sentences = [words(written) + "."]
        if !leftOut.isEmpty { sentences.append("Left out: \(words(leftOut)).") }
        return (sentences + remarks).joined(separator: " ")
    }
}
