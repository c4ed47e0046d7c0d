internal import CKernels
internal import Tables

/// Gives each word its head and the relation to it: Dozat and Manning, "Deep biaffine attention for neural dependency
/// parsing" (2017), with a score for the distance.
struct Parser: Sendable {
    /// What a word hangs on.
    struct Arc {
        /// The place of the head in the sentence, -1 for the root.
        var head: Int
        var relation: String
    }

    private let shape: NetworkShape
    private let relations: [String]
    private let root: Int
    private let views: QuantizedMatrix
    private let arcs: QuantizedMatrix
    private let relation: QuantizedMatrix
    private let rootArc: ModelArray<Float>
    private let rootRelation: ModelArray<Float>
    private let distances: ModelArray<Float>
    /// The largest number that stands for a word as a dependent.
    private let largestArc: Float

    init(file: ModelFile, shape: NetworkShape) throws(DataError) {
        self.shape = shape
        relations = try file.lines("relations")
        guard relations.count == shape.relations, let root = relations.firstIndex(of: "root") else {
            throw DataError(
                file: file.path, line: nil, expected: "as many relations as its shape says, `root` among them",
                advice: "Make the model anew with `make train`.")
        }
        self.root = root
        views = try QuantizedMatrix(
            file: file, name: "views", outputs: 2 * (shape.arc + shape.relation), inputs: shape.hidden)
        arcs = try QuantizedMatrix(file: file, name: "arcs", outputs: shape.arc, inputs: shape.arc)
        relation = try QuantizedMatrix(
            file: file, name: "relation", outputs: shape.relations, inputs: 3 * shape.relation)
        rootArc = try file.array("root arc", of: Float.self, count: shape.arc)
        rootRelation = try file.array("root relation", of: Float.self, count: shape.relation)
        distances = try file.array("distances", of: Float.self, count: NetworkShape.distances)
        largestArc = try file.array("largest arc", of: Float.self, count: 1)[0]
    }

    /// The arcs of all words; each sentence gets one tree with one root.
    func arcs(of sentences: EncodedSentences) -> [Arc] {
        let words = sentences.words
        let workspace = sentences.workspace
        let width = views.outputs
        let viewed = sentences.mapped(by: views)
        annals_squash(viewed, words * width)
        let rounded = workspace.whole(words * width)
        arcs.quantize(viewed, count: words * width, to: rounded)
        let crossed = workspace.numbers(words * shape.arc)
        arcs.multiply(rounded, rows: words, row: width, to: crossed, outputRow: shape.arc)
        let dependents = workspace.whole(words * shape.arc)
        annals_quantize(
            crossed, words * shape.arc, Float(QuantizedMatrix.limit) / largestArc, QuantizedMatrix.limit, dependents)

        var heads: [Int] = []
        heads.reserveCapacity(words)
        let pairWidth = relation.inputs
        let pairs = workspace.numbers(words * pairWidth)
        for range in sentences.sentences {
            let first = range.lowerBound
            let chosen = self.heads(
                count: range.count, dependents: dependents + first * shape.arc,
                candidates: rounded + first * width + shape.arc, workspace)
            cross(viewed + first * width, heads: chosen, to: pairs + first * pairWidth)
            heads += chosen
        }
        let roundedPairs = workspace.whole(words * pairWidth)
        relation.quantize(pairs, count: words * pairWidth, to: roundedPairs)
        let scores = workspace.numbers(words * relation.outputs)
        relation.multiply(roundedPairs, rows: words, row: pairWidth, to: scores, outputRow: relation.outputs)
        return heads.enumerated().map { word, head in
            if head < 0 { return Arc(head: head, relation: relations[root]) }
            let row = scores + word * relation.outputs
            row[root] = -.infinity
            return Arc(head: head, relation: relations[EncodedSentences.best(row, relation.outputs)])
        }
    }

    /// The heads of the words of one sentence.
    private func heads(
        count: Int, dependents: UnsafePointer<Int16>, candidates: UnsafePointer<Int16>, _ workspace: Workspace
    ) -> [Int] {
        let mark = workspace.mark
        defer { workspace.release(to: mark) }
        let width = shape.arc
        // The root is the first candidate.
        let rows = workspace.whole((count + 1) * width)
        if let root = rootArc.elements.baseAddress {
            annals_quantize(root, width, arcs.inputScale, QuantizedMatrix.limit, rows)
        }
        for word in 0..<count {
            (rows + (word + 1) * width).update(from: candidates + word * views.outputs, count: width)
        }
        let packed = workspace.whole(annals_packed_length(count + 1, width))
        annals_pack_i16(rows, count + 1, width, width, packed)
        let scales = workspace.numbers(count + 1)
        let scale = largestArc / (Float(QuantizedMatrix.limit) * arcs.inputScale)
        scales.update(repeating: scale, count: count + 1)
        let biases = workspace.zeros(count + 1)
        let scores = workspace.numbers(count * (count + 1))
        annals_multiply_i16(dependents, count, width, width, packed, count + 1, scales, biases, scores, count + 1)
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
        for (word, head) in heads.enumerated() {
            let dependent = viewed + word * views.outputs + 2 * shape.arc
            let governor = head < 0 ? root : viewed + head * views.outputs + 2 * shape.arc + width
            annals_cross(dependent, governor, width, pairs + word * relation.inputs)
        }
    }
}
