internal import Language
internal import Record
internal import Tables

/// Speakers, cues, contents and hedges.
struct AttributionFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order of their first cue. The record holds times, quantities and mentions already.
    func attributions(in analysis: Analysis, record: AnnotationRecord) -> [Attribution] { [] }
}
