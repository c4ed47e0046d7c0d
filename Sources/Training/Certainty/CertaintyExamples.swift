internal import Language
internal import Record
public import Tables

/// Rated verbs as the encoder sees them.
public struct CertaintyExamples: Sendable {
    /// For each view of the reader the rows of all verbs, one after the other.
    private(set) var views: [[Float]]
    /// What raters said of each, -3 to 3.
    private(set) var ratings: [Float] = []
    /// How many numbers a row has.
    private(set) var width = 0

    public var count: Int { ratings.count }

    /// - Parameters:
    ///   - path: a file of records whose events have a certainty.
    ///   - data: the data folder with the trained network.
    /// - Throws: `DataError` if the file cannot be read.
    public init(path: String, data: DataFolder) throws(DataError) {
        views = CertaintyReader.views.map { _ in [] }
        let analyzer = try Analyzer(data: data, readsCertainty: false)
        for record in try CertaintyRecord.records(path: path) {
            var ratings: [Int: Float] = [:]
            for event in record.events { ratings[event.start] = event.certainty }
            _ = analyzer.analyze(SourceText(record.text)) { sentences, encoded in
                for (sentence, range) in zip(sentences, encoded.sentences) {
                    let verbs = CertaintyReader.verbs(of: sentence).filter {
                        ratings[sentence.tokens[$0].span.start] != nil
                    }
                    add(
                        verbs, of: sentence, encoded.level + range.lowerBound * encoded.width, encoded.width,
                        verbs.compactMap { ratings[sentence.tokens[$0].span.start] })
                }
            }
        }
    }

    private mutating func add(
        _ verbs: [Int], of sentence: Sentence, _ level: UnsafePointer<Float>, _ width: Int, _ ratings: [Float]
    ) {
        self.width = width
        let rows = views.map { _ in UnsafeMutablePointer<Float>.allocate(capacity: verbs.count * width) }
        defer { for row in rows { row.deallocate() } }
        for row in rows { row.initialize(repeating: 0, count: verbs.count * width) }
        CertaintyReader.see(verbs, in: sentence, level: level, width: width, to: rows)
        for (number, row) in rows.enumerated() {
            views[number] += UnsafeBufferPointer(start: row, count: verbs.count * width)
        }
        self.ratings += ratings
    }
}
