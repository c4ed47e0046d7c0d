internal import Language

/// The network while it learns: embeddings and the parts of its parameters.
///
/// Words become sums of embeddings; a layer sees each with its neighbours; recurrent layers read the sentence both
/// ways; and on top of them each task has a small part of its own. Arcs are scored as by Dozat and Manning, "Deep
/// biaffine attention for neural dependency parsing" (2017).
final class Network: @unchecked Sendable {
    /// One recurrent layer.
    struct Layer {
        var input: Parameters.Part
        /// Forward, then backward.
        var forgetCell: [Parameters.Part]
        var resetCell: [Parameters.Part]
        var forgetBias: [Parameters.Part]
        var resetBias: [Parameters.Part]
    }

    /// A linear map with a bias.
    struct Linear {
        var weights: Parameters.Part
        var bias: Parameters.Part
    }

    let shape: NetworkShape
    let parameters = Parameters()
    let embeddings: UnsafeMutableBufferPointer<Float>
    let tableRows: Int

    let vector: Parameters.Part
    let neighbours: Linear
    let layers: [Layer]
    let universalTags: Linear
    let pennTags: Linear
    /// From a word to what it is as a part of a name, and from there to the labels.
    let nameViews: Linear
    let names: Linear
    /// To four parts: dependent and head for arcs, dependent and head for relations.
    let views: Linear
    let arcs: Parameters.Part
    let arcHead: Parameters.Part
    let rootArc: Parameters.Part
    let rootRelation: Parameters.Part
    let distances: Parameters.Part
    let relations: Linear

    init(shape: NetworkShape, tableRows: Int, generator: inout SeededGenerator) {
        self.shape = shape
        self.tableRows = tableRows
        let parameters = parameters
        func linear(_ name: String, _ rows: Int, _ columns: Int) -> Linear {
            Linear(weights: parameters.add(name, rows, columns), bias: parameters.add(name + " bias", 1, rows))
        }
        let hidden = shape.hidden
        let width = shape.direction
        vector = parameters.add("vector", shape.embedding, shape.vector)
        neighbours = linear("neighbours", hidden, 3 * shape.embedding)
        layers = (0..<shape.layers).map { number in
            func both(_ name: String) -> [Parameters.Part] {
                ["forward", "backward"].map { parameters.add("layer \(number) \(name) \($0)", 1, width) }
            }
            return Layer(
                input: parameters.add("layer \(number)", 6 * width, hidden), forgetCell: both("forget cell"),
                resetCell: both("reset cell"), forgetBias: both("forget bias"), resetBias: both("reset bias"))
        }
        universalTags = linear("universal tags", shape.universalTags, hidden)
        pennTags = linear("penn tags", shape.pennTags, hidden)
        nameViews = linear("name views", shape.name, hidden)
        names = linear("names", shape.nameLabels, shape.name)
        views = linear("views", 2 * shape.arc + 2 * shape.relation, hidden)
        arcs = parameters.add("arcs", shape.arc, shape.arc)
        arcHead = parameters.add("arc head", 1, shape.arc)
        rootArc = parameters.add("root arc", 1, shape.arc)
        rootRelation = parameters.add("root relation", 1, shape.relation)
        distances = parameters.add("distances", 1, NetworkShape.distances)
        relations = linear("relations", shape.relations, 3 * shape.relation)
        parameters.initialize(&generator)
        embeddings = .allocate(capacity: tableRows * shape.embedding)
        for at in embeddings.indices { embeddings.initializeElement(at: at, to: (2 * generator.fraction() - 1) * 0.1) }
        for part in [rootArc, rootRelation] {
            for at in part.offset..<(part.offset + part.count) {
                parameters.start[at] = (2 * generator.fraction() - 1) * 0.1
            }
        }
        for layer in layers {
            for part in layer.resetBias {
                for at in part.offset..<(part.offset + part.count) { parameters.start[at] = 0 }
            }
        }
    }

    deinit { embeddings.deallocate() }
}
