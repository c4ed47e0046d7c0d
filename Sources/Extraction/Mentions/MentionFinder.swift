internal import Language
internal import Record
internal import Tables

/// Names, nominals and pronouns of people, agencies, places, units and groups, in coreference chains, linked to the reference tables.
struct MentionFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order, with the reference entries that they are linked to. The record holds times and quantities already.
    func mentions(in analysis: Analysis, record: AnnotationRecord) -> (mentions: [Mention], entities: [EntityReference])
    { ([], []) }
}
