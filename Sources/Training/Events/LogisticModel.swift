#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Weights of a logistic model: how likely something is, from features with numbers.
///
/// Learnt by Newton's method (iteratively reweighted least squares) with a small penalty on squares: the outcome depends on
/// the examples alone.
public struct LogisticModel {
    /// In the order of the features.
    public private(set) var weights: [Double]

    /// - Parameters:
    ///   - examples: the features of each, one after the other, all of the same number.
    ///   - outcomes: whether it holds, for each.
    ///   - weights: where to begin; and what stays for those that are fixed.
    ///   - isFixed: which weights stay as they are.
    ///   - penalty: on half the square of each weight.
    public init(
        examples: [Double], outcomes: [Bool], weights start: [Double], isFixed: [Bool], penalty: Double = 1
    ) {
        weights = start
        let width = start.count
        let free = (0..<width).filter { !isFixed[$0] }
        guard width > 0, examples.count == outcomes.count * width else { return }
        for place in free { weights[place] = 0 }
        for _ in 0..<30 {
            var gradient = free.map { -penalty * weights[$0] }
            var curvature = [Double](repeating: 0, count: free.count * free.count)
            for (row, isTrue) in outcomes.enumerated() {
                let base = row * width
                var odds = 0.0
                for place in 0..<width { odds += examples[base + place] * weights[place] }
                let probability = 1 / (1 + exp(-odds))
                let error = (isTrue ? 1 : 0) - probability
                let spread = probability * (1 - probability)
                for (one, place) in free.enumerated() {
                    let value = examples[base + place]
                    guard value != 0 else { continue }
                    gradient[one] += error * value
                    for other in 0...one {
                        curvature[one * free.count + other] += spread * value * examples[base + free[other]]
                    }
                }
            }
            for one in free.indices { curvature[one * free.count + one] += penalty }
            let step = Self.solved(curvature, gradient)
            for (one, place) in free.enumerated() { weights[place] += step[one] }
            if step.allSatisfy({ abs($0) < 1e-6 }) { break }
        }
    }

    /// Solves a symmetric positive system, of which the lower half is given, by Cholesky's decomposition.
    private static func solved(_ matrix: [Double], _ right: [Double]) -> [Double] {
        let size = right.count
        var lower = matrix
        for row in 0..<size {
            for column in 0...row {
                var sum = lower[row * size + column]
                for inner in 0..<column { sum -= lower[row * size + inner] * lower[column * size + inner] }
                lower[row * size + column] =
                    row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column * size + column]
            }
        }
        var result = right
        for row in 0..<size {
            for inner in 0..<row { result[row] -= lower[row * size + inner] * result[inner] }
            result[row] /= lower[row * size + row]
        }
        for row in (0..<size).reversed() {
            for inner in (row + 1)..<max(size, row + 1) { result[row] -= lower[inner * size + row] * result[inner] }
            result[row] /= lower[row * size + row]
        }
        return result
    }
}
