internal import Language
internal import Record
internal import Tables

/// Lasting relations: offices, membership, containment.
struct RelationFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order. The record holds all other layers.
    func relations(in analysis: Analysis, record: AnnotationRecord) -> [Relation] { [] }
}
