internal import Language
internal import Record
internal import Tables

/// Numbers with bounds, units and what they count.
struct QuantityFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order; numbers that belong to a time are left out.
    func quantities(in analysis: Analysis, times: [TimeExpression]) -> [Quantity] { [] }
}
