internal import Testing

@testable internal import Reading

@Suite struct FormatSnifferTests {
    @Test(
        arguments: [
            ("plain words", "a.txt", .format(.text)),
            ("plain words", "-", .format(.text)),
            ("# Title", "a.md", .format(.markdown)),
            ("---\ntitle: a\n---\nx", "a.txt", .format(.markdown)),
            ("<!DOCTYPE html><html>", "a.txt", .format(.html)),
            ("  <!-- x --><html>", "-", .format(.html)),
            ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "a", .format(.html)),
            ("<p>text</p>", "-", .format(.html)),
            ("{\"text\": 1}", "-", .format(.jsonl)),
            ("anything", "a.jsonl", .format(.jsonl)),
            ("<?xml version='1.0'?><rss>", "a.txt", .format(.feed)),
            ("<feed xmlns='x'>", "-", .format(.feed)),
            ("<rdf:RDF>", "a.xml", .format(.feed)),
            ("words", "a.html", .format(.html)),
            ("", "a.txt", .empty),
            ("  \n", "a.txt", .empty),
            ("{curly} words", "a.txt", .format(.text)),
        ] as [(String, String, FormatSniffer.Verdict)])
    func tells(text: String, path: String, expected: FormatSniffer.Verdict) {
        #expect(FormatSniffer.verdict(on: Array(text.utf8), path: path, isAsked: true) == expected)
    }

    @Test(arguments: ["%PDF-1.4", "PK\u{3}\u{4}", "SQLite format 3", "a\u{0}b", "{\\rtf1"])
    func otherKinds(text: String) {
        guard case .other = FormatSniffer.verdict(on: Array(text.utf8), path: "a.txt", isAsked: true) else {
            Issue.record("\(text) was taken for a document")
            return
        }
    }
}
