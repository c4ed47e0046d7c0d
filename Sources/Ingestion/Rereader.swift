internal import Extraction
public import KnowledgeBase
internal import Reading
public import Record
internal import Synchronization
public import Tables

/// Reads texts of a knowledge base again, when the program or its tables have changed.
///
///     let rereader = try Rereader(data: data)
///     let texts = try store.texts(.stale, for: rereader.version)
///     let summary = try rereader.read(texts.versions, in: store, command: "reextract --stale")
///
/// The readings are a batch of their own: undoing it brings back what was read before.
public struct Rereader: Sendable {
    private let extractor: Extractor
    private let jobs: Int

    /// What would read the texts.
    public var version: ExtractorVersion { extractor.version }

    /// What a `Rereader` with these tables would be, found without making one.
    public static func version(data: DataFolder) throws(DataError) -> ExtractorVersion {
        try Extractor.version(data: data)
    }

    /// - Parameter jobs: how many documents are extracted at a time.
    public init(data: DataFolder, jobs: Int = Loader.defaultJobs) throws(DataError) {
        extractor = try Extractor(data: data)
        self.jobs = jobs
    }

    /// Reads texts again as one batch. What this very extractor has read before is not read, but counts again.
    /// - Parameters:
    ///   - versions: row numbers, as `Store.texts(_:for:)` finds them.
    ///   - progress: called with the number of documents done.
    public func read(
        _ versions: [Int64], in store: Store, command: String, progress: (Int) -> Void = { _ in }
    ) throws -> LoadSummary {
        let batch = try store.beginRereading(command: command)
        return try withoutActuallyEscaping(progress) { progress in
            let ontology = store.ontology
            let rules = try store.eventRules()
            let underWay = TextsUnderWay()
            let pipeline = ExtractionPipeline(extractor: extractor, jobs: jobs) { record -> PreparedRecord? in
                underWay.take(record.id).map { PreparedRecord(record, of: $0, ontology: ontology, rules: rules) }
            } receive: { prepared, item in
                if let prepared { try batch.load(prepared, input: item.path) }
                progress(batch.summary.loaded)
            }
            for version in versions {
                guard let text = try store.storedText(version) else { continue }
                if try batch.rereadKnown(text, extractor: extractor.version) != nil {
                    progress(batch.summary.loaded)
                    continue
                }
                underWay.put(text)
                try pipeline.add(ReadItem(content: .document(text.document), path: text.input))
            }
            try pipeline.finish()
            return try batch.finish()
        }
    }
}

/// The texts under way by their keys: whoever prepares a record needs to know which text it was made of.
private final class TextsUnderWay: Sendable {
    private let texts = Mutex<[String: StoredText]>([:])

    func put(_ text: StoredText) { texts.withLock { $0[text.document.id] = text } }

    func take(_ id: String) -> StoredText? { texts.withLock { $0.removeValue(forKey: id) } }
}
