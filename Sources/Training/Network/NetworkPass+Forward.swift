internal import CKernels
internal import Language

/// From words to scores.
extension NetworkPass {
    struct Kept {
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

    func masks(_ sentences: Int, width: Int, rate: Float) -> [UnsafeMutablePointer<Float>] {
        guard dropout != nil, rate > 0 else { return [] }
        let kept = 1 / (1 - rate)
        return (0..<sentences).map { _ in
            let mask = arena.take(width)
            for at in 0..<width { mask[at] = generator.chance(rate) ? 0 : kept }
            return mask
        }
    }

    func apply(_ masks: [UnsafeMutablePointer<Float>], to tensor: Tensor, _ ranges: [Range<Int>]) {
        for (mask, range) in zip(masks, ranges) { tensor.rows(range).scaleRows(by: mask) }
    }

    static func ranges(of examples: [Example]) -> [Range<Int>] {
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

    func linear(_ part: Network.Linear, _ input: Tensor) -> Tensor {
        let output = arena.tensor(input.rows, part.weights.rows)
        output.multiply(input, value(part.weights), transposed: true)
        output.addToRows(value(part.bias).start)
        return output
    }

    func forward(_ examples: [Example], _ ranges: [Range<Int>]) -> (scores: Scores, kept: Kept) {
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
    func view(
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
    func viewBack(
        _ part: Network.Linear, _ level: Tensor, _ before: Tensor, _ masks: [UnsafeMutablePointer<Float>],
        _ viewBack: Tensor, _ ranges: [Range<Int>], _ back: Tensor
    ) {
        apply(masks, to: viewBack, ranges)
        annals_squash_back(before.start, viewBack.start, viewBack.rows * viewBack.columns)
        linearBack(part, level, viewBack, back)
    }

    func embed(_ examples: [Example], words: Int) -> (embedded: Tensor, vectorInput: Tensor) {
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

    func add(row: Int, to word: Int, _ embedded: Tensor) {
        let width = network.shape.embedding
        let from = network.embeddings.baseAddress! + row * width
        let to = embedded[word]
        for column in 0..<width { to[column] += from[column] }
        if dropout != nil { touched.append((row, word)) }
    }

    func unit(_ layer: Network.Layer, side: Int) -> annals_recurrence {
        annals_recurrence(
            width: network.shape.direction, forget_cell: value(layer.forgetCell[side]).start,
            reset_cell: value(layer.resetCell[side]).start, forget_bias: value(layer.forgetBias[side]).start,
            reset_bias: value(layer.resetBias[side]).start)
    }

    func run(
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
    func arcScores(_ views: Tensor, _ crossed: Tensor, _ range: Range<Int>) -> Tensor {
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
    func cross(_ views: Tensor, heads: [Int], ranges: [Range<Int>]) -> Tensor {
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
}
