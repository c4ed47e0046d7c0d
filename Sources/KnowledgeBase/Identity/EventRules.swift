public import Tables

/// By what events of different documents are compared: what is known of words, and how much everything weighs.
public struct EventRules: Sendable {
    public let lexicon: EventLexicon
    public let weights: EventWeights
    let parts: [EventPartRule]

    public init(data: DataFolder) throws(DataError) {
        lexicon = try EventLexicon(data: data)
        weights = try EventWeights(data: data)
        parts = try EventPartRule.all(data: data)
    }
}
