internal import CKernels

/// A matrix of numbers in memory that somebody else owns.
struct Tensor {
    var start: UnsafeMutablePointer<Float>
    var rows: Int
    var columns: Int
    /// Numbers from one row to the next; more than `columns` where it is a part of a wider matrix.
    var stride: Int

    init(_ start: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, stride: Int? = nil) {
        self.start = start
        self.rows = rows
        self.columns = columns
        self.stride = stride ?? columns
    }

    /// Some of its columns.
    func columns(_ range: Range<Int>) -> Tensor { Tensor(start + range.lowerBound, rows, range.count, stride: stride) }

    /// Some of its rows.
    func rows(_ range: Range<Int>) -> Tensor {
        Tensor(start + range.lowerBound * stride, range.count, columns, stride: stride)
    }

    subscript(row: Int) -> UnsafeMutablePointer<Float> { start + row * stride }

    /// Becomes a · b, or a · bᵀ.
    func multiply(_ a: Tensor, _ b: Tensor, transposed: Bool = false, adding: Bool = false) {
        annals_multiply_f32(
            rows, columns, a.columns, a.start, a.stride, 1, b.start, transposed ? 1 : b.stride,
            transposed ? b.stride : 1, start, stride, adding)
    }

    /// Adds aᵀ · b.
    func addProduct(ofTransposed a: Tensor, _ b: Tensor) {
        annals_multiply_f32(rows, columns, a.rows, a.start, 1, a.stride, b.start, b.stride, 1, start, stride, true)
    }

    /// Adds one row to every row.
    func addToRows(_ row: UnsafeMutablePointer<Float>) {
        for at in 0..<rows {
            let to = self[at]
            for column in 0..<columns { to[column] += row[column] }
        }
    }

    /// Adds all its rows to one row.
    func addRows(to row: UnsafeMutablePointer<Float>) {
        for at in 0..<rows {
            let from = self[at]
            for column in 0..<columns { row[column] += from[column] }
        }
    }

    /// Multiplies each row by a row of factors.
    func scaleRows(by factors: UnsafeMutablePointer<Float>) {
        for at in 0..<rows {
            let to = self[at]
            for column in 0..<columns { to[column] *= factors[column] }
        }
    }
}
