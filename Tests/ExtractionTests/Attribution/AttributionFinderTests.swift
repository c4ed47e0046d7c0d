import Record
import Testing

@testable import Extraction

@Suite struct AttributionFinderTests {
    @Test func findsSpeakers() throws {
        try CaseFile("Attribution/attribution-cases.tsv").check { sentence in
            let text = try Stages.read(sentence)
            return text.notation(text.record.attributions).joined(separator: "; ")
        }
    }
}
