internal import Record
internal import Testing

@testable internal import Reading

@Suite("Hostile feeds") struct HostileFeedTests {
    private func feed(_ head: String = "", _ items: String) -> [UInt8] {
        Array("<?xml version=\"1.0\"?>\(head)<rss><channel><title>T</title>\(items)</channel></rss>".utf8)
    }

    private func item(_ text: String) -> String { "<item><title>One</title><description>\(text)</description></item>" }

    /// Whatever stands before or around it, a document type with declarations ends the reading, and nothing that an
    /// entity stands for gets into a document.
    @Test(arguments: [
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
        "<!-- <rss --><!DOCTYPE rss [<!ENTITY x \"root:\">]>",
        "<?x <a> ?><!DOCTYPE rss\n[<!ENTITY x SYSTEM \"/etc/passwd\">]>",
        "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;root:\">]>",
    ])
    func declaredEntities(head: String) throws {
        let results = try results(feed(head, item("\(paragraph) &x;")), name: "f.xml")
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }

    /// Without declarations of its own a file is read; nothing outside it is.
    @Test(arguments: [
        "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" \"http://n.example/r.dtd\">",
        "<?xml-stylesheet href=\"file:///etc/passwd\"?>",
    ])
    func referencesOutside(head: String) throws {
        let results = try results(
            feed(head, item("\(paragraph) &x; <xi:include href=\"file:///etc/passwd\"/>")), name: "f.xml")
        #expect(try results.map { try $0.get().document.text } == [paragraph])
    }

    @Test func manyItemsComeOneAfterAnother() throws {
        let items = (0..<500).map {
            "<item><title>Item \($0)</title><description>\(paragraph) \($0)</description></item>\n"
        }
        let titles = try results(feed("", items.joined()), name: "f.xml").map { try $0.get().document.metadata.title }
        #expect(titles == (0..<500).map { "Item \($0)" })
    }

    /// What is too large in one item does not cost the next.
    @Test(arguments: [
        Hostile("CDATA", "<![CDATA[" + String(repeating: "x ", count: 20_000) + "]]>"), .repeated("x ", 20_000),
        .repeated("<![CDATA[x ]]>", 10_000),
    ])
    func largeItems(text: Hostile) throws {
        let results = try results(
            feed("", item(text.text) + item(paragraph)), name: "f.xml", limits: ReadLimits(documentBytes: 10_000))
        #expect(results.count == 2)
        let failure = ReadFailure(
            kind: .tooLarge, path: "f.xml", position: 1, reason: "it is larger than 10000 bytes",
            advice: "Split it into documents.")
        #expect(throws: failure) { try results[0].get() }
        #expect(try results[1].get().document.text == paragraph)
    }

    @Test(arguments: [
        Hostile("deep", String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)),
        Hostile("attributes", "<a " + (0..<5000).map { "x\($0)='1' " }.joined() + "/>"),
        Hostile("references", "<a x='" + String(repeating: "&lt;", count: 50_000) + "'/>"),
        Hostile("comment", "<!--" + String(repeating: "<item>", count: 5000) + "-->"),
        Hostile("namespace", "<x:y xmlns:x='" + String(repeating: "u", count: 100_000) + "'/>"),
        "<a x='1' x='2'/>", "&nbsp;&bogus;&#0;&", "< > <1> <>", "<b><i></b></i>", "<?x ?>",
    ])
    func hostileMarks(marks: Hostile) throws {
        let results = try results(feed("", item("\(paragraph) \(marks.text)") + item(paragraph)), name: "f.xml")
        #expect(results.count == 2)
        #expect(try results.last?.get().document.text == paragraph)
    }

    @Test func anItemThatIsNotClosedEndsAtTheNext() throws {
        let results = try results(
            feed("", "<item><title>Open</title><description>\(paragraph)</description>" + item(secondParagraph)),
            name: "f.xml")
        #expect(try results.first?.get().document.text == paragraph)
        #expect(try results[1].get().document.text == secondParagraph)
    }

    /// Pieces of the file end anywhere: inside a character, a mark, a reference.
    @Test(arguments: [65_536, 65_537])
    func piecesEndAnywhere(length: Int) throws {
        let padding = "<!--" + String(repeating: "x", count: length) + "-->"
        let text = "\(paragraph) Ж€😀&amp;&nbsp;<![CDATA[a < b]]> end."
        let whole = try results(feed("", item(text)), name: "f.xml").map { try $0.get().document.text }
        for shift in stride(from: 0, to: 300, by: 13) {
            let cut = padding.dropLast(shift + 3) + "-->"
            #expect(try results(feed("", cut + item(text)), name: "f.xml").map { try $0.get().document.text } == whole)
        }
    }

    @Test(
        arguments: [("UTF-16LE", [0xFF, 0xFE]), ("UTF-16LE", []), ("UTF-16BE", [0xFE, 0xFF])] as [(String, [UInt8])])
    func wideCharacters(name: String, mark: [UInt8]) throws {
        let text = "<rss><channel><item><description>\(paragraph) Київ</description></item></channel></rss>"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return name == "UTF-16LE" ? [low, high] : [high, low]
        }
        let texts = try results(mark + bytes, name: "f.xml").map { try $0.get().document.text }
        #expect(texts == ["\(paragraph) Київ"])
    }
}
