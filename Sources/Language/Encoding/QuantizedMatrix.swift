internal import CKernels
internal import Tables

/// A linear map in whole numbers: inputs and weights are rounded to 12 bits, their products and sums are exact, and
/// only the result is scaled back. So the answer is the same on every machine.
public struct QuantizedMatrix: Sendable {
    /// The largest whole number of an input or a weight.
    public static let limit: Int16 = 2047
    /// The longest row whose sum of products surely fits into 32 bits.
    static let longestRow = 512

    let outputs: Int
    let inputs: Int
    /// What an input is to be multiplied by before it is rounded.
    let inputScale: Float
    private let packed: ModelArray<Int16>
    private let scales: ModelArray<Float>
    private let biases: ModelArray<Float>

    init(file: ModelFile, name: String, outputs: Int, inputs: Int) throws(DataError) {
        self.outputs = outputs
        self.inputs = inputs
        packed = try file.array(name, of: Int16.self, count: annals_packed_length(outputs, inputs))
        scales = try file.array(name + " scales", of: Float.self, count: outputs)
        biases = try file.array(name + " biases", of: Float.self, count: outputs)
        inputScale = try file.array(name + " input", of: Float.self, count: 1)[0]
        guard inputs <= Self.longestRow, packed.allSatisfy({ abs(Int($0)) <= Int(Self.limit) }) else {
            throw DataError(
                file: file.path, line: nil, expected: "weights of at most \(Self.limit) in `\(name)`",
                advice: "Make the model anew with `make train`.")
        }
    }

    /// Adds a map to a model file.
    /// - Parameters:
    ///   - weights: row by row, one row for each output.
    ///   - largestInput: larger inputs are cut.
    public static func write(
        _ name: String, weights: [Float], biases: [Float], inputs: Int, largestInput: Float,
        to writer: inout ModelWriter
    ) {
        let outputs = biases.count
        let inputScale = Float(limit) / max(largestInput, 1e-6)
        var rounded = [Int16](repeating: 0, count: outputs * inputs)
        var scales = [Float](repeating: 0, count: outputs)
        for output in 0..<outputs {
            let row = (output * inputs)..<((output + 1) * inputs)
            let scale = Float(limit) / max(weights[row].reduce(0) { max($0, abs($1)) }, 1e-9)
            for at in row { rounded[at] = Int16((weights[at] * scale).rounded()) }
            scales[output] = 1 / (scale * inputScale)
        }
        var packed = [Int16](repeating: 0, count: annals_packed_length(outputs, inputs))
        annals_pack_i16(rounded, outputs, inputs, inputs, &packed)
        writer.add(name, packed)
        writer.add(name + " scales", scales)
        writer.add(name + " biases", biases)
        writer.add(name + " input", [inputScale])
    }

    /// The outputs for some rows of rounded inputs.
    /// - Parameters:
    ///   - row: numbers from one row of inputs to the next.
    ///   - outputRow: the same of outputs.
    func multiply(
        _ input: UnsafePointer<Int16>, rows: Int, row: Int, to output: UnsafeMutablePointer<Float>, outputRow: Int
    ) {
        guard rows > 0, let packed = packed.elements.baseAddress, let scales = scales.elements.baseAddress,
            let biases = biases.elements.baseAddress
        else { return }
        annals_multiply_i16(input, rows, row, inputs, packed, outputs, scales, biases, output, outputRow)
    }

    /// Rounds inputs.
    func quantize(_ values: UnsafePointer<Float>, count: Int, to output: UnsafeMutablePointer<Int16>) {
        annals_quantize(values, count, inputScale, Self.limit, output)
    }
}
