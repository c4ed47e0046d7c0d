public import Language
public import Record
public import Tables

/// Documents to annotation records: a pure function of the document and the data tables.
///
/// The stages run in the order of their needs and know each other only by the record's types, so that each can be
/// replaced by itself.
public struct Extractor: Sendable {
    /// Name, version and the hash of all tables that take part.
    public let version: ExtractorVersion

    private let analyzer: Analyzer
    private let quantityFinder: QuantityFinder
    private let timeFinder: TimeFinder
    private let mentionFinder: MentionFinder
    private let attributionFinder: AttributionFinder
    private let eventFinder: EventFinder
    private let relationFinder: RelationFinder

    public init(data: DataFolder) throws(DataError) {
        analyzer = try Analyzer(data: data)
        quantityFinder = try QuantityFinder(data: data)
        timeFinder = try TimeFinder(data: data)
        mentionFinder = try MentionFinder(data: data)
        attributionFinder = try AttributionFinder(data: data)
        eventFinder = try EventFinder(data: data)
        relationFinder = try RelationFinder(data: data)
        version = try Self.version(data: data)
    }

    /// Name, version and the hash of all tables, without reading them.
    public static func version(data: DataFolder) throws(DataError) -> ExtractorVersion {
        let tables = Set(
            Analyzer.tables + QuantityFinder.tables + TimeFinder.tables + MentionFinder.tables
                + AttributionFinder.tables + EventFinder.tables + RelationFinder.tables)
        return ExtractorVersion(
            name: "annals", version: "0.1.0",
            resources: try data.contentHash(of: tables.filter { data.holds($0) }))
    }

    /// Reads everything the document says. Never fails: what is not understood is left out.
    /// - Parameter triggers: where the events stand, for a document whose events somebody else has found: there are as
    ///   many events then, with these triggers in text order, of type `other` where no frame fits. Nil to find them.
    public func extract(_ document: Document, triggers: [Span]? = nil) -> AnnotationRecord {
        extract(document, analysis: analyze(document), triggers: triggers)
    }

    /// The first half of `extract(_:)`: sentences, tokens, tags.
    public func analyze(_ document: Document) -> Analysis { analyzer.analyze(SourceText(document.text)) }

    /// The second half of `extract(_:)`: everything else.
    /// - Parameters:
    ///   - analysis: what `analyze(_:)` made of the same document.
    ///   - triggers: as for `extract(_:triggers:)`.
    public func extract(_ document: Document, analysis: Analysis, triggers: [Span]? = nil) -> AnnotationRecord {
        var record = AnnotationRecord(document: document)
        record.extractor = version
        record.sentences = analysis.sentences.map(\.span)
        record.times = timeFinder.times(in: analysis, published: document.metadata.publishedDate)
        record.quantities = quantityFinder.quantities(in: analysis, times: record.times)
        let words = DocumentWords(analysis)
        let found = mentionFinder.mentions(in: analysis, document: words, record: record)
        record.mentions = found.mentions
        record.entities = found.entities
        var view = DocumentView(analysis, record)
        record.attributions = attributionFinder.attributions(in: analysis, view: view, record: record)
        if mentionFinder.addSpeakers(to: &record, document: words, analysis: analysis) {
            view.replaceMentions(analysis, record)
        }
        record.events = eventFinder.events(in: analysis, view: view, record: record, given: triggers)
        record.relations = relationFinder.relations(in: analysis, document: words, view: view, record: record)
        return record
    }
}
