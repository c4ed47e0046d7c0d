internal import CKernels
package import Tables

/// Gives each word a row of numbers that tells it apart in its sentence; tags, trees and names are read off these.
///
/// Words become sums of embeddings, a layer sees each with its neighbours, recurrent layers read the sentence both ways
/// (Lei et al., "Simple recurrent units for highly parallelizable recurrence", 2018). All products are in whole numbers;
/// what lies between is plain arithmetic without fused operations: the answer is the same on every machine.
package struct Encoder: Sendable {
    package let shape: NetworkShape
    package let words: WordTable
    private let embeddings: ModelArray<Int8>
    private let embeddingScale: Float
    private let vector: QuantizedMatrix
    private let neighbours: QuantizedMatrix
    private let layers: [RecurrentLayer]

    /// Reads it from a model file.
    /// - Parameter words: the words of another model, for a file that has none of its own.
    package init(file: ModelFile, words: WordTable? = nil) throws(DataError) {
        shape = try NetworkShape(file: file)
        if let words {
            guard words.dimensions == shape.vector else {
                throw DataError(
                    file: file.path, line: nil, expected: "vectors of \(words.dimensions) numbers, not \(shape.vector)",
                    advice: "Make the model anew with `make train`.")
            }
            self.words = words
        } else {
            self.words = try WordTable(file: file, dimensions: shape.vector)
        }
        embeddings = try file.array("embeddings", of: Int8.self, count: WordFeatures.tableRows * shape.embedding)
        embeddingScale = try file.array("embedding scale", of: Float.self, count: 1)[0]
        vector = try QuantizedMatrix(file: file, name: "vector", outputs: shape.embedding, inputs: shape.vector)
        neighbours = try QuantizedMatrix(
            file: file, name: "neighbours", outputs: shape.hidden, inputs: 3 * shape.embedding)
        var layers: [RecurrentLayer] = []
        for number in 0..<shape.layers {
            layers.append(try RecurrentLayer(file: file, name: "layer \(number)", width: shape.direction))
        }
        self.layers = layers
    }

    /// A sentence by what is known of its words alone.
    package struct Input {
        /// The rows of the embedding table for all words.
        fileprivate var rows: [UInt32] = []
        /// Where the rows of each word end.
        fileprivate var rowEnds: [Int] = []
        /// The rows of pretrained vectors, -1 where there is none.
        fileprivate var vectors: [Int] = []
        package var count: Int { vectors.count }

        package init() {}

        package mutating func append(_ word: WordFeatures.Word) {
            WordFeatures.append(word, to: &rows)
            rowEnds.append(rows.count)
            vectors.append(word.entry.vector ?? -1)
        }
    }

    /// Encodes sentences together.
    package func encode(_ sentences: ArraySlice<Input>, _ workspace: Workspace) -> EncodedSentences {
        var ranges: [Range<Int>] = []
        for sentence in sentences {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<(start + sentence.count))
        }
        let words = ranges.last?.upperBound ?? 0
        let hidden = shape.hidden
        var level = seeNeighbours(embed(sentences, words: words, workspace), ranges, words: words, workspace)
        let rounded = workspace.whole(words * hidden)
        let mapped = workspace.numbers(words * 6 * shape.direction)
        let cells = workspace.numbers((words + 1) * shape.direction)
        var next = workspace.numbers(words * hidden)
        for layer in layers {
            layer.input.quantize(level, count: words * hidden, to: rounded)
            layer.input.multiply(rounded, rows: words, row: hidden, to: mapped, outputRow: layer.input.outputs)
            for range in ranges {
                layer.run(
                    words: range.count, mapped: mapped + range.lowerBound * layer.input.outputs,
                    level: level + range.lowerBound * hidden, output: next + range.lowerBound * hidden, cells: cells)
            }
            swap(&level, &next)
        }
        return EncodedSentences(sentences: ranges, level: level, width: hidden, workspace: workspace)
    }

    private func seeNeighbours(
        _ embedded: UnsafeMutablePointer<Float>, _ ranges: [Range<Int>], words: Int, _ workspace: Workspace
    ) -> UnsafeMutablePointer<Float> {
        let width = shape.embedding
        // A row of zeros stands before, between and after sentences, so that a word and its neighbours lie in a row.
        let padded = workspace.wholeZeros((words + ranges.count + 1) * width)
        let level = workspace.numbers(words * shape.hidden)
        var row = 1
        for range in ranges {
            neighbours.quantize(
                embedded + range.lowerBound * width, count: range.count * width, to: padded + row * width)
            neighbours.multiply(
                padded + (row - 1) * width, rows: range.count, row: width, to: level + range.lowerBound * shape.hidden,
                outputRow: shape.hidden)
            row += range.count + 1
        }
        annals_squash(level, words * shape.hidden)
        return level
    }

    private func embed(
        _ sentences: ArraySlice<Input>, words: Int, _ workspace: Workspace
    ) -> UnsafeMutablePointer<Float> {
        let width = shape.embedding
        let vectors = workspace.wholeZeros(words * shape.vector)
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
            sentence.rows.withUnsafeBufferPointer { rows in
                guard let from = rows.baseAddress else { return }
                var start = 0
                for end in sentence.rowEnds {
                    annals_add_rows(table, width, from + start, end - start, embeddingScale, embedded + word * width)
                    start = end
                    word += 1
                }
            }
        }
        return embedded
    }
}
