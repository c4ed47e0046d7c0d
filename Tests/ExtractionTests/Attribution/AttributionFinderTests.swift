import Language
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

    /// Texts of several sentences and paragraphs, and what they say.
    static let texts: [(String, [String])] = [
        (
            "“We have taken the hill and all that lies behind it,” [x Novak] said. “It will stay ours.”",
            ["direct 2: Novak > said > “We have taken the hill and all that lies behind it,” | “It will stay ours.”"]
        ),
        (
            "“We have taken the hill and all that lies behind it,” [x Novak] said.\n“It will stay ours.”",
            ["direct 2: Novak > said > “We have taken the hill and all that lies behind it,”"]
        ),
        (
            "[x Novak] said: “We have taken the hill.\n“It will stay ours for ever.”",
            ["direct 2: Novak > said > “We have taken the hill. | “It will stay ours for ever.”"]
        ),
        (
            "“Have you really taken the hill?” [x Berg] asked.",
            ["direct 0: Berg > asked > “Have you really taken the hill?”"]
        ),
        (
            "“What has become of the hill?” he was asked. It was lost.",
            []
        ),
    ]

    @Test(arguments: texts)
    func readsAcrossSentences(_ text: String, _ expected: [String]) throws {
        let read = try Stages.read(text)
        #expect(read.notation(read.record.attributions) == expected)
    }

    /// Deep nesting, lists of cues, quotation marks without an end.
    static let hostile: [String] = [
        String(repeating: "Novak said that ", count: 400) + "the hill was lost.",
        String(repeating: "he said, ", count: 600) + "it was lost.",
        String(repeating: "“", count: 500) + String(repeating: " said” ", count: 500),
        String(repeating: "according to ", count: 500),
        String(repeating: "claim that claim of claim to ", count: 300),
    ]

    @Test(arguments: hostile)
    func keepsItsPromises(_ text: String) throws {
        let read = try Stages.read(text)
        let end = read.record.text.unicodeScalars.count
        for (index, attribution) in read.record.attributions.enumerated() {
            let spans = attribution.source + attribution.cue + attribution.content
            #expect(spans.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= end })
            #expect(!attribution.content.isEmpty && !attribution.cue.isEmpty)
            #expect(zip(attribution.content, attribution.content.dropFirst()).allSatisfy { $0.end <= $1.start })
            #expect(attribution.parent != index)
        }
        #expect(read.record.attributions.count <= read.analysis.sentences.reduce(0) { $0 + $1.tokens.count })
    }
}
