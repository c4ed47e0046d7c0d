import Language
import Record
import Tables

@testable import Extraction

/// The stages up to times and quantities, made once.
enum TimesHarness {
    private static let stages: Result<(Analyzer, TimeFinder, QuantityFinder), DataError> = {
        do throws(DataError) {
            let data = try DataFolder.locate()
            return .success((try Analyzer(data: data), try TimeFinder(data: data), try QuantityFinder(data: data)))
        } catch {
            return .failure(error)
        }
    }()

    static func times(in text: String, published: String = "") throws -> [TimeExpression] {
        let (analyzer, finder, _) = try stages.get()
        return finder.times(in: analyzer.analyze(SourceText(text)), published: CalendarDate(iso: published))
    }

    static func quantities(in text: String) throws -> [Quantity] {
        let (analyzer, times, finder) = try stages.get()
        let analysis = analyzer.analyze(SourceText(text))
        return finder.quantities(in: analysis, times: times.times(in: analysis, published: nil))
    }
}
