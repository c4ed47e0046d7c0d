#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A table whose rows are sorted by the bytes of their first cell, looked into without being read.
///
/// The file is mapped and searched by halves, so that it costs nothing to open and little to ask, however long it is. Comments
/// stand before the header only; every other line is a row.
public struct SortedTable: Sendable {
    /// The path inside the data folder.
    public let name: String
    public let columns: [String]
    private let data: Data
    /// Where the first row starts.
    private let start: Int

    /// A key has at most so many rows: what is named oftener means nothing.
    private static let mostRows = 64

    /// - Parameters:
    ///   - name: the path inside the data folder.
    ///   - file: the path on the disk.
    ///   - required: the columns that must be there.
    init(name: String, file: String, columns required: [String]) throws(DataError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped) else {
            throw DataError(
                file: file, line: nil, expected: "a readable file",
                advice: "The data folder is incomplete; install it again or name another with --data.")
        }
        self.name = name
        self.data = data
        let header: (columns: [String], end: Int) = data.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = Self.lineEnd(bytes, from: start)
                if end > start, bytes[start] != UInt8(ascii: "#") {
                    return (Self.cells(bytes[start..<end]), min(end + 1, bytes.count))
                }
                start = end + 1
            }
            return ([], bytes.count)
        }
        guard !header.columns.isEmpty else {
            throw DataError(file: file, line: nil, expected: "a header line that names the columns")
        }
        columns = header.columns
        start = header.end
        for column in required where !columns.contains(column) {
            throw DataError(file: file, line: nil, expected: "a column named `\(column)` in the header")
        }
    }

    /// The rows of a key, as many cells each as there are columns; at most 64.
    public func rows(_ key: String) -> [[String]] {
        let key = Array(key.utf8)
        guard !key.isEmpty else { return [] }
        return data.withUnsafeBytes { bytes in
            var line = firstLine(notBefore: key, in: bytes)
            var found: [[String]] = []
            while line < bytes.count, found.count < Self.mostRows {
                let end = Self.lineEnd(bytes, from: line)
                guard Self.order(bytes[line..<end], key) == 0 else { break }
                var cells = Self.cells(bytes[line..<end])
                while cells.count < columns.count { cells.append("") }
                found.append(cells)
                line = end + 1
            }
            return found
        }
    }

    /// Where the first line starts whose key is not smaller.
    private func firstLine(notBefore key: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int {
        var low = start
        var high = bytes.count
        while low < high {
            var line = low + (high - low) / 2
            while line > low, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
            let end = Self.lineEnd(bytes, from: line)
            if Self.order(bytes[line..<end], key) < 0 { low = min(end + 1, high) } else { high = line }
        }
        return low
    }

    /// Below, at or above zero as the first cell of a line stands before, at or behind a key.
    private static func order(_ line: Slice<UnsafeRawBufferPointer>, _ key: [UInt8]) -> Int {
        var position = line.startIndex
        for byte in key {
            guard position < line.endIndex, line[position] != UInt8(ascii: "\t") else { return -1 }
            if line[position] != byte { return line[position] < byte ? -1 : 1 }
            position += 1
        }
        return position < line.endIndex && line[position] != UInt8(ascii: "\t") ? 1 : 0
    }

    private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private static func cells(_ line: Slice<UnsafeRawBufferPointer>) -> [String] {
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
