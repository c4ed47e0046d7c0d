internal import Record
internal import Testing

@testable internal import Reading

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite struct JSONLinesTests {
    @Test func documents() throws {
        let lines = """
            {"id":"a","text":"\(paragraph)","title":"A b","outlet":"The Bridge","url":"https://bridge.example/1","author":"Ann","language":"en","published":"2025-01-12"}

            {"headline":"B c","body":"\(paragraph)","source":"https://bridge.example/2","authors":["Ann","Bo"],"date":1736676000,"lang":"EN-gb","id":7}
            {"content":"\(paragraph)","publisher":{"name":"The Bridge"},"datePublished":"soon"}
            """
        let items = try results(Array(lines.utf8), name: "a.jsonl").map { try $0.get() }
        #expect(items.map(\.document.id) == ["a", "7", "a.jsonl#4"])
        #expect(items.map(\.position) == [1, 3, 4])
        #expect(items[0].document.metadata.outlet == "The Bridge")
        #expect(items[0].document.metadata.origins["published"] == "JSON: published")
        let second = items[1].document.metadata
        #expect(second.url == "https://bridge.example/2")
        #expect(second.outlet == "bridge.example")
        #expect(second.author == "Ann, Bo")
        #expect(second.published == "2025-01-12T10:00:00Z")
        #expect(second.language == "en-GB")
        #expect(items[2].document.metadata.outlet == "The Bridge")
        #expect(items[2].warnings.count == 1)
    }

    @Test func recordsKeepTheirTextAndLayers() throws {
        var record = AnnotationRecord(document: Document(id: "a", text: "One.\n\n\n Two  three. "))
        record.sentences = [Span(start: 0, end: 4), Span(start: 8, end: 19)]
        let line = try JSONEncoder().encode(record)
        let items = try results(Array(line), name: "a.jsonl", overrides: Overrides(outlet: "B")).map { try $0.get() }
        guard case .record(let read)? = items.first?.content else {
            Issue.record("a record was expected")
            return
        }
        #expect(read.text == record.text)
        #expect(read.sentences == record.sentences)
        #expect(read.outlet == "B")
        #expect(read.origins["outlet"] == "--outlet")
    }

    @Test(arguments: [
        #"{"id":"a","text":"abc","sentences":[{"start":0,"end":9}]}"#,
        #"{"id":"a","text":"abc","sentences":[{"start":-1,"end":2}]}"#,
        #"{"id":"a","text":"abc","sentences":[{"start":2,"end":1}]}"#,
        #"{"id":"a","text":"abc","relations":[{"subject":3,"predicate":"x"}]}"#,
        #"{"id":"a","sentences":[]}"#,
        #"{"id":"a","text":"abc","sentences":[1]}"#,
        #"{"id":"a"}"#, #"["a"]"#, "{", "{\"a\":}", "nonsense", "{\"text\":\"\"}", "{\"text\":\" \\n\"}",
    ])
    func faultsNameTheirLine(line: String) throws {
        let lines = "{\"text\":\"\(paragraph)\"}\n\(line)\n{\"text\":\"\(paragraph)\"}\n"
        let results = try results(Array(lines.utf8), name: "a.jsonl")
        #expect(results.count == 3)
        guard case .failure(let failure) = results[1] else {
            Issue.record("a failure was expected")
            return
        }
        #expect(failure.position == 2)
        #expect(failure.description.hasPrefix("a.jsonl:2: "))
    }

    @Test(
        arguments: [
            (
                "[1, -2.5e3, true, false, null, \"a\\n\\u00e9\\ud83d\\ude00\"]",
                JSONValue.array([.number(1), .number(-2500), .bool(true), .bool(false), .null, .string("a\né😀")])
            ),
            ("{\"a\": {\"b\": []},}", .object([("a", .object([("b", .array([]))]))])),
            ("\"\\ud800x\"", .string("\u{FFFD}x")),
            (" \u{FEFF}1", nil), ("1 2", nil), ("\"a", nil), ("{\"a\" 1}", nil), ("[1", nil), ("", nil), ("tru", nil),
        ] as [(String, JSONValue?)])
    func json(text: String, expected: JSONValue?) {
        #expect((try? JSONParser.parse(Array(text.utf8), nesting: 64)) == expected)
    }

    @Test func deepJSONIsRefused() {
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: JSONParser.Problem.self) { try JSONParser.parse(deep, nesting: 100_000) }
    }
}
