import Record
import Testing

@testable import Extraction

struct RelationsTests {
    @Test(
        "a pattern that the sentence's words allow is tried and found",
        arguments: [
            ("Ada Quillfeather was born in Finland.", "born-in"),
            ("Finnish President Ada Quillfeather spoke.", "holds-office"),
            ("Col. Ivo Pendergast denied the report.", "rank"),
            ("Ada Quillfeather joined the Finnish Navy.", "member-of"),
        ])
    func found(text: String, predicate: String) throws {
        let record = try MentionsFixture.record(text)
        #expect(record.relations.contains { $0.predicate == predicate })
    }

    @Test(
        "no relation comes of words that are not there",
        arguments: ["Ada Quillfeather spoke.", "Finland is cold.", "It rained.", ""])
    func none(text: String) throws {
        #expect(try MentionsFixture.record(text).relations.isEmpty)
    }
}
