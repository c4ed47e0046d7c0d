/// Memory for the numbers between the layers of the network: taken piece by piece, given back together.
///
/// Used by one text at a time.
package final class Workspace: @unchecked Sendable {
    private var block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    /// Blocks that were outgrown while somebody still used them.
    private var older: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    package init() {}

    deinit {
        block.deallocate()
        for block in older { block.deallocate() }
    }

    func reset() {
        for block in older { block.deallocate() }
        older = []
        used = 0
    }

    /// Where the next piece begins, for `release`.
    var mark: (block: Int, used: Int) { (older.count, used) }

    /// Gives back what was taken since a mark.
    func release(to mark: (block: Int, used: Int)) {
        if older.count == mark.block { used = mark.used }
    }

    /// Numbers that are yet to be written.
    func numbers(_ count: Int) -> UnsafeMutablePointer<Float> {
        take(count * MemoryLayout<Float>.stride).bindMemory(to: Float.self, capacity: count)
    }

    /// Whole numbers that are yet to be written. One more may be read than was asked for.
    func whole(_ count: Int) -> UnsafeMutablePointer<Int16> {
        take((count + 1) * MemoryLayout<Int16>.stride).bindMemory(to: Int16.self, capacity: count + 1)
    }

    func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
        let start = numbers(count)
        start.update(repeating: 0, count: count)
        return start
    }

    func wholeZeros(_ count: Int) -> UnsafeMutablePointer<Int16> {
        let start = whole(count)
        start.update(repeating: 0, count: count + 1)
        return start
    }

    private func take(_ bytes: Int) -> UnsafeMutableRawPointer {
        let wanted = (bytes + 63) / 64 * 64
        if used + wanted > block.count {
            older.append(block)
            block = .allocate(byteCount: max(2 * block.count, 2 * wanted), alignment: 64)
            used = 0
        }
        defer { used += wanted }
        return UnsafeMutableRawBufferPointer(rebasing: block[used...]).baseAddress.unsafelyUnwrapped
    }
}
