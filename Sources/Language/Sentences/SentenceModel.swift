package import Tables

/// The weights of the sentence splitter: a linear model over hashed features of the gaps between pieces.
package struct SentenceModel: Sendable {
    /// The file inside the data folder.
    package static let file = "models/sentences.model"
    package static let kind = "sentences"
    /// The version of the features; a model of another version is refused.
    package static let version: Int32 = 1
    /// How many weights there are, as a power of two.
    package static let bits = 18

    private let weights: ModelArray<Int8>
    /// A gap is a boundary if its weights sum up to more.
    private let threshold: Int32

    /// - Throws: `DataError` if the file is missing, damaged or of another version.
    package init(data: DataFolder) throws(DataError) {
        try self.init(ModelFile(data: data, name: Self.file, kind: Self.kind))
    }

    package init(_ file: ModelFile) throws(DataError) {
        let header = try file.array("header", of: Int32.self, count: 2)
        guard header[0] == Self.version else {
            throw DataError(
                file: file.path, line: nil, expected: "version \(Self.version) of the features, not \(header[0])",
                advice: "Make the model anew with `make train`.")
        }
        threshold = header[1]
        weights = try file.array("weights", of: Int8.self, count: 1 << Self.bits)
    }

    /// Whether a sentence that started at `start` ends behind a piece.
    func isBoundary(_ line: BoundaryLine, _ at: Int, start: Int) -> Bool {
        guard line.isCandidate(at) else { return false }
        let weights = weights.elements
        var sum: Int32 = 0
        line.features(at, start: start, mask: UInt32(weights.count - 1)) { sum += Int32(weights[$0]) }
        return sum > threshold
    }
}
