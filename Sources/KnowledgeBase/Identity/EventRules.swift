internal import Synchronization
public import Tables

/// By what events of different documents are compared: what is known of words, and how much everything weighs.
public struct EventRules: Sendable {
    public let lexicon: EventLexicon
    public let weights: EventWeights
    let parts: [EventPartRule]

    /// Those that have been read, by folder.
    private static let known = Mutex<[String: EventRules]>([:])

    /// Reads the tables of a folder once: a program that opens many stores, or changes one often, needs the same each time.
    public init(data: DataFolder) throws(DataError) {
        if let rules = Self.known.withLock({ $0[data.path] }) {
            self = rules
            return
        }
        lexicon = try EventLexicon(data: data)
        weights = try EventWeights(data: data)
        parts = try EventPartRule.all(data: data)
        let read = self
        Self.known.withLock { $0[data.path] = read }
    }
}
