internal import Record
internal import Testing

@testable internal import Reading

@Suite("Hostile pages and lines") struct HostilePageTests {
    private func page(_ body: String) -> String { "<html><body><p>\(paragraph)</p>\(body)</body></html>" }

    @Test(arguments: ["div", "b", "a", "font", "span", "ul", "table", "blockquote", "article", "svg"])
    func deepNesting(tag: String) throws {
        let marks =
            String(repeating: "<\(tag)>", count: 5000) + secondParagraph + String(repeating: "</\(tag)>", count: 5000)
        #expect(try document(page(marks), name: "a.html").text.hasPrefix(paragraph))
    }

    @Test(arguments: [
        Hostile("attributes", "<div " + (0..<5000).map { "x\($0)=1 " }.joined() + ">x</div>"),
        Hostile("picture", "<img src=\"data:" + String(repeating: "A", count: 200_000) + "\">"),
        Hostile("classes", "<div class='" + String(repeating: "a ", count: 100_000) + "'>x</div>"),
        Hostile("comment", "<!-- " + String(repeating: "<p ", count: 5000) + "-->"),
        Hostile("script", "<script>" + String(repeating: "if (a<b ) ", count: 5000) + "</script>"),
        .repeated("<a b=\"", 5), .repeated("<", 5000), .repeated("&", 5000), .repeated("</p>", 5000),
        .repeated("<!", 5000),
    ])
    func largeTags(marks: Hostile) throws {
        #expect(try document(page(marks.text), name: "a.html").text.hasPrefix(paragraph))
    }

    /// A stray quotation mark in a tag, and one that is cut, do not swallow what follows.
    @Test func cutTagsEndWhereTheyEnd() throws {
        let text = page("<div \(String(repeating: "x ", count: 900))\" y><p>\(secondParagraph)</p></div>")
        #expect(try document(text, name: "a.html").text == paragraph + "\n" + secondParagraph)
        let bounded = PageBounds.bounded(Array(text.utf8))
        #expect(bounded.bytes.count < text.utf8.count)
        #expect(
            String(decoding: bounded.bytes, as: UTF8.self).hasSuffix("><p>\(secondParagraph)</p></div></body></html>"))
    }

    @Test func ordinaryPagesAreLeftAlone() {
        let bytes = Array(page("<a href='x' title=\"a > b\">c</a><script>a<b</script>").utf8)
        let bounded = PageBounds.bounded(bytes)
        #expect(bounded.bytes == bytes)
        #expect(bounded.elements == 5)
    }

    @Test func tooManyElementsAreRefused() throws {
        let results = try results(
            Array(page(String(repeating: "<p>x", count: 200)).utf8), name: "a.html", limits: ReadLimits(elements: 100))
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }

    @Test func nestedEntitiesOfAPageAreNotRead() throws {
        let text = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + page("<p>\(secondParagraph) &x;</p>")
        #expect(try !document(text, name: "a.html").text.contains("root:"))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func deepJSON(mark: String) throws {
        let line = "{\"text\":\(String(repeating: mark, count: 5000))"
        let good = "{\"text\":\"\(paragraph)\"}"
        let results = try results(Array("\(good)\n\(line)\n\(good)".utf8), name: "a.jsonl")
        #expect(results.count == 3)
        #expect(throws: ReadFailure.self) { try results[1].get() }
        #expect(try results[2].get().position == 3)
    }

    /// Records from outside that point where nothing is, or that C and SQL would read otherwise.
    @Test(arguments: [
        "\"text\":\"ab\\u0000c\",\"sentences\":[]", "\"text\":\"abc\",\"sentences\":[{\"start\":0,\"end\":9}]",
        "\"text\":\"abc\",\"sentences\":[{\"start\":-1,\"end\":2}]",
        "\"text\":\"abc\",\"sentences\":[{\"start\":9223372036854775807,\"end\":-9223372036854775808}]",
        "\"text\":\"abc\",\"attributions\":[{\"source\":[],\"cue\":[],\"content\":[],\"parent\":0}]",
        "\"text\":\"abc\",\"attributions\":[{\"source\":[],\"cue\":[],\"content\":[],\"parent\":1},{\"source\":[],\"cue\":[],\"content\":[],\"parent\":0}]",
        "\"text\":\"abc\",\"mentions\":[{\"start\":0,\"end\":1,\"kind\":\"place\",\"form\":\"name\",\"chain\":0,\"latitude\":1e300}]",
        "\"text\":\"abc\",\"mentions\":[{\"start\":0,\"end\":1,\"kind\":\"place\",\"form\":\"name\",\"chain\":0,\"quantity\":7}]",
    ])
    func unsoundRecords(fields: String) throws {
        let results = try results(Array("{\"id\":\"a\",\(fields)}".utf8), name: "a.jsonl")
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }

    @Test func recordsAreFitToBeShown() throws {
        let line =
            "{\"id\":\"a\\u001b\",\"title\":\"T\\u001b[31m\\u202e\",\"outlet\":\"\\u0007\",\"url\":\"javascript:x\",\"text\":\"abc\",\"sentences\":[]}"
        let item = try item(line, name: "a.jsonl")
        #expect(item.document.id == "a")
        #expect(item.document.metadata.title == "T[31m")
        #expect(item.document.metadata.outlet == nil)
        #expect(item.document.metadata.url == nil)
    }
}
