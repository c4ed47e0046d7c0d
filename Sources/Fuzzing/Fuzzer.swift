internal import Extraction
internal import Reading
internal import Record
public import Tables

/// Hands an input to what is fuzzed and checks what came of it.
public struct Fuzzer: Sendable {
    private let target: FuzzTarget
    private let readers: [DocumentReader]
    private let extractor: Extractor?

    /// - Throws: `DataError` if a table is missing or malformed.
    public init(_ target: FuzzTarget, data: DataFolder) throws(DataError) {
        self.target = target
        let format: DocumentFormat?? =
            switch target {
            case .text: .some(.text)
            case .markdown: .some(.markdown)
            case .html: .some(.html)
            case .jsonl: .some(.jsonl)
            case .feed: .some(.feed)
            case .sniffer: .some(nil)
            case .characters, .date, .address, .extraction: nil
            }
        readers =
            try format.map { format throws(DataError) in
                [try DocumentReader(data: data, overrides: Overrides(format: format))]
            } ?? []
        extractor = target == .extraction ? try Extractor(data: data) : nil
    }

    /// Reads the input.
    /// - Throws: `Finding` if a promise is broken. A trap, an endless loop and memory without bound show by themselves.
    public func check(_ input: [UInt8]) throws(Finding) {
        do throws(BrokenPromise) {
            for reader in readers { try ReadingPromises.check(input, reader) }
            switch target {
            case .characters: try TextPromises.check(input)
            case .date: try MetadataPromises.checkDate(input)
            case .address: try MetadataPromises.checkAddress(input)
            case .sniffer: try MetadataPromises.checkFormat(input)
            default: break
            }
            if let extractor { try RecordPromises.check(input, extractor) }
        } catch {
            throw Finding(target: target, reason: error.reason)
        }
    }
}
