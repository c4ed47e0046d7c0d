internal import CKernels
internal import Tables

/// A layer that reads a sentence both ways.
public struct RecurrentLayer: Sendable {
    let input: QuantizedMatrix
    private let width: Int
    /// For each direction: forget cell, reset cell, forget bias, reset bias.
    private let gates: [ModelArray<Float>]

    /// The numbers of a direction, in the order of their sections.
    public static let gateNames = ["forget cell", "reset cell", "forget bias", "reset bias"]

    init(file: ModelFile, name: String, width: Int) throws(DataError) {
        self.width = width
        input = try QuantizedMatrix(file: file, name: name, outputs: 6 * width, inputs: 2 * width)
        var gates: [ModelArray<Float>] = []
        for direction in ["forward", "backward"] {
            for gate in Self.gateNames {
                gates.append(try file.array("\(name) \(gate) \(direction)", of: Float.self, count: width))
            }
        }
        self.gates = gates
    }

    /// Runs over the words of a sentence.
    /// - Parameters:
    ///   - mapped: what `input` made of the words, row by row.
    ///   - level: the words as they came in, and as they go out, in `output`; rows of twice the width.
    ///   - cells: scratch of (words + 1) times the width.
    func run(
        words: Int, mapped: UnsafePointer<Float>, level: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
        cells: UnsafeMutablePointer<Float>
    ) {
        for side in 0..<2 {
            guard let forgetCell = gates[4 * side].elements.baseAddress,
                let resetCell = gates[4 * side + 1].elements.baseAddress,
                let forgetBias = gates[4 * side + 2].elements.baseAddress,
                let resetBias = gates[4 * side + 3].elements.baseAddress
            else { return }
            var unit = annals_recurrence(
                width: width, forget_cell: forgetCell, reset_cell: resetCell, forget_bias: forgetBias,
                reset_bias: resetBias)
            annals_recur(
                &unit, mapped + side * 3 * width, 6 * width, level + side * width, 2 * width, output + side * width,
                2 * width, cells, words, side == 1)
        }
    }
}
