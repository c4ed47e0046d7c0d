internal import CKernels
internal import Language

/// Learns from gradients with a step for each number: Kingma and Ba, "Adam: a method for stochastic optimization" (2015).
///
/// Rows of the embedding table that a batch does not touch stay as they are.
final class Adam {
    private let network: Network
    private let mean: UnsafeMutableBufferPointer<Float>
    private let square: UnsafeMutableBufferPointer<Float>
    private let rowGradients: UnsafeMutableBufferPointer<Float>
    private let rowMean: UnsafeMutableBufferPointer<Float>
    private let rowSquare: UnsafeMutableBufferPointer<Float>
    private var isTouched: [Bool]
    private var step = 0
    private static let keepMean: Float = 0.9
    private static let keepSquare: Float = 0.98
    private static let tiny: Float = 1e-8
    /// Longer gradients are shortened to this length: Pascanu et al. (2013).
    private static let longest: Float = 5

    init(_ network: Network) {
        func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
            let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
            buffer.initialize(repeating: 0)
            return buffer
        }
        self.network = network
        mean = zeros(network.parameters.count)
        square = zeros(network.parameters.count)
        rowGradients = zeros(network.embeddings.count)
        rowMean = zeros(network.embeddings.count)
        rowSquare = zeros(network.embeddings.count)
        isTouched = Array(repeating: false, count: network.tableRows)
    }

    deinit {
        for buffer in [mean, square, rowGradients, rowMean, rowSquare] { buffer.deallocate() }
    }

    /// One step along the sum of the passes' gradients.
    func step(_ passes: [NetworkPass], rate: Float) {
        step += 1
        let count = network.parameters.count
        let gradient = passes[0].gradient
        for pass in passes.dropFirst() {
            for at in 0..<count { gradient[at] += pass.gradient[at] }
        }
        let width = network.shape.embedding
        var rows: [Int] = []
        for pass in passes {
            for (row, word) in pass.touched {
                if !isTouched[row] {
                    isTouched[row] = true
                    rows.append(row)
                }
                let to = rowGradients.baseAddress! + row * width
                let from = pass.embeddingGradient[word]
                for column in 0..<width { to[column] += from[column] }
            }
        }
        var length: Float = 0
        for at in 0..<count { length += gradient[at] * gradient[at] }
        length = length.squareRoot()
        if length > Self.longest {
            let factor = Self.longest / length
            for at in 0..<count { gradient[at] *= factor }
        }
        let correction =
            (1 - Self.power(Self.keepSquare, step)).squareRoot() / (1 - Self.power(Self.keepMean, step))
        annals_adam_f32(
            count, network.parameters.start, gradient, mean.baseAddress!, square.baseAddress!, rate * correction,
            Self.keepMean, Self.keepSquare, Self.tiny)
        for row in rows {
            let at = row * width
            annals_adam_f32(
                width, network.embeddings.baseAddress! + at, rowGradients.baseAddress! + at, rowMean.baseAddress! + at,
                rowSquare.baseAddress! + at, rate * correction, Self.keepMean, Self.keepSquare, Self.tiny)
            (rowGradients.baseAddress! + at).update(repeating: 0, count: width)
            isTouched[row] = false
        }
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float {
        var result: Float = 1
        for _ in 0..<min(exponent, 2000) { result *= base }
        return result
    }
}
