internal import Extraction
public import KnowledgeBase
public import Reading
internal import Record
public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Articles into a knowledge base: reads files, extracts on all cores, and writes in the order of reading.
///
///     let data = try DataFolder.locate()
///     let store = try Store(path: "annals.db", mode: .write, data: data)
///     let summary = try Loader(data: data).load(["articles"], into: store, command: "load articles")
///
/// One thread reads and writes, in the order of reading, however many extract; so a load always makes the same file.
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
    private let jobs: Int

    /// As many as there are cores.
    public static var defaultJobs: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// - Parameters:
    ///   - overrides: what a person says about all documents.
    ///   - jobs: how many documents are extracted at a time.
    public init(
        data: DataFolder, overrides: Overrides = Overrides(), jobs: Int = Loader.defaultJobs
    ) throws(DataError) {
        extractor = try Extractor(data: data)
        reader = try DocumentReader(data: data, overrides: overrides)
        self.jobs = jobs
    }

    /// Loads files, folders or standard input (`-`) as one batch.
    /// - Throws: `StoreError` if the store cannot be written. What cannot be read is listed and skipped.
    public func load(
        _ paths: [String], into store: Store, command: String, progress: (Progress) -> Void = { _ in }
    ) throws -> LoadSummary {
        var profile = LoadProfile()
        return try load(paths, into: store, command: command, profile: &profile, progress: progress)
    }

    /// Loads as `load(_:into:command:progress:)` does, and says where the time went.
    public func load(
        _ paths: [String], into store: Store, command: String, profile: inout LoadProfile,
        progress: (Progress) -> Void = { _ in }
    ) throws -> LoadSummary {
        let clock = ContinuousClock()
        let start = clock.now
        let beginning = ProcessorTime.now
        let batch = try store.beginBatch(command: command)
        var counted = LoadProfile()
        var writing = Duration.zero
        var receiving = Duration.zero
        let summary = try withoutActuallyEscaping(progress) { progress in
            let ontology = store.ontology
            let rules = try store.eventRules()
            let pipeline = ExtractionPipeline(extractor: extractor, jobs: jobs) { record in
                PreparedRecord(record, canonicalURL: Self.key(of: record.document), ontology: ontology, rules: rules)
            } receive: { prepared, item in
                let begin = ProcessorTime.now
                try batch.load(prepared, input: item.document.id)
                writing += ProcessorTime.now - begin
                counted.count(sentences: prepared.record.sentences.count, text: prepared.record.text)
                progress(.loaded(batch.summary.loaded))
            }
            for path in paths {
                try reader.read(path) { result in
                    let begin = ProcessorTime.now
                    defer { receiving += ProcessorTime.now - begin }
                    switch result {
                    case .success(let item):
                        for warning in item.warnings { progress(.warning(warning)) }
                        if try isLoaded(item, by: batch) {
                            progress(.loaded(batch.summary.loaded))
                        } else {
                            try pipeline.add(item)
                        }
                    case .failure(let failure):
                        if failure.kind != .skipped { try batch.fail(input: failure.input, reason: failure.reason) }
                        progress(.failed(failure))
                    }
                }
            }
            counted.read = ProcessorTime.now - beginning - receiving
            try pipeline.finish()
            let begin = ProcessorTime.now
            let summary = try batch.finish()
            writing += ProcessorTime.now - begin
            counted.analyse = pipeline.profile.analyse
            counted.extract = pipeline.profile.extract
            counted.prepare = pipeline.profile.prepare
            return summary
        }
        counted.resolve = batch.resolving
        counted.store = writing - batch.resolving
        counted.total = clock.now - start
        profile = counted
        return summary
    }

    /// Whether the document is there already; then nothing has to be extracted.
    private func isLoaded(_ item: ReadItem, by batch: Batch) throws -> Bool {
        guard case .document(let document) = item.content else { return false }
        return try batch.loadKnown(
            document, input: document.id, canonicalURL: Self.key(of: document), extractor: extractor.version) != nil
    }

    private static func key(of document: Document) -> String? {
        document.metadata.url.flatMap { DocumentURL.canonical($0) ?? $0 }
    }
}

extension ReadFailure {
    /// The path, with the line or item.
    fileprivate var input: String { position.map { "\(path):\($0)" } ?? path }
}
