internal import Dispatch
internal import Extraction
public import KnowledgeBase
public import Reading
internal import Record
internal import Synchronization
public import Tables

/// Articles into a knowledge base: reads files, extracts on all cores, and writes in the order of reading.
///
///     let data = try DataFolder.locate()
///     let store = try Store(path: "annals.db", mode: .write, data: data)
///     let summary = try Loader(data: data).load(["articles"], into: store, command: "load articles")
///
/// The order of writing is the order of reading, however many cores take part, so that a load always makes the same file.
public struct Loader: Sendable {
    /// What a load tells while it runs.
    public enum Progress: Sendable {
        /// So many documents are in the store.
        case loaded(Int)
        /// An input could not be read; the others are.
        case failed(ReadFailure)
        /// Something about a document is doubtful.
        case warning(ReadWarning)
    }

    private let extractor: Extractor
    private let reader: DocumentReader
    /// How many documents are read before they are extracted and written: bounds the memory of a load.
    private let windowSize: Int

    /// - Parameters:
    ///   - overrides: what a person says about all documents.
    public init(data: DataFolder, overrides: Overrides = Overrides()) throws(DataError) {
        extractor = try Extractor(data: data)
        reader = try DocumentReader(data: data, overrides: overrides)
        windowSize = 32
    }

    /// Loads files, folders or standard input (`-`) as one batch.
    /// - Throws: `StoreError` if the store cannot be written. What cannot be read is listed and skipped.
    public func load(
        _ paths: [String], into store: Store, command: String, progress: (Progress) -> Void = { _ in }
    ) throws -> LoadSummary {
        let batch = try store.beginBatch(command: command)
        var window: [ReadItem] = []
        for path in paths {
            try reader.read(path) { result in
                switch result {
                case .success(let item):
                    window.append(item)
                    guard window.count >= windowSize else { return }
                    try write(window, to: batch, progress)
                    window.removeAll(keepingCapacity: true)
                case .failure(let failure):
                    if failure.kind != .skipped { try batch.fail(input: failure.input, reason: failure.reason) }
                    progress(.failed(failure))
                }
            }
        }
        try write(window, to: batch, progress)
        return try batch.finish()
    }

    private func write(_ items: [ReadItem], to batch: Batch, _ progress: (Progress) -> Void) throws {
        var isKnown = [Bool](repeating: false, count: items.count)
        for (position, item) in items.enumerated() {
            guard case .document(let document) = item.content else { continue }
            isKnown[position] = try batch.isKnown(
                document, canonicalURL: Self.key(of: document), extractor: extractor.version)
        }
        let records = extract(zip(items, isKnown).filter { !$0.1 }.map(\.0))
        var next = records.makeIterator()
        for (item, isKnown) in zip(items, isKnown) {
            for warning in item.warnings { progress(.warning(warning)) }
            if isKnown {
                batch.skip()
            } else if let record = next.next() {
                try batch.load(record, input: item.document.id, canonicalURL: Self.key(of: record.document))
            }
            progress(.loaded(batch.summary.loaded))
        }
    }

    /// The records of documents, in their order, made on as many cores as there are.
    private func extract(_ items: [ReadItem]) -> [AnnotationRecord] {
        let records = Mutex([AnnotationRecord?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { position in
            let record =
                switch items[position].content {
                case .document(let document): extractor.extract(document)
                case .record(let record): record
                }
            records.withLock { $0[position] = record }
        }
        return records.withLock { $0.compactMap { $0 } }
    }

    private static func key(of document: Document) -> String? {
        document.metadata.url.flatMap { DocumentURL.canonical($0) ?? $0 }
    }
}

extension ReadFailure {
    /// The path, with the line or item.
    fileprivate var input: String { position.map { "\(path):\($0)" } ?? path }
}
