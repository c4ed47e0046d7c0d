internal import Language

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Learns where sentences end: logistic regression over hashed features, by stochastic gradients with steps that grow
/// smaller for weights that moved much (AdaGrad: Duchi, Hazan and Singer, 2011).
///
/// The features know where the sentence began. At first that is what the treebank says, later what the model itself
/// decided, so that it learns to go on from its own mistakes. The same examples and settings give the same model.
public struct SentenceTrainer {
    /// How many models are learnt, each in an order of its own; their mean is kept, which is steadier than any of them.
    public var runs = 4
    /// How often all examples are gone through in each run.
    public var rounds = 10
    /// The size of the first steps.
    public var rate: Float = 0.1
    /// The share of features that are left out of each example, so that no few of them carry the decision alone.
    public var dropout: Float = 0.2
    /// How strongly weights are drawn to zero.
    public var decay: Float = 2e-6
    /// The logarithm of the odds from which on a gap is a boundary.
    public var threshold: Float = -0.5

    private var weights = [Float](repeating: 0, count: 1 << SentenceModel.bits)
    private var squares = [Float](repeating: firstSquare, count: 1 << SentenceModel.bits)
    private var random: UInt64
    private static let firstSquare: Float = 1e-4

    /// - Parameter seed: of the order in which paragraphs are gone through.
    public init(seed: UInt64 = 1) { random = seed }

    /// Learns from examples.
    /// - Parameter report: is told the number of each run, from 1, with the model as it is after it.
    public mutating func learn(_ examples: SentenceExamples, report: (Int, SentenceTrainer) -> Void) {
        var order = Array(examples.paragraphs.indices)
        var mean = [Float](repeating: 0, count: weights.count)
        for run in 1...max(runs, 1) {
            for at in weights.indices { (weights[at], squares[at]) = (0, Self.firstSquare) }
            for round in 0..<rounds {
                shuffle(&order)
                for index in order { learn(examples.paragraphs[index], usesOwn: round >= rounds / 2) }
            }
            for at in weights.indices { mean[at] += (weights[at] - mean[at]) / Float(run) }
            var mixed = self
            mixed.weights = mean
            report(run, mixed)
        }
        weights = mean
    }

    private mutating func learn(_ paragraph: SentenceExamples.Paragraph, usesOwn: Bool) {
        var places: [Int] = []
        places.reserveCapacity(BoundaryLine.featureCount)
        var start = 0
        for at in paragraph.isEnd.indices.dropLast() {
            var isEnd = paragraph.isEnd[at]
            if paragraph.line.isCandidate(at) {
                places.removeAll(keepingCapacity: true)
                paragraph.line.features(at, start: start, mask: Self.mask) { places.append($0) }
                if dropout > 0 { places.removeAll { _ in isDropped() } }
                let score = places.reduce(0) { $0 + weights[$1] }
                let error = 1 / (1 + exp(-score)) - (isEnd ? 1 : 0)
                for place in places {
                    let gradient = error + decay * weights[place]
                    squares[place] += gradient * gradient
                    weights[place] -= rate * gradient / squares[place].squareRoot()
                }
                if usesOwn { isEnd = score > threshold }
            }
            if isEnd { start = at + 1 }
        }
    }

    private mutating func isDropped() -> Bool {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(random >> 40) / Float(1 << 24) < dropout
    }

    private mutating func shuffle(_ order: inout [Int]) {
        guard order.count > 1 else { return }
        for at in stride(from: order.count - 1, to: 0, by: -1) {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(at, Int((random >> 33) % UInt64(at + 1)))
        }
    }

    private static let mask = UInt32((1 << SentenceModel.bits) - 1)

    /// How many whole sentences are found on examples.
    public func score(_ examples: SentenceExamples) -> SentenceScore {
        var score = SentenceScore()
        for paragraph in examples.paragraphs {
            score.gold += paragraph.sentences
            var start = 0
            var goldStart = 0
            for at in paragraph.isEnd.indices {
                let isLast = at + 1 == paragraph.isEnd.count
                let isEnd = isLast || sum(paragraph.line, at, start: start) > threshold
                let isGold = isLast || paragraph.isEnd[at]
                if isEnd {
                    score.predicted += 1
                    if isGold, start == goldStart { score.right += 1 }
                    start = at + 1
                }
                if isGold { goldStart = at + 1 }
            }
        }
        return score
    }

    private func sum(_ line: BoundaryLine, _ at: Int, start: Int) -> Float {
        guard line.isCandidate(at) else { return -.infinity }
        var sum: Float = 0
        line.features(at, start: start, mask: Self.mask) { sum += weights[$0] }
        return sum
    }

    /// The model as a file: weights in steps of 1/32.
    public func file() -> [UInt8] {
        let scale: Float = 32
        var writer = ModelWriter(kind: SentenceModel.kind)
        writer.add("header", [SentenceModel.version, Int32((threshold * scale).rounded())])
        writer.add("weights", weights.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) })
        return writer.bytes()
    }
}
