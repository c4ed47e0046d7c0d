internal import Language

/// Writes a trained network as a model file, in whole numbers.
struct NetworkWriter {
    let network: Network
    let maker: ExampleMaker
    let vectors: WordVectors
    /// Sentences that show how large the numbers between the layers become.
    let calibration: [Example]

    private func values(_ part: Parameters.Part) -> [Float] {
        Array(network.parameters.values[part.offset..<(part.offset + part.count)])
    }

    /// The largest numbers that were met, with some room.
    private struct Largest {
        var embedded: Float = 0
        var levels: [Float]
        var crossed: Float = 0
    }

    private func largest() -> Largest {
        let pass = NetworkPass(network: network, vectors: vectors.values, vectorScale: vectors.scale)
        var largest = Largest(levels: Array(repeating: 0, count: network.shape.layers + 1))
        for start in stride(from: 0, to: calibration.count, by: 16) {
            let sizes = pass.sizes(Array(calibration[start..<min(start + 16, calibration.count)]))
            largest.embedded = max(largest.embedded, sizes.embedded)
            largest.crossed = max(largest.crossed, sizes.crossed)
            for (at, size) in sizes.levels.enumerated() { largest.levels[at] = max(largest.levels[at], size) }
        }
        return largest
    }

    /// The bytes of the file.
    func bytes(kind: String = ModelKind.network, withWords: Bool = true) -> [UInt8] {
        let shape = network.shape
        let largest = largest()
        let room: Float = 1.1
        var writer = ModelWriter(kind: kind)
        shape.write(to: &writer)
        if withWords { WordTable.write(maker.table, vectors: vectors.values, to: &writer) }
        writer.add("universal tags", lines: maker.universalTags.names)
        writer.add("penn tags", lines: maker.pennTags.names)
        writer.add("tag pairs", maker.tagPairs.map { $0 ? 1 : 0 } as [UInt8])
        writer.add("relations", lines: maker.relations.names)
        let scale = network.embeddings.reduce(0) { max($0, abs($1)) } / 127
        writer.add("embeddings", network.embeddings.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) })
        writer.add("embedding scale", [scale])
        func add(_ name: String, _ weights: [Float], _ biases: [Float], inputs: Int, largest: Float) {
            QuantizedMatrix.write(
                name, weights: weights, biases: biases, inputs: inputs, largestInput: largest, to: &writer)
        }
        // Vectors come in as the bytes that they are.
        add(
            "vector", values(network.vector), Array(repeating: 0, count: shape.embedding), inputs: shape.vector,
            largest: Float(QuantizedMatrix.limit) * vectors.scale)
        add(
            "neighbours", values(network.neighbours.weights), values(network.neighbours.bias),
            inputs: 3 * shape.embedding, largest: largest.embedded * room)
        for (number, layer) in network.layers.enumerated() {
            let name = "layer \(number)"
            add(
                name, values(layer.input), Array(repeating: 0, count: layer.input.rows), inputs: shape.hidden,
                largest: largest.levels[number] * room)
            for (side, direction) in ["forward", "backward"].enumerated() {
                let gates = [layer.forgetCell, layer.resetCell, layer.forgetBias, layer.resetBias]
                for (gate, parts) in zip(RecurrentLayer.gateNames, gates) {
                    writer.add("\(name) \(gate) \(direction)", values(parts[side]))
                }
            }
        }
        let top = largest.levels[shape.layers] * room
        let tags = [network.universalTags, network.pennTags]
        add(
            "tags", tags.flatMap { values($0.weights) }, tags.flatMap { values($0.bias) }, inputs: shape.hidden,
            largest: top)
        add(
            "name views", values(network.nameViews.weights), values(network.nameViews.bias), inputs: shape.hidden,
            largest: top)
        add("names", values(network.names.weights), values(network.names.bias), inputs: shape.name, largest: 1)
        add("views", values(network.views.weights), values(network.views.bias), inputs: shape.hidden, largest: top)
        let arcs = values(network.arcs)
        let transposed = (0..<shape.arc).flatMap { column in (0..<shape.arc).map { arcs[$0 * shape.arc + column] } }
        let rootArc = values(network.rootArc)
        let rootRelation = values(network.rootRelation)
        func size(_ values: [Float]) -> Float { values.reduce(1) { max($0, abs($1)) } }
        add("arcs", transposed, values(network.arcHead), inputs: shape.arc, largest: size(rootArc))
        add(
            "relation", values(network.relations.weights), values(network.relations.bias), inputs: 3 * shape.relation,
            largest: size(rootRelation))
        writer.add("largest arc", [largest.crossed * room])
        writer.add("root arc", rootArc)
        writer.add("root relation", rootRelation)
        writer.add("distances", values(network.distances))
        return writer.bytes()
    }
}
