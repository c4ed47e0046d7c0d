import Language
import Testing

@testable import Training

@Suite("Gradients")
struct NetworkPassTests {
    static func example(_ generator: inout SeededGenerator, words: Int, shape: NetworkShape) -> Example {
        var example = Example()
        for word in 0..<words {
            example.rows += [2, 3].map { $0 + UInt32(generator.next() % 10) }
            example.rowStarts.append(example.rows.count)
            example.vectors.append(word % 3 - 1)
            example.counts.append(5)
            example.universalTags.append(Int(generator.next() % UInt64(shape.universalTags)))
            example.pennTags.append(Int(generator.next() % UInt64(shape.pennTags)))
            example.heads.append(word - 1)
            example.relations.append(Int(generator.next() % UInt64(shape.relations)))
            example.names.append(Int(generator.next() % UInt64(shape.nameLabels)))
        }
        return example
    }

    @Test("the gradient agrees with differences of the loss")
    func differences() {
        var shape = NetworkShape()
        (shape.embedding, shape.vector, shape.direction, shape.layers) = (6, 4, 5, 2)
        (shape.arc, shape.relation, shape.name) = (4, 3, 4)
        (shape.universalTags, shape.pennTags, shape.relations, shape.nameLabels) = (3, 4, 5, 6)
        var generator = SeededGenerator(seed: 7)
        let network = Network(shape: shape, tableRows: 16, generator: &generator)
        for at in network.embeddings.indices { network.embeddings[at] *= 8 }
        let vectors: [Int8] = [50, -30, 20, 90, -80, 10, 40, -60]
        let pass = NetworkPass(network: network, vectors: vectors, vectorScale: 0.01)
        let examples = [4, 1, 6].map { Self.example(&generator, words: $0, shape: shape) }
        var none = NetworkPass.Dropout()
        (none.embedding, none.hidden, none.views, none.nameViews, none.vector, none.form) = (0, 0, 0, 0, 0, 0)
        func loss() -> Float {
            pass.learn(examples, words: 11, seed: 1, dropout: none, weights: .init())
            return pass.loss
        }
        _ = loss()
        let gradient = (0..<network.parameters.count).map { pass.gradient[$0] }
        let step: Float = 0.01
        for (name, part) in network.parameters.parts {
            for number in stride(from: 0, to: part.count, by: max(1, part.count / 7)) {
                let at = part.offset + number
                let value = network.parameters.start[at]
                network.parameters.start[at] = value + step
                let above = loss()
                network.parameters.start[at] = value - step
                let below = loss()
                network.parameters.start[at] = value
                let measured = (above - below) / (2 * step)
                #expect(abs(measured - gradient[at]) < 0.003 + 0.03 * abs(measured), "\(name) \(number)")
            }
        }
        _ = loss()
        var rows = [Int: Float]()
        for (row, word) in pass.touched { rows[row, default: 0] += pass.embeddingGradient[word][0] }
        for (row, expected) in rows {
            let at = row * shape.embedding
            let value = network.embeddings[at]
            network.embeddings[at] = value + step
            let above = loss()
            network.embeddings[at] = value - step
            let below = loss()
            network.embeddings[at] = value
            #expect(abs((above - below) / (2 * step) - expected) < 0.003 + 0.03 * abs(expected), "row \(row)")
        }
    }
}
