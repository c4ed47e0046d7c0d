internal import CKernels
internal import Testing

@Suite("Products in whole numbers") struct KernelTests {
    struct Size: Sendable, CustomStringConvertible {
        var rows: Int
        var columns: Int
        var inner: Int
        var description: String { "\(rows) x \(columns) over \(inner)" }
    }

    static let sizes = [
        Size(rows: 1, columns: 1, inner: 1), Size(rows: 3, columns: 15, inner: 7), Size(rows: 4, columns: 16, inner: 8),
        Size(rows: 5, columns: 17, inner: 9), Size(rows: 9, columns: 50, inner: 64),
        Size(rows: 30, columns: 96, inner: 384),
    ]

    @Test("all sets of instructions give the exact sum", arguments: sizes)
    func agree(size: Size) {
        var state: UInt64 = 99
        func number() -> Int16 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int16(truncatingIfNeeded: Int64(state >> 33) % 2048) - 1023
        }
        // Rows are one number longer than they say, as the product reads pairs.
        let row = size.inner + 1
        let x = (0..<(size.rows * row)).map { _ in number() }
        let w = (0..<(size.columns * size.inner)).map { _ in number() }
        var packed = [Int16](repeating: 0, count: annals_packed_length(size.columns, size.inner))
        annals_pack_i16(w, size.columns, size.inner, size.inner, &packed)
        let scales = [Float](repeating: 0.5, count: size.columns)
        let biases = (0..<size.columns).map { Float($0) }
        var expected: [Float] = []
        for r in 0..<size.rows {
            for c in 0..<size.columns {
                let sum = (0..<size.inner).reduce(0) { $0 + Int(x[r * row + $1]) * Int(w[c * size.inner + $1]) }
                expected.append(Float(sum) * 0.5 + Float(c))
            }
        }
        for instructions in [ANNALS_BASELINE, ANNALS_AVX2, ANNALS_AVX512] {
            var out = [Float](repeating: .nan, count: size.rows * size.columns)
            let isThere = annals_multiply_i16_with(
                instructions, x, size.rows, row, size.inner, packed, size.columns, scales, biases, &out, size.columns)
            if isThere { #expect(out == expected) }
        }
        var out = [Float](repeating: .nan, count: size.rows * size.columns)
        annals_multiply_i16(
            x, size.rows, row, size.inner, packed, size.columns, scales, biases, &out, size.columns)
        #expect(out == expected)
    }

    @Test("numbers are rounded to the nearest and cut at the limit")
    func quantizing() {
        let values: [Float] = [0, 0.24, 0.26, -0.26, 9, -9, 0.75]
        var out = [Int16](repeating: 0, count: values.count)
        annals_quantize(values, values.count, 2, 7, &out)
        #expect(out == [0, 0, 1, -1, 7, -7, 2])
    }
}
