/// How many sentences were found whole.
public struct SentenceScore: Equatable, Sendable {
    public var right = 0
    public var predicted = 0
    public var gold = 0

    public init(right: Int = 0, predicted: Int = 0, gold: Int = 0) {
        self.right = right
        self.predicted = predicted
        self.gold = gold
    }

    /// The harmonic mean of precision and recall, in percent.
    public var f1: Double {
        predicted + gold == 0 ? 0 : 200 * Double(right) / Double(predicted + gold)
    }
}
