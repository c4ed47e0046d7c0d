internal import Language
internal import Record
internal import Tables

/// Events by trigger, with arguments, times, polarity, modality and certainty.
struct EventFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order of the trigger. The record holds all layers but events and relations.
    func events(in analysis: Analysis, record: AnnotationRecord) -> [Event] { [] }
}
