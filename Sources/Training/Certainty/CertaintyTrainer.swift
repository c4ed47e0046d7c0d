internal import CKernels
internal import Language

/// Teaches the head that says how sure readers are of what verbs say: two layers over an encoder that stays as it is.
public final class CertaintyTrainer {
    /// How long and how fast.
    public struct Plan: Sendable {
        public var epochs = 20
        /// Verbs of one step.
        public var batch = 256
        /// The greatest step; it falls to nothing over the whole run.
        public var rate: Float = 0.001
        /// How often an input is left out while learning.
        public var dropout: Float = 0.4
        public var seed: UInt64 = 1

        public init() {}
    }

    private let plan: Plan
    private let examples: CertaintyExamples
    private let inputs: Int
    private let hidden = CertaintyReader.width
    /// What inputs are shifted and scaled by, so that each has the mean 0 and a deviation of 1; folded into the weights in the end.
    private var means: [[Float]] = []
    private var scales: [[Float]] = []
    private let parameters = Parameters()
    private let layers: [Parameters.Part]
    private let bias: Parameters.Part
    private let output: Parameters.Part
    private let outputBias: Parameters.Part
    private let arena = Arena()
    private var generator: SeededGenerator

    /// - Parameter examples: those to learn from.
    public init(_ examples: CertaintyExamples, plan: Plan = Plan()) {
        self.plan = plan
        self.examples = examples
        inputs = examples.width
        layers = CertaintyReader.views.map { [parameters, hidden, inputs] in parameters.add($0, hidden, inputs) }
        bias = parameters.add("bias", 1, hidden)
        output = parameters.add("output", 1, hidden)
        outputBias = parameters.add("output bias", 1, 1)
        generator = SeededGenerator(seed: plan.seed)
        parameters.initialize(&generator)
        for at in 0..<hidden {
            parameters.values[output.offset + at] = (2 * generator.fraction() - 1) / Float(hidden).squareRoot()
        }
        for view in examples.views {
            let (mean, scale) = Self.moments(view, width: inputs)
            means.append(mean)
            scales.append(scale)
        }
    }

    private static func moments(_ rows: [Float], width: Int) -> (mean: [Float], scale: [Float]) {
        let count = Double(max(1, rows.count / max(1, width)))
        var sum = [Double](repeating: 0, count: width)
        var square = sum
        for (at, value) in rows.enumerated() {
            sum[at % width] += Double(value)
            square[at % width] += Double(value) * Double(value)
        }
        let mean = sum.map { $0 / count }
        let scale = zip(square, mean).map { 1 / (max($0 / count - $1 * $1, 0).squareRoot() + 1e-6) }
        return (mean.map { Float($0) }, scale.map { Float($0) })
    }

    /// Learns by least squares.
    public func train() {
        let count = parameters.count
        let gradient = UnsafeMutablePointer<Float>.allocate(capacity: count)
        let mean = UnsafeMutablePointer<Float>.allocate(capacity: count)
        let square = UnsafeMutablePointer<Float>.allocate(capacity: count)
        defer { for block in [gradient, mean, square] { block.deallocate() } }
        for block in [gradient, mean, square] { block.initialize(repeating: 0, count: count) }
        let steps = plan.epochs * ((examples.count + plan.batch - 1) / plan.batch)
        var step = 0
        for _ in 0..<plan.epochs {
            let order = (0..<examples.count).shuffled(using: &generator)
            for start in stride(from: 0, to: order.count, by: plan.batch) {
                step += 1
                gradient.update(repeating: 0, count: count)
                learn(order[start..<min(start + plan.batch, order.count)], gradient)
                let pace = plan.rate * min(1, Float(step) / 50) * max(0.02, 1 - Float(step) / Float(steps))
                annals_adam_f32(count, parameters.start, gradient, mean, square, pace, 0.9, 0.98, 1e-8)
            }
        }
    }

    private func learn(_ batch: ArraySlice<Int>, _ gradient: UnsafeMutablePointer<Float>) {
        arena.reset()
        let keep = 1 - plan.dropout
        var views: [Tensor] = []
        for view in layers.indices {
            let input = arena.tensor(batch.count, inputs)
            for (row, example) in batch.enumerated() {
                for column in 0..<inputs where generator.fraction() < keep {
                    input[row][column] = value(example, view, column, of: examples) / keep
                }
            }
            views.append(input)
        }
        let (before, inner, values) = forward(views)
        for (row, example) in batch.enumerated() {
            values[row][0] = (values[row][0] - examples.ratings[example] / 3) / Float(batch.count)
        }
        let innerBack = arena.tensor(batch.count, hidden)
        output.in(gradient).addProduct(ofTransposed: values, inner)
        values.addRows(to: outputBias.in(gradient).start)
        innerBack.multiply(values, output.in(parameters.start))
        annals_squash_back(before.start, innerBack.start, batch.count * hidden)
        for (view, layer) in zip(views, layers) { layer.in(gradient).addProduct(ofTransposed: innerBack, view) }
        innerBack.addRows(to: bias.in(gradient).start)
    }

    private func value(_ example: Int, _ view: Int, _ column: Int, of examples: CertaintyExamples) -> Float {
        (examples.views[view][example * inputs + column] - means[view][column]) * scales[view][column]
    }

    private func forward(_ views: [Tensor]) -> (before: Tensor, inner: Tensor, values: Tensor) {
        let rows = views.first?.rows ?? 0
        let before = arena.tensor(rows, hidden)
        for (number, view) in views.enumerated() {
            before.multiply(view, layers[number].in(parameters.start), transposed: true, adding: number > 0)
        }
        before.addToRows(bias.in(parameters.start).start)
        let inner = arena.tensor(rows, hidden)
        inner.start.update(from: before.start, count: rows * hidden)
        annals_squash(inner.start, rows * hidden)
        let values = arena.tensor(rows, 1)
        values.multiply(inner, output.in(parameters.start), transposed: true)
        values.addToRows(outputBias.in(parameters.start).start)
        return (before, inner, values)
    }

    /// Pearson's correlation of what the head says with what raters said.
    public func correlation(on other: CertaintyExamples) -> Double {
        var said: [Double] = []
        for start in stride(from: 0, to: other.count, by: 256) {
            arena.reset()
            let range = start..<min(start + 256, other.count)
            let views = layers.indices.map { view in
                let input = arena.tensor(range.count, inputs)
                for (row, example) in range.enumerated() {
                    for column in 0..<inputs { input[row][column] = value(example, view, column, of: other) }
                }
                return input
            }
            let values = forward(views).values
            for row in 0..<range.count { said.append(Double(values[row][0])) }
        }
        return Self.correlation(said, other.ratings.map { Double($0) })
    }

    private static func correlation(_ left: [Double], _ right: [Double]) -> Double {
        let count = Double(max(1, left.count))
        let (a, b) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
        var (both, one, other) = (0.0, 0.0, 0.0)
        for (x, y) in zip(left, right) {
            both += (x - a) * (y - b)
            one += (x - a) * (x - a)
            other += (y - b) * (y - b)
        }
        return one > 0 && other > 0 ? both / (one * other).squareRoot() : 0
    }

    /// The head as a model file, in whole numbers.
    public func file() -> [UInt8] {
        var writer = ModelWriter(kind: ModelKind.certainty)
        let values = parameters.values
        for (number, layer) in layers.enumerated() {
            var weights = [Float](repeating: 0, count: hidden * inputs)
            // The first one carries the bias.
            var biases = (0..<hidden).map { number == 0 ? values[bias.offset + $0] : 0 }
            for row in 0..<hidden {
                for column in 0..<inputs {
                    let weight = values[layer.offset + row * inputs + column] * scales[number][column]
                    weights[row * inputs + column] = weight
                    biases[row] -= weight * means[number][column]
                }
            }
            let largest = examples.views[number].reduce(0) { max($0, abs($1)) }
            QuantizedMatrix.write(
                CertaintyReader.views[number], weights: weights, biases: biases, inputs: inputs,
                largestInput: largest, to: &writer)
        }
        writer.add("output", (0..<hidden).map { 3 * values[output.offset + $0] })
        writer.add("output bias", [3 * values[outputBias.offset]])
        return writer.bytes()
    }
}
