internal import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A document with mentions at offsets, one JSON object a line.
struct MentionRecord: Decodable {
    struct Mention: Decodable {
        /// Code points.
        var start: Int
        var end: Int
        var kind: String
        var subtype: String?
        var form: String?
        var head: Head?

        struct Head: Decodable {
            var start: Int
            var end: Int
        }

        var span: Range<Int> { start..<max(start, end) }
    }

    var id: String
    var text: String
    var mentions: [Mention]?

    /// - Throws: `DataError` for a line that is no such record.
    static func records(of bytes: [UInt8], file: String) throws(DataError) -> [MentionRecord] {
        let decoder = JSONDecoder()
        var records: [MentionRecord] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard !line.isEmpty else { continue }
            do {
                let record = try decoder.decode(MentionRecord.self, from: Data(line))
                for mention in record.mentions ?? [] where mention.start < 0 || mention.end <= mention.start {
                    throw DataError(
                        file: file, line: number, expected: "mentions that end after they start, found \(mention.span)")
                }
                records.append(record)
            } catch let error as DataError {
                throw error
            } catch {
                throw DataError(
                    file: file, line: number, expected: "a record with `id`, `text` and `mentions`: \(error)")
            }
        }
        return records
    }
}
