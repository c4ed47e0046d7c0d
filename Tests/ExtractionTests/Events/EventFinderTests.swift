import Record
import Testing

@testable import Extraction

@Suite struct EventFinderTests {
    @Test func findsEvents() throws {
        try CaseFile("Events/event-cases.tsv").check { sentence in
            let text = try Stages.read(sentence)
            return text.notation(text.record.events.filter { !$0.isOther }).joined(separator: "; ")
        }
    }

    @Test(arguments: [
        "", " ", "\u{0}", "“““", "of of of of", "who who that that to to", "a, b, c, d and, and", "🙂 😀 ’s ’s",
    ])
    func readsAnything(_ text: String) throws {
        _ = try Stages.read(text)
        _ = try Stages.read(String(repeating: text + " said that troops killed ", count: 60))
    }
}
