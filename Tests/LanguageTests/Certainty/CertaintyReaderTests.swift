internal import Language
internal import Record
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("How sure readers are of what verbs say") struct CertaintyReaderTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    private func certainty(of verb: String, in text: String) throws -> Float? {
        let sentences = try Self.analyzer.get().analyze(SourceText(text)).sentences
        let token = try #require(sentences.flatMap(\.tokens).first { $0.text == verb })
        return token.certainty
    }

    @Test(
        "what happened is surer than what may happen, and that than what did not",
        arguments: [
            ("I bought a car last week.", "bought", "I might buy a car next week.", "buy"),
            ("He finished the report.", "finished", "He did not finish the report.", "finish"),
            ("They sold the house in May.", "sold", "They want to sell the house.", "sell"),
            ("She called me yesterday.", "called", "She would call me if she could.", "call"),
        ])
    func order(surer: String, verb: String, lessSure: String, otherVerb: String) throws {
        let high = try #require(try certainty(of: verb, in: surer))
        let low = try #require(try certainty(of: otherVerb, in: lessSure))
        #expect(high > low + 1)
    }

    @Test(
        "verbs and nothing else, inside the scale",
        arguments: [
            "The army attacked, and the town was evacuated before it fell.", "Go!", "a b c", "No no no. Ran ran ran.",
        ])
    func range(text: String) throws {
        for token in try Self.analyzer.get().analyze(SourceText(text)).sentences.flatMap(\.tokens) {
            #expect((token.certainty != nil) == (token.tag == .verb))
            if let certainty = token.certainty { #expect((-3...3).contains(certainty)) }
        }
    }

    @Test("a model that does not fit is refused")
    func refused() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("annals-\(UUID().uuidString)").path
        var writer = ModelWriter(kind: ModelKind.certainty)
        writer.add("verb", [1] as [Int16])
        try Data(writer.bytes()).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try ModelFile(path: path, kind: ModelKind.certainty)
        #expect(throws: DataError.self) { try CertaintyReader(file: file, inputs: 256) }
    }
}
