internal import CKernels
internal import Tables

/// The network as it runs: words to tags, heads, relations and names.
///
/// Words become sums of embeddings, a layer sees each with its neighbours, recurrent layers read the sentence both ways
/// (Lei et al., "Simple recurrent units for highly parallelizable recurrence", 2018), and each task has a small part of
/// its own on top. All products are in whole numbers; what lies between is plain arithmetic without fused operations.
struct Network: Sendable {
    let shape: NetworkShape
    let words: WordTable
    let universalTags: [String]
    let pennTags: [String]
    let relations: [String]

    private let embeddings: ModelArray<Int8>
    private let embeddingScale: Float
    private let vectorScale: Float
    private let vector: QuantizedMatrix
    private let neighbours: QuantizedMatrix
    private let layers: [RecurrentLayer]
    /// Universal tags, Penn tags and names in one product.
    private let labels: QuantizedMatrix
    private let views: QuantizedMatrix
    private let arcs: QuantizedMatrix
    private let relation: QuantizedMatrix
    private let rootArc: ModelArray<Float>
    private let rootRelation: ModelArray<Float>
    private let distances: ModelArray<Float>
    /// The largest number that stands for a word as a dependent of an arc.
    private let largestArc: Float

    init(file: ModelFile) throws(DataError) {
        shape = try NetworkShape(file: file)
        words = try WordTable(file: file, dimensions: shape.vector)
        universalTags = try file.lines("universal tags")
        pennTags = try file.lines("penn tags")
        relations = try file.lines("relations")
        embeddings = try file.array(
            "embeddings", of: Int8.self, count: WordFeatures.tableRows * shape.embedding)
        let scales = try file.array("scales", of: Float.self, count: 3)
        (embeddingScale, vectorScale, largestArc) = (scales[0], scales[1], scales[2])
        vector = try QuantizedMatrix(file: file, name: "vector", outputs: shape.embedding, inputs: shape.vector)
        neighbours = try QuantizedMatrix(
            file: file, name: "neighbours", outputs: shape.hidden, inputs: 3 * shape.embedding)
        var layers: [RecurrentLayer] = []
        for number in 0..<shape.layers {
            layers.append(try RecurrentLayer(file: file, name: "layer \(number)", width: shape.direction))
        }
        self.layers = layers
        labels = try QuantizedMatrix(
            file: file, name: "labels", outputs: shape.universalTags + shape.pennTags + shape.nameLabels,
            inputs: shape.hidden)
        views = try QuantizedMatrix(
            file: file, name: "views", outputs: 2 * (shape.arc + shape.relation), inputs: shape.hidden)
        arcs = try QuantizedMatrix(file: file, name: "arcs", outputs: shape.arc, inputs: shape.arc)
        relation = try QuantizedMatrix(
            file: file, name: "relation", outputs: shape.relations, inputs: 3 * shape.relation)
        rootArc = try file.array("root arc", of: Float.self, count: shape.arc)
        rootRelation = try file.array("root relation", of: Float.self, count: shape.relation)
        distances = try file.array("distances", of: Float.self, count: NetworkShape.distances)
        guard universalTags.count == shape.universalTags, pennTags.count == shape.pennTags,
            relations.count == shape.relations, shape.nameLabels == NameLabels.all.count
        else {
            throw DataError(
                file: file.path, line: nil, expected: "as many labels as its shape says",
                advice: "Make the model anew with `make train`.")
        }
    }
}

extension Network {
    /// What the network says of a word.
    struct Reading {
        var universalTag: Int
        var pennTag: Int
        /// The place of its head in the sentence, -1 for the root.
        var head: Int
        var relation: Int
    }

    /// A sentence as the network sees it, and what it says.
    struct Sentence {
        /// The rows of the embedding table for all words.
        var rows: [UInt32] = []
        /// Where the rows of each word end.
        var rowEnds: [Int] = []
        /// The rows of pretrained vectors, -1 where there is none.
        var vectors: [Int] = []
        var readings: [Reading] = []
        var names: [NameSpan] = []
        var count: Int { vectors.count }

        mutating func append(_ word: WordFeatures.Word) {
            WordFeatures.append(word, to: &rows)
            rowEnds.append(rows.count)
            vectors.append(word.entry.vector ?? -1)
        }
    }

    /// Words that are read in one go; more would not be faster.
    private static let batch = 256

    /// Reads sentences: fills in what it says of them.
    func read(_ sentences: inout [Sentence]) {
        var start = 0
        let workspace = Workspace()
        while start < sentences.count {
            var end = start
            var words = 0
            repeat {
                words += sentences[end].count
                end += 1
            } while end < sentences.count && words + sentences[end].count <= Self.batch
            read(&sentences, start..<end, words: words, workspace)
            start = end
        }
    }

    private func read(_ sentences: inout [Sentence], _ range: Range<Int>, words: Int, _ workspace: Workspace) {
        workspace.reset()
        let level = encode(sentences[range], words: words, workspace)
        let outputs = labels.outputs
        let rounded = workspace.whole(words * shape.hidden)
        labels.quantize(level, count: words * shape.hidden, to: rounded)
        let labelScores = workspace.numbers(words * outputs)
        labels.multiply(rounded, rows: words, row: shape.hidden, to: labelScores, outputRow: outputs)
        let viewWidth = views.outputs
        let viewed = workspace.numbers(words * viewWidth)
        views.quantize(level, count: words * shape.hidden, to: rounded)
        views.multiply(rounded, rows: words, row: shape.hidden, to: viewed, outputRow: viewWidth)
        annals_squash(viewed, words * viewWidth)
        let roundedViews = workspace.whole(words * viewWidth)
        arcs.quantize(viewed, count: words * viewWidth, to: roundedViews)
        let crossed = workspace.numbers(words * shape.arc)
        arcs.multiply(roundedViews, rows: words, row: viewWidth, to: crossed, outputRow: shape.arc)
        let roundedCrossed = workspace.whole(words * shape.arc)
        let crossScale = Float(QuantizedMatrix.limit) / largestArc
        annals_quantize(crossed, words * shape.arc, crossScale, QuantizedMatrix.limit, roundedCrossed)

        var heads: [Int] = []
        heads.reserveCapacity(words)
        let pairs = workspace.numbers(words * 3 * shape.relation)
        var first = 0
        for index in range {
            let count = sentences[index].count
            let chosen = self.heads(
                count: count, dependents: roundedCrossed + first * shape.arc,
                heads: roundedViews + first * viewWidth + shape.arc, crossScale: crossScale, workspace)
            cross(viewed + first * viewWidth, heads: chosen, to: pairs + first * 3 * shape.relation)
            heads += chosen
            first += count
        }
        let roundedPairs = workspace.whole(words * 3 * shape.relation)
        relation.quantize(pairs, count: words * 3 * shape.relation, to: roundedPairs)
        let relationScores = workspace.numbers(words * relation.outputs)
        relation.multiply(
            roundedPairs, rows: words, row: 3 * shape.relation, to: relationScores, outputRow: relation.outputs)

        first = 0
        for index in range {
            let count = sentences[index].count
            sentences[index].readings = (first..<(first + count)).map { word in
                let scores = labelScores + word * outputs
                return Reading(
                    universalTag: Self.best(scores, shape.universalTags),
                    pennTag: Self.best(scores + shape.universalTags, shape.pennTags), head: heads[word],
                    relation: Self.best(relationScores + word * relation.outputs, relation.outputs))
            }
            sentences[index].names = NameLabels.names(
                labelScores + first * outputs + shape.universalTags + shape.pennTags, count: count, stride: outputs)
            first += count
        }
    }

    private static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for at in 1..<count where scores[at] > scores[best] { best = at }
        return best
    }

    /// The words of sentences after the last layer.
    private func encode(
        _ sentences: ArraySlice<Sentence>, words: Int, _ workspace: Workspace
    ) -> UnsafeMutablePointer<Float> {
        let width = shape.embedding
        let embedded = embed(sentences, words: words, workspace)
        // A row of zeros stands before, between and after sentences, so that a word and its neighbours lie in a row.
        let padded = workspace.whole((words + sentences.count + 1) * width)
        var level = workspace.numbers(words * shape.hidden)
        var first = 0
        var row = 1
        for sentence in sentences {
            neighbours.quantize(embedded + first * width, count: sentence.count * width, to: padded + row * width)
            neighbours.multiply(
                padded + (row - 1) * width, rows: sentence.count, row: width, to: level + first * shape.hidden,
                outputRow: shape.hidden)
            first += sentence.count
            row += sentence.count + 1
        }
        annals_squash(level, words * shape.hidden)
        let rounded = workspace.whole(words * shape.hidden)
        let mapped = workspace.numbers(words * 6 * shape.direction)
        let cells = workspace.numbers((words + 1) * shape.direction)
        var next = workspace.numbers(words * shape.hidden)
        for layer in layers {
            layer.input.quantize(level, count: words * shape.hidden, to: rounded)
            layer.input.multiply(
                rounded, rows: words, row: shape.hidden, to: mapped, outputRow: layer.input.outputs)
            var first = 0
            for sentence in sentences {
                layer.run(
                    words: sentence.count, mapped: mapped + first * layer.input.outputs,
                    level: level + first * shape.hidden, output: next + first * shape.hidden, cells: cells)
                first += sentence.count
            }
            swap(&level, &next)
        }
        return level
    }

    private func embed(
        _ sentences: ArraySlice<Sentence>, words: Int, _ workspace: Workspace
    ) -> UnsafeMutablePointer<Float> {
        let width = shape.embedding
        let vectors = workspace.whole(words * shape.vector)
        let embedded = workspace.numbers(words * width)
        guard let table = embeddings.elements.baseAddress, let all = self.words.vectors.elements.baseAddress else {
            return embedded
        }
        // Vectors are whole numbers already; the scale of the map takes account of theirs.
        var word = 0
        for sentence in sentences {
            for row in sentence.vectors {
                if row >= 0 { annals_widen(all + row * shape.vector, shape.vector, vectors + word * shape.vector) }
                word += 1
            }
        }
        vector.multiply(vectors, rows: words, row: shape.vector, to: embedded, outputRow: width)
        word = 0
        for sentence in sentences {
            var start = 0
            for end in sentence.rowEnds {
                sentence.rows.withUnsafeBufferPointer { rows in
                    if let from = rows.baseAddress {
                        annals_add_rows(
                            table, width, from + start, end - start, embeddingScale, embedded + word * width)
                    }
                }
                start = end
                word += 1
            }
        }
        return embedded
    }

    /// The heads of the words of one sentence.
    private func heads(
        count: Int, dependents: UnsafePointer<Int16>, heads: UnsafePointer<Int16>, crossScale: Float,
        _ workspace: Workspace
    ) -> [Int] {
        let mark = workspace.mark
        defer { workspace.release(to: mark) }
        let width = shape.arc
        // The root is the first candidate.
        let candidates = workspace.whole((count + 1) * width)
        if let root = rootArc.elements.baseAddress {
            annals_quantize(root, width, arcs.inputScale, QuantizedMatrix.limit, candidates)
        }
        for word in 0..<count {
            (candidates + (word + 1) * width).update(from: heads + word * views.outputs, count: width)
        }
        let packed = workspace.whole(annals_packed_length(count + 1, width))
        annals_pack_i16(candidates, count + 1, width, width, packed)
        let scales = workspace.numbers(count + 1)
        scales.update(repeating: 1 / (crossScale * arcs.inputScale), count: count + 1)
        let biases = workspace.numbers(count + 1)
        let scores = workspace.numbers(count * (count + 1))
        annals_multiply_i16(
            dependents, count, width, width, packed, count + 1, scales, biases, scores, count + 1)
        for word in 0..<count {
            let row = scores + word * (count + 1) + 1
            for head in 0..<count { row[head] += distances[NetworkShape.distance(from: word, to: head)] }
            row[word] = -1e9
        }
        return TreeDecoder.heads(scores, count: count, stride: count + 1)
    }

    /// The two sides of each arc and their product.
    private func cross(_ viewed: UnsafePointer<Float>, heads: [Int], to pairs: UnsafeMutablePointer<Float>) {
        guard let root = rootRelation.elements.baseAddress else { return }
        let width = shape.relation
        let stride = views.outputs
        for (word, head) in heads.enumerated() {
            let dependent = viewed + word * stride + 2 * shape.arc
            let governor = head < 0 ? root : viewed + head * stride + 2 * shape.arc + width
            annals_cross(dependent, governor, width, pairs + word * 3 * width)
        }
    }
}
