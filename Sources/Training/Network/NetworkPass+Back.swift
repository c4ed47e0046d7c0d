internal import CKernels
internal import Language

/// From the losses back to the gradients of all that was learnt.
extension NetworkPass {
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

    func linearBack(_ part: Network.Linear, _ input: Tensor, _ outputBack: Tensor, _ inputBack: Tensor?) {
        slope(part.weights).addProduct(ofTransposed: outputBack, input)
        outputBack.addRows(to: slope(part.bias).start)
        inputBack?.multiply(outputBack, value(part.weights), adding: true)
    }

    func descend(
        _ scores: Tensor, _ gold: [Int], _ part: Network.Linear, _ level: Tensor, _ back: Tensor, _ share: Float
    ) {
        guard gold.contains(where: { $0 >= 0 }) else { return }
        for word in 0..<scores.rows {
            if gold[word] < 0 {
                scores[word].update(repeating: 0, count: scores.columns)
            } else {
                loss += Softmax.descend(scores[word], scores.columns, gold: gold[word], share)
            }
        }
        linearBack(part, level, scores, back)
    }

    func descendRelations(
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
                loss += Softmax.descend(output[word], output.columns, gold: gold[word], share)
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

    func descendArcs(
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
                loss += Softmax.descend(arcs[word], arcs.columns, gold: examples[index].heads[word] + 1, share)
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

    func descendLayers(_ kept: Kept, _ ranges: [Range<Int>], _ top: Tensor) {
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
