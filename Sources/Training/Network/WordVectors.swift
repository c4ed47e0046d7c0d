public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Pretrained word vectors, read from the file that `data/build/word_vectors.py` writes.
public struct WordVectors: Sendable {
    public let dimensions: Int
    /// What an integer of a vector is to be multiplied by.
    public let scale: Float
    /// Words in lower case, each with its row.
    public let words: [String]
    /// Row by row.
    public let values: [Int8]

    /// Vectors that were made elsewhere.
    /// - Parameter values: a row of `dimensions` numbers for each word.
    public init(dimensions: Int, scale: Float, words: [String], values: [Int8]) {
        self.dimensions = dimensions
        self.scale = scale
        self.words = words
        self.values = values
    }

    /// - Throws: `DataError` if the file is missing or cut short.
    public init(path: String) throws(DataError) {
        func error(_ expected: String) -> DataError {
            DataError(
                file: path, line: nil, expected: expected, advice: "Make it anew with data/build/word_vectors.py.")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw error("a file of word vectors") }
        let bytes = [UInt8](data)
        func number(at offset: Int) -> Int? {
            guard offset + 4 <= bytes.count else { return nil }
            return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        guard let count = number(at: 0), let dimensions = number(at: 4), let scale = number(at: 8) else {
            throw error("a header of twelve bytes")
        }
        var words: [String] = []
        var at = 12
        for _ in 0..<count {
            guard at + 2 <= bytes.count else { throw error("\(count) words") }
            let length = Int(bytes[at]) | Int(bytes[at + 1]) << 8
            guard at + 2 + length <= bytes.count else { throw error("\(count) words") }
            words.append(String(decoding: bytes[(at + 2)..<(at + 2 + length)], as: UTF8.self))
            at += 2 + length
        }
        guard dimensions > 0, bytes.count - at == count * dimensions else {
            throw error("\(count) vectors of \(dimensions) numbers")
        }
        self.dimensions = dimensions
        self.scale = Float(bitPattern: UInt32(truncatingIfNeeded: scale))
        self.words = words
        values = bytes[at...].map { Int8(bitPattern: $0) }
    }
}
