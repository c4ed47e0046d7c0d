/// How many sentences were found whole.
public struct SentenceScore: Equatable, Sendable {
    public var right = 0
    public var predicted = 0
    public var gold = 0

    /// The harmonic mean of precision and recall, in percent.
    public var f1: Double {
        predicted + gold == 0 ? 0 : 200 * Double(right) / Double(predicted + gold)
    }
}
