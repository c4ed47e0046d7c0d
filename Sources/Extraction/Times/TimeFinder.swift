internal import Language
internal import Record
internal import Tables

/// Time expressions and their values.
struct TimeFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = []

    init(data: DataFolder) throws(DataError) {}

    /// In text order. Relative times are resolved against the publication date, or stay open without one.
    func times(in analysis: Analysis, published: CalendarDate?) -> [TimeExpression] { [] }
}
