internal import Dispatch
public import Language

/// Teaches the network.
public final class NetworkTrainer {
    /// How long and how fast.
    public struct Plan: Sendable {
        public var epochs = 16
        /// Words of one step.
        public var batch = 1000
        /// The greatest step; it falls to nothing over the whole run.
        public var rate: Float = 0.002
        public var seed: UInt64 = 1
        /// How often a sentence is shown in capitals, and in title case.
        public var upperCase: Float = 0.03
        public var titleCase: Float = 0.03

        public init() {}
    }

    /// What a text of known answers says of the network, in percent.
    public struct Figures: Sendable, CustomStringConvertible {
        public var universalTags = 0.0
        public var pennTags = 0.0
        public var unlabelled = 0.0
        public var labelled = 0.0
        public var names = 0.0

        /// Names alone where the sentences have no trees.
        public var description: String {
            let names = "names \(Self.text(names))"
            if universalTags == 0 { return names }
            return
                "UPOS \(Self.text(universalTags)) XPOS \(Self.text(pennTags)) UAS \(Self.text(unlabelled)) LAS \(Self.text(labelled)) \(names)"
        }

        static func text(_ value: Double) -> String {
            let hundredths = Int((value * 100).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        }
    }

    private static let workers = 2

    let network: Network
    let maker: ExampleMaker
    private let plan: Plan
    private let vectors: WordVectors
    private let passes: [NetworkPass]
    private let adam: Adam

    /// - Parameters:
    ///   - training: the sentences to learn from; they decide which labels there are.
    ///   - classes: the classes of words, a bit for each.
    public init(
        shape: NetworkShape, plan: Plan, training: [LabelledSentence], vectors: WordVectors,
        classes: [(word: String, mask: UInt16)]
    ) {
        self.plan = plan
        self.vectors = vectors
        maker = ExampleMaker(sentences: training, vectors: vectors, classes: classes)
        var shape = shape
        shape.vector = vectors.dimensions
        shape.universalTags = maker.universalTags.count
        shape.pennTags = maker.pennTags.count
        shape.relations = maker.relations.count
        shape.nameLabels = maker.names.count
        var generator = SeededGenerator(seed: plan.seed)
        let network = Network(shape: shape, tableRows: WordFeatures.tableRows, generator: &generator)
        self.network = network
        passes = (0..<Self.workers).map { _ in
            NetworkPass(network: network, vectors: vectors.values, vectorScale: vectors.scale)
        }
        adam = Adam(network)
    }

    /// Learns, and calls `report` after each epoch.
    public func train(_ sentences: [LabelledSentence], report: (_ epoch: Int, _ loss: Float) -> Void) {
        let plain = sentences.map { maker.example($0) }
        var generator = SeededGenerator(seed: plan.seed &+ 1)
        let words = plain.reduce(0) { $0 + $1.count }
        let steps = plan.epochs * max(1, words / plan.batch)
        var step = 0
        for epoch in 1...plan.epochs {
            let order = plain.indices.shuffled(using: &generator)
            var batch: [Example] = []
            var size = 0
            var loss: Float = 0
            for index in order {
                let chance = generator.fraction()
                if chance < plan.upperCase {
                    batch.append(maker.example(sentences[index], writing: .upperCase))
                } else if chance < plan.upperCase + plan.titleCase {
                    batch.append(maker.example(sentences[index], writing: .titleCase))
                } else {
                    batch.append(plain[index])
                }
                size += plain[index].count
                guard size >= plan.batch else { continue }
                step += 1
                loss += learn(batch, words: size, seed: generator.next(), rate: rate(step, of: steps))
                batch.removeAll(keepingCapacity: true)
                size = 0
            }
            report(epoch, loss / Float(max(1, words / plan.batch)))
        }
    }

    /// Rises over the first steps, then falls in a straight line.
    private func rate(_ step: Int, of steps: Int) -> Float {
        let warm: Float = 200
        return plan.rate * min(Float(step) / warm, max(0.02, 1 - Float(step) / Float(steps)))
    }

    /// The shares of the workers are cut by number of words, so that they do not depend on who is faster.
    private func learn(_ batch: [Example], words: Int, seed: UInt64, rate: Float) -> Float {
        var shares = Array(repeating: [Example](), count: Self.workers)
        var sizes = Array(repeating: 0, count: Self.workers)
        for example in batch {
            let least = sizes[0] <= sizes[1] ? 0 : 1
            shares[least].append(example)
            sizes[least] += example.count
        }
        let work = shares
        let passes = passes
        DispatchQueue.concurrentPerform(iterations: Self.workers) { worker in
            passes[worker].learn(
                work[worker], words: words, seed: seed &+ UInt64(worker), dropout: .init(), weights: .init())
        }
        adam.step(passes, rate: rate)
        return passes.reduce(0) { $0 + $1.loss }
    }

    /// The network as a model file.
    /// - Parameters:
    ///   - sentences: some that show how large its numbers become.
    ///   - kind: what the file is said to be a model of.
    ///   - withWords: false if it is to be read with the words of another model.
    public func model(
        calibratedOn sentences: [LabelledSentence], kind: String = ModelKind.network, withWords: Bool = true
    ) -> [UInt8] {
        NetworkWriter(
            network: network, maker: maker, vectors: vectors, calibration: sentences.map { maker.example($0) }
        )
        .bytes(kind: kind, withWords: withWords)
    }

    /// Measures the network on sentences with gold words.
    public func measure(_ sentences: [LabelledSentence]) -> Figures {
        var tally = Tally()
        for start in stride(from: 0, to: sentences.count, by: 32) {
            let part = Array(sentences[start..<min(start + 32, sentences.count)])
            measure(part, &tally)
        }
        return tally.figures
    }

    private struct Tally {
        var words = 0
        var universalTags = 0
        var pennTags = 0
        var heads = 0
        var relations = 0
        var names = (gold: 0, found: 0, right: 0)

        var figures: Figures {
            var figures = Figures()
            let share = 100 / Double(max(1, words))
            figures.universalTags = Double(universalTags) * share
            figures.pennTags = Double(pennTags) * share
            figures.unlabelled = Double(heads) * share
            figures.labelled = Double(relations) * share
            figures.names = 200 * Double(names.right) / Double(max(1, names.gold + names.found))
            return figures
        }
    }

    private func measure(_ sentences: [LabelledSentence], _ tally: inout Tally) {
        let pass = passes[0]
        let examples = sentences.map { maker.example($0) }
        let scores = pass.score(examples)
        var heads: [Int] = []
        var ranges: [Range<Int>] = []
        for (example, arcs) in zip(examples, scores.arcs) {
            ranges.append(heads.count..<(heads.count + example.count))
            heads += TreeDecoder.heads(arcs.start, count: example.count, stride: arcs.stride)
        }
        let relationScores = pass.relationScores(scores, heads: heads, ranges: ranges)
        for (index, range) in ranges.enumerated() {
            let gold = sentences[index]
            if let tree = gold.tree {
                for (at, word) in range.enumerated() {
                    tally.words += 1
                    let upos = maker.universalTags.names[Self.best(scores.universalTags, word)]
                    let xpos = maker.pennTags.names[Self.best(scores.pennTags, word)]
                    let relation = maker.relations.names[Self.best(relationScores, word)]
                    tally.universalTags += upos == tree[at].universalTag ? 1 : 0
                    tally.pennTags += xpos == tree[at].pennTag ? 1 : 0
                    guard heads[word] == tree[at].head else { continue }
                    tally.heads += 1
                    tally.relations += Self.plain(relation) == Self.plain(tree[at].relation) ? 1 : 0
                }
            }
            if let names = gold.names {
                let found = NameLabels.names(
                    scores.names[range.lowerBound], count: range.count, stride: scores.names.stride)
                let wanted = Set(Self.spans(names))
                tally.names.gold += wanted.count
                tally.names.found += found.count
                tally.names.right += found.filter { wanted.contains($0) }.count
            }
        }
    }

    private static func best(_ scores: Tensor, _ row: Int) -> Int {
        var best = 0
        for at in 1..<scores.columns where scores[row][at] > scores[row][best] { best = at }
        return best
    }

    private static func plain(_ relation: String) -> Substring { relation.prefix { $0 != ":" } }

    /// The names that labels say.
    static func spans(_ labels: [String]) -> [NameSpan] {
        var spans: [NameSpan] = []
        for (at, label) in labels.enumerated() where label.count > 2 {
            guard let kind = NameKind(rawValue: String(label.dropFirst(2))) else { continue }
            if label.hasPrefix("I-"), let last = spans.last, last.words.upperBound == at, last.kind == kind {
                spans[spans.count - 1].words = last.words.lowerBound..<(at + 1)
            } else {
                spans.append(NameSpan(words: at..<(at + 1), kind: kind))
            }
        }
        return spans
    }
}
