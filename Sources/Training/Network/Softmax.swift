/// Probabilities from scores, and what they are to be blamed for.
enum Softmax {
    /// Turns scores into the gradient of their cross entropy, in place.
    /// - Parameters:
    ///   - gold: the right one.
    ///   - share: what the loss is multiplied by.
    /// - Returns: the loss.
    @discardableResult
    static func descend(_ scores: UnsafeMutablePointer<Float>, _ count: Int, gold: Int, _ share: Float) -> Float {
        var top = -Float.infinity
        for at in 0..<count { top = max(top, scores[at]) }
        var sum: Float = 0
        for at in 0..<count {
            scores[at] = Exponential.of(scores[at] - top)
            sum += scores[at]
        }
        let loss = -share * Exponential.logarithm(max(1e-12, scores[gold] / sum))
        let factor = share / sum
        for at in 0..<count { scores[at] *= factor }
        scores[gold] -= share
        return loss
    }
}
