public import Record
public import Tables

/// The language stage: text to sentences of tagged tokens.
///
/// The same text always gives the same analysis; no state is kept between texts.
public struct Analyzer: Sendable {
    /// The tables that it reads, for the extractor's version.
    public static let tables: [String] = []

    public init(data: DataFolder) throws(DataError) {}

    public func analyze(_ source: SourceText) -> Analysis {
        Analysis(source: source, sentences: Interim.sentences(source))
    }
}
