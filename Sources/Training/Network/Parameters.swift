/// The trained numbers of the network, but for the embeddings: one block of memory, with a name for each part.
final class Parameters: @unchecked Sendable {
    /// A matrix inside the block.
    struct Part: Sendable {
        var offset: Int
        var rows: Int
        var columns: Int
        var count: Int { rows * columns }

        func `in`(_ block: UnsafeMutablePointer<Float>) -> Tensor { Tensor(block + offset, rows, columns) }
    }

    private(set) var parts: [(name: String, part: Part)] = []
    private(set) var count = 0
    private(set) var values = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)

    deinit { values.deallocate() }

    func add(_ name: String, _ rows: Int, _ columns: Int) -> Part {
        let part = Part(offset: count, rows: rows, columns: columns)
        parts.append((name, part))
        count += (rows * columns + 15) / 16 * 16
        return part
    }

    /// Gives all parts their first values: matrices small random ones after Glorot and Bengio (2010), the rest zero.
    func initialize(_ generator: inout SeededGenerator) {
        values = .allocate(capacity: count)
        values.initialize(repeating: 0)
        for (_, part) in parts where part.rows > 1 {
            let limit = (6 / Float(part.rows + part.columns)).squareRoot()
            for at in part.offset..<(part.offset + part.count) {
                values[at] = (2 * generator.fraction() - 1) * limit
            }
        }
    }

    var start: UnsafeMutablePointer<Float> { values.baseAddress! }
}
