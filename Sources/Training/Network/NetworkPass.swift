internal import CKernels
internal import Language

/// One pass over some sentences, forwards and back, with the gradients that it gives.
///
/// Each worker has one of its own; what it adds up depends on its sentences and its seed alone.
final class NetworkPass: @unchecked Sendable {
    /// What is hidden at random while learning, as probabilities.
    struct Dropout {
        var embedding: Float = 0.2
        var hidden: Float = 0.3
        var views: Float = 0.25
        var nameViews: Float = 0.4
        var vector: Float = 0.1
        /// A form that stands `n` times in the training text is hidden with probability `form / (form + n)`.
        var form: Float = 0.5
    }

    let network: Network
    let vectors: [Int8]
    let vectorScale: Float
    let gradient: UnsafeMutablePointer<Float>
    /// Rows of the embedding table, each with where its gradient lies in `embeddingGradient`.
    private(set) var touched: [(row: Int, word: Int)] = []
    private(set) var embeddingGradient: Tensor
    private(set) var loss: Float = 0
    let arena = Arena()
    private var generator = SeededGenerator(seed: 0)
    private var dropout: Dropout?

    init(network: Network, vectors: [Int8], vectorScale: Float) {
        self.network = network
        self.vectors = vectors
        self.vectorScale = vectorScale
        gradient = .allocate(capacity: network.parameters.count)
        gradient.initialize(repeating: 0, count: network.parameters.count)
        embeddingGradient = arena.tensor(1, 1)
    }

    deinit { gradient.deallocate() }

    private var values: UnsafeMutablePointer<Float> { network.parameters.start }
    private func value(_ part: Parameters.Part) -> Tensor { part.in(values) }
    private func slope(_ part: Parameters.Part) -> Tensor { part.in(gradient) }

    /// The scores of a batch.
    struct Scores {
        var universalTags: Tensor
        var pennTags: Tensor
        var names: Tensor
        /// For each sentence, its words by the root and all words.
        var arcs: [Tensor]
        var hidden: Tensor
        var views: Tensor
    }

    // MARK: - Forwards

    private struct Kept {
        var embedded: Tensor
        var embeddingMask: [UnsafeMutablePointer<Float>]
        var vectorInput: Tensor
        var windows: Tensor
        var beforeNeighbours: Tensor
        /// The input of each recurrent layer, and of the heads.
        var levels: [Tensor]
        var levelMasks: [[UnsafeMutablePointer<Float>]]
        var inputs: [Tensor]
        var cells: [[[UnsafeMutablePointer<Float>]]]
        var beforeNameViews: Tensor
        var nameViews: Tensor
        var nameMasks: [UnsafeMutablePointer<Float>]
        var beforeViews: Tensor
        var viewMasks: [UnsafeMutablePointer<Float>]
        var crossed: Tensor
    }

    private func masks(_ sentences: Int, width: Int, rate: Float) -> [UnsafeMutablePointer<Float>] {
        guard dropout != nil, rate > 0 else { return [] }
        let kept = 1 / (1 - rate)
        return (0..<sentences).map { _ in
            let mask = arena.take(width)
            for at in 0..<width { mask[at] = generator.chance(rate) ? 0 : kept }
            return mask
        }
    }

    private func apply(_ masks: [UnsafeMutablePointer<Float>], to tensor: Tensor, _ ranges: [Range<Int>]) {
        for (mask, range) in zip(masks, ranges) { tensor.rows(range).scaleRows(by: mask) }
    }

    private static func ranges(of examples: [Example]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for example in examples {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<(start + example.count))
        }
        return ranges
    }

    /// Scores without learning.
    func score(_ examples: [Example]) -> Scores {
        arena.reset()
        dropout = nil
        return forward(examples, Self.ranges(of: examples)).scores
    }

    /// How large the numbers between the layers become.
    func sizes(_ examples: [Example]) -> (embedded: Float, levels: [Float], crossed: Float) {
        arena.reset()
        dropout = nil
        let kept = forward(examples, Self.ranges(of: examples)).kept
        func size(_ tensor: Tensor) -> Float {
            (0..<(tensor.rows * tensor.columns)).reduce(0) { max($0, abs(tensor.start[$1])) }
        }
        return (size(kept.embedded), kept.levels.map(size), size(kept.crossed))
    }

    /// The scores of relations for heads that were chosen.
    func relationScores(_ scores: Scores, heads: [Int], ranges: [Range<Int>]) -> Tensor {
        let crossed = cross(scores.views, heads: heads, ranges: ranges)
        return linear(network.relations, crossed)
    }

    private func linear(_ part: Network.Linear, _ input: Tensor) -> Tensor {
        let output = arena.tensor(input.rows, part.weights.rows)
        output.multiply(input, value(part.weights), transposed: true)
        output.addToRows(value(part.bias).start)
        return output
    }

    private func forward(_ examples: [Example], _ ranges: [Range<Int>]) -> (scores: Scores, kept: Kept) {
        let shape = network.shape
        let words = ranges.last?.upperBound ?? 0
        let (embedded, vectorInput) = embed(examples, words: words)
        let embeddingMask = masks(ranges.count, width: shape.embedding, rate: dropout?.embedding ?? 0)
        apply(embeddingMask, to: embedded, ranges)

        let width = shape.embedding
        let windows = arena.tensor(words, 3 * width)
        for range in ranges {
            for word in range {
                for (place, other) in [word - 1, word, word + 1].enumerated() where range.contains(other) {
                    (windows[word] + place * width).update(from: embedded[other], count: width)
                }
            }
        }
        let beforeNeighbours = linear(network.neighbours, windows)
        var level = arena.tensor(words, shape.hidden)
        level.start.update(from: beforeNeighbours.start, count: words * shape.hidden)
        annals_squash(level.start, words * shape.hidden)
        var levelMasks = [masks(ranges.count, width: shape.hidden, rate: dropout?.hidden ?? 0)]
        apply(levelMasks[0], to: level, ranges)

        var levels = [level]
        var inputs: [Tensor] = []
        var cells: [[[UnsafeMutablePointer<Float>]]] = []
        for layer in network.layers {
            let input = arena.tensor(words, layer.input.rows)
            input.multiply(level, value(layer.input), transposed: true)
            let output = arena.tensor(words, shape.hidden)
            cells.append(
                (0..<2).map { side in
                    ranges.map { range in run(layer, side: side, input, skip: level, output, range) }
                })
            inputs.append(input)
            level = output
            levelMasks.append(masks(ranges.count, width: shape.hidden, rate: dropout?.hidden ?? 0))
            apply(levelMasks[levelMasks.count - 1], to: level, ranges)
            levels.append(level)
        }

        let (beforeNameViews, nameViews, nameMasks) = view(
            network.nameViews, level, ranges, rate: dropout?.nameViews ?? 0)
        let (beforeViews, views, viewMasks) = view(network.views, level, ranges, rate: dropout?.views ?? 0)
        let crossed = arena.tensor(words, shape.arc)
        crossed.multiply(views.columns(0..<shape.arc), value(network.arcs))
        crossed.addToRows(value(network.arcHead).start)
        let arcs = zip(examples, ranges).map { example, range in
            example.hasTree || dropout == nil ? arcScores(views, crossed, range) : arena.tensor(0, 0)
        }
        let scores = Scores(
            universalTags: linear(network.universalTags, level), pennTags: linear(network.pennTags, level),
            names: linear(network.names, nameViews), arcs: arcs, hidden: level, views: views)
        let kept = Kept(
            embedded: embedded, embeddingMask: embeddingMask, vectorInput: vectorInput, windows: windows,
            beforeNeighbours: beforeNeighbours, levels: levels, levelMasks: levelMasks, inputs: inputs, cells: cells,
            beforeNameViews: beforeNameViews, nameViews: nameViews, nameMasks: nameMasks, beforeViews: beforeViews,
            viewMasks: viewMasks, crossed: crossed)
        return (scores, kept)
    }

    /// A view of the words for one task: a linear map, squashed, with some of it hidden.
    private func view(
        _ part: Network.Linear, _ level: Tensor, _ ranges: [Range<Int>], rate: Float
    ) -> (before: Tensor, view: Tensor, masks: [UnsafeMutablePointer<Float>]) {
        let before = linear(part, level)
        let view = arena.tensor(before.rows, before.columns)
        view.start.update(from: before.start, count: before.rows * before.columns)
        annals_squash(view.start, view.rows * view.columns)
        let masks = masks(ranges.count, width: view.columns, rate: rate)
        apply(masks, to: view, ranges)
        return (before, view, masks)
    }

    /// From the gradient of a view to that of the words.
    private func viewBack(
        _ part: Network.Linear, _ level: Tensor, _ before: Tensor, _ masks: [UnsafeMutablePointer<Float>],
        _ viewBack: Tensor, _ ranges: [Range<Int>], _ back: Tensor
    ) {
        apply(masks, to: viewBack, ranges)
        annals_squash_back(before.start, viewBack.start, viewBack.rows * viewBack.columns)
        linearBack(part, level, viewBack, back)
    }

    private func embed(_ examples: [Example], words: Int) -> (embedded: Tensor, vectorInput: Tensor) {
        let shape = network.shape
        let embedded = arena.tensor(words, shape.embedding)
        let vectorInput = arena.tensor(words, shape.vector)
        touched.removeAll(keepingCapacity: true)
        var word = 0
        for example in examples {
            for at in 0..<example.count {
                var rows = example.rows[example.rowStarts[at]..<example.rowStarts[at + 1]]
                if let rate = dropout?.form, generator.chance(rate / (rate + Float(example.counts[at]))) {
                    rows = rows.dropFirst(WordFeatures.formRows)
                    for row in WordFeatures.unknownForm { add(row: Int(row), to: word, embedded) }
                }
                for row in rows { add(row: Int(row), to: word, embedded) }
                if example.vectors[at] >= 0, !(dropout.map { generator.chance($0.vector) } ?? false) {
                    let from = example.vectors[at] * shape.vector
                    let to = vectorInput[word]
                    for column in 0..<shape.vector { to[column] = Float(vectors[from + column]) * vectorScale }
                }
                word += 1
            }
        }
        embedded.multiply(vectorInput, value(network.vector), transposed: true, adding: true)
        return (embedded, vectorInput)
    }

    private func add(row: Int, to word: Int, _ embedded: Tensor) {
        let width = network.shape.embedding
        let from = network.embeddings.baseAddress! + row * width
        let to = embedded[word]
        for column in 0..<width { to[column] += from[column] }
        if dropout != nil { touched.append((row, word)) }
    }

    private func unit(_ layer: Network.Layer, side: Int) -> annals_recurrence {
        annals_recurrence(
            width: network.shape.direction, forget_cell: value(layer.forgetCell[side]).start,
            reset_cell: value(layer.resetCell[side]).start, forget_bias: value(layer.forgetBias[side]).start,
            reset_bias: value(layer.resetBias[side]).start)
    }

    private func run(
        _ layer: Network.Layer, side: Int, _ input: Tensor, skip: Tensor, _ output: Tensor, _ range: Range<Int>
    ) -> UnsafeMutablePointer<Float> {
        let width = network.shape.direction
        let cells = arena.take((range.count + 1) * width)
        var unit = unit(layer, side: side)
        annals_recur(
            &unit, input[range.lowerBound] + side * 3 * width, input.stride, skip[range.lowerBound] + side * width,
            skip.stride, output[range.lowerBound] + side * width, output.stride, cells, range.count, side == 1)
        return cells
    }

    /// Scores of the root and all words as heads of each word.
    private func arcScores(_ views: Tensor, _ crossed: Tensor, _ range: Range<Int>) -> Tensor {
        let shape = network.shape
        let scores = arena.tensor(range.count, range.count + 1)
        let dependents = crossed.rows(range)
        let root = value(network.rootArc)
        scores.columns(0..<1).multiply(dependents, root, transposed: true)
        scores.columns(1..<(range.count + 1)).multiply(
            dependents, views.rows(range).columns(shape.arc..<(2 * shape.arc)), transposed: true)
        let distances = value(network.distances).start
        for word in 0..<range.count {
            for head in 0..<range.count {
                if head == word {
                    scores[word][head + 1] = -1e9
                } else {
                    scores[word][head + 1] += distances[NetworkShape.distance(from: word, to: head)]
                }
            }
        }
        return scores
    }

    /// The two sides of each arc and their product, as the input of the choice of relations.
    private func cross(_ views: Tensor, heads: [Int], ranges: [Range<Int>]) -> Tensor {
        let width = network.shape.relation
        let first = 2 * network.shape.arc
        let crossed = arena.tensor(heads.count, 3 * width)
        let root = value(network.rootRelation).start
        for range in ranges {
            for word in range {
                let dependent = views[word] + first
                let head = heads[word] < 0 ? root : views[range.lowerBound + heads[word]] + first + width
                let to = crossed[word]
                for column in 0..<width {
                    to[column] = dependent[column] * head[column]
                    to[width + column] = dependent[column]
                    to[2 * width + column] = head[column]
                }
            }
        }
        return crossed
    }

    // MARK: - Back

    /// How much each task counts.
    struct Weights {
        var universalTags: Float = 0.5
        var pennTags: Float = 0.5
        var arcs: Float = 1
        var relations: Float = 1
        var names: Float = 1
    }

    /// Adds the gradients of a batch.
    /// - Parameter words: the number of words that the losses are divided by.
    func learn(_ examples: [Example], words: Int, seed: UInt64, dropout: Dropout, weights: Weights) {
        arena.reset()
        self.dropout = dropout
        generator = SeededGenerator(seed: seed)
        loss = 0
        gradient.update(repeating: 0, count: network.parameters.count)
        let ranges = Self.ranges(of: examples)
        let (scores, kept) = forward(examples, ranges)
        let level = kept.levels[kept.levels.count - 1]
        let back = arena.tensor(level.rows, level.columns)
        let share = 1 / Float(words)

        descend(
            scores.universalTags, examples.flatMap(\.universalTags), network.universalTags, level, back,
            weights.universalTags * share)
        descend(scores.pennTags, examples.flatMap(\.pennTags), network.pennTags, level, back, weights.pennTags * share)
        let namesBack = arena.tensor(level.rows, network.shape.name)
        descend(
            scores.names, examples.flatMap(\.names), network.names, kept.nameViews, namesBack, weights.names * share)
        viewBack(network.nameViews, level, kept.beforeNameViews, kept.nameMasks, namesBack, ranges, back)
        let viewsBack = arena.tensor(level.rows, scores.views.columns)
        descendRelations(examples, ranges, scores, viewsBack, weights.relations * share)
        descendArcs(examples, ranges, scores, kept, viewsBack, weights.arcs * share)
        viewBack(network.views, level, kept.beforeViews, kept.viewMasks, viewsBack, ranges, back)
        descendLayers(kept, ranges, back)
    }

    private func linearBack(_ part: Network.Linear, _ input: Tensor, _ outputBack: Tensor, _ inputBack: Tensor?) {
        slope(part.weights).addProduct(ofTransposed: outputBack, input)
        outputBack.addRows(to: slope(part.bias).start)
        inputBack?.multiply(outputBack, value(part.weights), adding: true)
    }

    /// Turns scores into the gradient of the cross entropy, in place.
    private func soften(_ scores: UnsafeMutablePointer<Float>, _ count: Int, gold: Int, _ share: Float) {
        var top = -Float.infinity
        for at in 0..<count { top = max(top, scores[at]) }
        var sum: Float = 0
        for at in 0..<count {
            scores[at] = Exponential.of(scores[at] - top)
            sum += scores[at]
        }
        loss -= share * Exponential.logarithm(max(1e-12, scores[gold] / sum))
        let factor = share / sum
        for at in 0..<count { scores[at] *= factor }
        scores[gold] -= share
    }

    private func descend(
        _ scores: Tensor, _ gold: [Int], _ part: Network.Linear, _ level: Tensor, _ back: Tensor, _ share: Float
    ) {
        guard gold.contains(where: { $0 >= 0 }) else { return }
        for word in 0..<scores.rows {
            if gold[word] < 0 {
                scores[word].update(repeating: 0, count: scores.columns)
            } else {
                soften(scores[word], scores.columns, gold: gold[word], share)
            }
        }
        linearBack(part, level, scores, back)
    }

    private func descendRelations(
        _ examples: [Example], _ ranges: [Range<Int>], _ scores: Scores, _ viewsBack: Tensor, _ share: Float
    ) {
        guard examples.contains(where: \.hasTree) else { return }
        let width = network.shape.relation
        let first = 2 * network.shape.arc
        let heads = examples.flatMap { $0.heads.map { max(-1, $0) } }
        let gold = examples.flatMap(\.relations)
        let crossed = cross(scores.views, heads: heads, ranges: ranges)
        let output = linear(network.relations, crossed)
        let crossedBack = arena.tensor(crossed.rows, crossed.columns)
        for word in 0..<output.rows {
            if gold[word] < 0 {
                output[word].update(repeating: 0, count: output.columns)
            } else {
                soften(output[word], output.columns, gold: gold[word], share)
            }
        }
        linearBack(network.relations, crossed, output, crossedBack)
        let root = value(network.rootRelation).start
        let rootBack = slope(network.rootRelation).start
        for range in ranges {
            for word in range where gold[word] >= 0 {
                let dependent = scores.views[word] + first
                let dependentBack = viewsBack[word] + first
                let isRoot = heads[word] < 0
                let head = isRoot ? root : scores.views[range.lowerBound + heads[word]] + first + width
                let headBack = isRoot ? rootBack : viewsBack[range.lowerBound + heads[word]] + first + width
                let from = crossedBack[word]
                for column in 0..<width {
                    dependentBack[column] += from[column] * head[column] + from[width + column]
                    headBack[column] += from[column] * dependent[column] + from[2 * width + column]
                }
            }
        }
    }

    private func descendArcs(
        _ examples: [Example], _ ranges: [Range<Int>], _ scores: Scores, _ kept: Kept, _ viewsBack: Tensor,
        _ share: Float
    ) {
        guard examples.contains(where: \.hasTree) else { return }
        let shape = network.shape
        let crossedBack = arena.tensor(kept.crossed.rows, shape.arc)
        let distances = slope(network.distances).start
        for (index, range) in ranges.enumerated() where examples[index].hasTree {
            let arcs = scores.arcs[index]
            for word in 0..<range.count {
                soften(arcs[word], arcs.columns, gold: examples[index].heads[word] + 1, share)
                for head in 0..<range.count where head != word {
                    distances[NetworkShape.distance(from: word, to: head)] += arcs[word][head + 1]
                }
            }
            let dependents = kept.crossed.rows(range)
            let headViews = scores.views.rows(range).columns(shape.arc..<(2 * shape.arc))
            let toDependents = crossedBack.rows(range)
            let words = arcs.columns(1..<arcs.columns)
            toDependents.multiply(words, headViews, adding: true)
            toDependents.multiply(arcs.columns(0..<1), value(network.rootArc), adding: true)
            viewsBack.rows(range).columns(shape.arc..<(2 * shape.arc)).addProduct(ofTransposed: words, dependents)
            slope(network.rootArc).addProduct(ofTransposed: arcs.columns(0..<1), dependents)
        }
        let dependentViews = scores.views.columns(0..<shape.arc)
        slope(network.arcs).addProduct(ofTransposed: dependentViews, crossedBack)
        crossedBack.addRows(to: slope(network.arcHead).start)
        viewsBack.columns(0..<shape.arc).multiply(crossedBack, value(network.arcs), transposed: true, adding: true)
    }

    private func descendLayers(_ kept: Kept, _ ranges: [Range<Int>], _ top: Tensor) {
        let shape = network.shape
        let width = shape.direction
        let words = top.rows
        var back = top
        let carry = arena.take(width)
        for (number, layer) in network.layers.enumerated().reversed() {
            apply(kept.levelMasks[number + 1], to: back, ranges)
            let below = kept.levels[number]
            let belowBack = arena.tensor(words, shape.hidden)
            let inputBack = arena.tensor(words, layer.input.rows)
            for side in 0..<2 {
                var unit = unit(layer, side: side)
                var to = annals_recurrence_gradient(
                    forget_cell: slope(layer.forgetCell[side]).start, reset_cell: slope(layer.resetCell[side]).start,
                    forget_bias: slope(layer.forgetBias[side]).start, reset_bias: slope(layer.resetBias[side]).start)
                for (index, range) in ranges.enumerated() {
                    let first = range.lowerBound
                    annals_recur_back(
                        &unit, kept.inputs[number][first] + side * 3 * width, inputBack.stride,
                        below[first] + side * width, below.stride, back[first] + side * width, back.stride,
                        kept.cells[number][side][index], range.count, side == 1,
                        inputBack[first] + side * 3 * width, belowBack[first] + side * width, belowBack.stride, carry,
                        &to)
                }
            }
            slope(layer.input).addProduct(ofTransposed: inputBack, below)
            belowBack.multiply(inputBack, value(layer.input), adding: true)
            back = belowBack
        }
        apply(kept.levelMasks[0], to: back, ranges)
        annals_squash_back(kept.beforeNeighbours.start, back.start, words * shape.hidden)
        let windowsBack = arena.tensor(words, kept.windows.columns)
        linearBack(network.neighbours, kept.windows, back, windowsBack)
        let size = shape.embedding
        embeddingGradient = arena.tensor(words, size)
        for range in ranges {
            for word in range {
                for (place, other) in [word - 1, word, word + 1].enumerated() where range.contains(other) {
                    let from = windowsBack[word] + place * size
                    let to = embeddingGradient[other]
                    for column in 0..<size { to[column] += from[column] }
                }
            }
        }
        apply(kept.embeddingMask, to: embeddingGradient, ranges)
        slope(network.vector).addProduct(ofTransposed: embeddingGradient, kept.vectorInput)
    }
}
