internal import CKernels
internal import Language

/// Labels of names learnt on top of an encoder that stays as it is: two layers, for text of another scheme than the
/// encoder was taught by.
final class FrozenHead {
    private let inputs: Int
    private let hidden = 96
    private let labels = NameLabels.all.count
    private let parameters = Parameters()
    private let first: Parameters.Part
    private let firstBias: Parameters.Part
    private let second: Parameters.Part
    private let secondBias: Parameters.Part
    private let arena = Arena()
    private var generator: SeededGenerator

    init(inputs: Int, seed: UInt64) {
        self.inputs = inputs
        first = parameters.add("first", hidden, inputs)
        firstBias = parameters.add("first bias", 1, hidden)
        second = parameters.add("second", labels, hidden)
        secondBias = parameters.add("second bias", 1, labels)
        generator = SeededGenerator(seed: seed)
        parameters.initialize(&generator)
    }

    /// A sentence: its words, row by row, and the numbers of their labels.
    struct Lesson {
        var words: [Float]
        var labels: [Int]
    }

    /// Learns.
    func train(_ lessons: [Lesson], epochs: Int, rate: Float) {
        let count = parameters.count
        let gradient = UnsafeMutablePointer<Float>.allocate(capacity: count)
        let mean = UnsafeMutablePointer<Float>.allocate(capacity: count)
        let square = UnsafeMutablePointer<Float>.allocate(capacity: count)
        defer { for block in [gradient, mean, square] { block.deallocate() } }
        for block in [gradient, mean, square] { block.initialize(repeating: 0, count: count) }
        let batch = 16
        let steps = epochs * ((lessons.count + batch - 1) / batch)
        var step = 0
        for _ in 0..<epochs {
            let order = lessons.indices.shuffled(using: &generator)
            for start in stride(from: 0, to: order.count, by: batch) {
                step += 1
                gradient.update(repeating: 0, count: count)
                learn(order[start..<min(start + batch, order.count)].map { lessons[$0] }, gradient)
                let pace = rate * min(1, Float(step) / 50) * max(0.05, 1 - Float(step) / Float(steps))
                annals_adam_f32(count, parameters.start, gradient, mean, square, pace, 0.9, 0.98, 1e-8)
            }
        }
    }

    private func learn(_ lessons: [Lesson], _ gradient: UnsafeMutablePointer<Float>) {
        arena.reset()
        let gold = lessons.flatMap(\.labels)
        let input = arena.tensor(gold.count, inputs)
        var at = 0
        for lesson in lessons {
            for value in lesson.words {
                input.start[at] = generator.chance(0.3) ? 0 : value / 0.7
                at += 1
            }
        }
        let (before, view, scores) = forward(input)
        for word in 0..<gold.count {
            Softmax.descend(scores[word], labels, gold: gold[word], 1 / Float(gold.count))
        }
        let viewBack = arena.tensor(gold.count, hidden)
        second.in(gradient).addProduct(ofTransposed: scores, view)
        scores.addRows(to: secondBias.in(gradient).start)
        viewBack.multiply(scores, second.in(parameters.start))
        annals_squash_back(before.start, viewBack.start, gold.count * hidden)
        first.in(gradient).addProduct(ofTransposed: viewBack, input)
        viewBack.addRows(to: firstBias.in(gradient).start)
    }

    private func forward(_ input: Tensor) -> (before: Tensor, view: Tensor, scores: Tensor) {
        let before = arena.tensor(input.rows, hidden)
        before.multiply(input, first.in(parameters.start), transposed: true)
        before.addToRows(firstBias.in(parameters.start).start)
        let view = arena.tensor(input.rows, hidden)
        view.start.update(from: before.start, count: input.rows * hidden)
        annals_squash(view.start, input.rows * hidden)
        let scores = arena.tensor(input.rows, labels)
        scores.multiply(view, second.in(parameters.start), transposed: true)
        scores.addToRows(secondBias.in(parameters.start).start)
        return (before, view, scores)
    }

    /// The names of a sentence.
    func names(_ words: [Float]) -> [NameSpan] {
        arena.reset()
        let rows = words.count / inputs
        let input = arena.tensor(rows, inputs)
        for at in words.indices { input.start[at] = words[at] }
        let scores = forward(input).scores
        return NameLabels.names(scores.start, count: rows, stride: scores.stride)
    }
}
