internal import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A text with events at offsets that raters gave a certainty, one JSON object a line.
struct CertaintyRecord: Decodable {
    struct Event: Decodable {
        /// Code points.
        var start: Int
        var end: Int
        /// -3 to 3, the mean of the raters.
        var certainty: Float?
    }

    var text: String
    var events: [Event]

    /// - Throws: `DataError` for a file that cannot be read or a line that is no such record.
    static func records(path: String) throws(DataError) -> [CertaintyRecord] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw DataError(
                file: path, line: nil, expected: "a readable file of rated events",
                advice: "Name the folder of the corpora with --corpora.")
        }
        var records: [CertaintyRecord] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard !line.isEmpty else { continue }
            do {
                records.append(try JSONDecoder().decode(CertaintyRecord.self, from: Data(line)))
            } catch {
                throw DataError(file: path, line: number, expected: "a record with `text` and `events`: \(error)")
            }
        }
        return records
    }
}
