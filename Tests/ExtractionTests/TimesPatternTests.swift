import Language
import Record
import Tables
import Testing

@testable import Extraction

/// Runs the example of every pattern.
struct TimesPatternTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var line: Int
        var text: String
        var published: String
        var words: String
        var value: String
        var testDescription: String { "line \(line): \(words)" }
    }

    static let examples: [Example] = {
        guard
            let table = try? DataFolder.locate().table(
                "patterns/times.tsv", columns: ["example", "published", "words", "value"])
        else { return [] }
        return table.rows.filter { !$0["example"].isEmpty }.map {
            Example(
                line: $0.line, text: $0["example"], published: $0["published"], words: $0["words"], value: $0["value"])
        }
    }()

    @Test func thereAreExamples() { #expect(Self.examples.count >= 60) }

    @Test(arguments: examples) func findsItsExample(_ example: Example) throws {
        let times = try TimesHarness.times(in: example.text, published: example.published)
        let found = times.map { "\(SourceText(example.text)[$0.span])=\($0.value)" }
        #expect(found.contains("\(example.words)=\(example.value)"), "\(found)")
    }
}
