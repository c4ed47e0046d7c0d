/// Memory for one pass over a batch: handed out from one block, all given back at once.
final class Arena {
    private var blocks: [UnsafeMutableBufferPointer<Float>] = []
    private var used = 0
    private var block = 0
    private static let blockSize = 1 << 22

    deinit { for block in blocks { block.deallocate() } }

    func reset() {
        used = 0
        block = 0
    }

    /// Numbers that are all zero.
    func take(_ count: Int) -> UnsafeMutablePointer<Float> {
        let wanted = (count + 15) / 16 * 16
        while block < blocks.count, used + wanted > blocks[block].count {
            block += 1
            used = 0
        }
        if block == blocks.count {
            blocks.append(.allocate(capacity: max(wanted, Self.blockSize)))
            used = 0
        }
        let start = blocks[block].baseAddress! + used
        used += wanted
        start.initialize(repeating: 0, count: wanted)
        return start
    }

    func tensor(_ rows: Int, _ columns: Int) -> Tensor { Tensor(take(rows * columns), rows, columns) }
}
