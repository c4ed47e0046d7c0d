internal import Record
internal import Testing

@testable internal import Reading

@Suite struct WebPageTests {
    private func page(head: String = "", body: String) -> String {
        "<!DOCTYPE html><html lang=\"en\"><head><title>A bridge mended - The Bridge</title>\(head)</head><body>\(body)</body></html>"
    }

    private var article: String {
        "<article><h1>A bridge mended</h1><p>\(paragraph)</p><p>\(secondParagraph)</p></article>"
    }

    @Test func theArticleIsFoundAmongFurniture() throws {
        let body = """
            <div id="cookie-consent"><p>We would like to store cookies, to count our readers and to show what fits them.</p></div>
            <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
            <div class="sidebar"><p>The ten most read stories of the week, chosen by the readers of this newspaper.</p></div>
            <main><article><h1>A bridge mended</h1>
            <figure><img src="b.jpg"><figcaption>The old bridge over the river as it was seen from the mill in May.</figcaption></figure>
            <p>The council met in the <a href="/h">town hall</a> on Thursday evening and agreed, after three hours of talk,
            to mend the old bridge.</p>
            <div class="related-stories"><h3>Related</h3><p><a href="/x">Why bridges fall, and what a town can do about it in time</a></p></div>
            <h2>The costs</h2>
            <p>\(secondParagraph)</p>
            <ul class="social-share"><li><a href="#">Share</a></li></ul>
            </article></main>
            <div class="comments"><p>I have always said that this bridge should be mended, and now at last it will be.</p></div>
            <footer><p>Copyright of The Bridge, a newspaper for the valley that has appeared every week since 1890.</p></footer>
            <script>document.write("never")</script>
            """
        let text = try document(page(body: body), name: "a.html").text
        #expect(text == paragraph + "\nThe costs\n" + secondParagraph)
    }

    @Test func linkedDataComesFirst() throws {
        let head = """
            <meta property="og:title" content="Another title"><meta property="og:site_name" content="Bridge">
            <meta property="article:published_time" content="2024-01-01">
            <link rel="canonical" href="https://bridge.example/a">
            <script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@context":"x","@graph":[
            {"@type":"Organization","@id":"#o","name":"The Bridge"},
            {"@type":"NewsArticle","url":"https://bridge.example/other","headline":"Related","datePublished":"2020-01-01"},
            {"@type":["Thing","NewsArticle"],"mainEntityOfPage":{"@id":"https://www.bridge.example/a/"},
             "headline":"A bridge &amp; a town","datePublished":"2025-01-12T08:00:00+0100",
             "author":[{"name":"Ann Lee"},"Bo Roe"],"publisher":{"@id":"#o"}}]}]</script>
            """
        let metadata = try document(page(head: head, body: article), name: "a.html").metadata
        #expect(metadata.title == "A bridge & a town")
        #expect(metadata.published == "2025-01-12T08:00:00+01:00")
        #expect(metadata.author == "Ann Lee, Bo Roe")
        #expect(metadata.outlet == "The Bridge")
        #expect(metadata.url == "https://bridge.example/a")
        #expect(metadata.language == "en")
        #expect(metadata.origins["published"] == "JSON-LD: datePublished")
    }

    @Test func metaElementsComeNext() throws {
        let head = """
            <meta property="og:title" content="A bridge"><meta name="author" content="https://social.example/ann">
            <meta property="og:site_name" content="The Bridge"><meta property="og:url" content="https://bridge.example/a">
            <meta property="article:published_time" content="2025-01-12T08:00:00Z">
            <script type="application/ld+json">{ not json</script>
            """
        let metadata = try document(page(head: head, body: article), name: "a.html").metadata
        #expect(metadata.title == "A bridge")
        #expect(metadata.published == "2025-01-12T08:00:00Z")
        #expect(metadata.author == nil)
        #expect(metadata.origins["outlet"] == "og:site_name")
        #expect(metadata.origins["url"] == "og:url")
    }

    @Test func aPageWithoutMetadata() throws {
        let metadata = try document(
            page(body: article), name: "a.html", overrides: Overrides(url: "https://thebridge.example/a")
        ).metadata
        #expect(metadata.title == "A bridge mended")
        #expect(metadata.origins["title"] == "h1")
        #expect(metadata.outlet == "thebridge.example")
        #expect(metadata.published == nil)
    }

    @Test(
        arguments: [
            // The date above the text is the article's.
            ("<time datetime='2025-01-12'>today</time>", "", "2025-01-12"),
            // Those of related stories are not, wherever they stand.
            ("<aside><time datetime='2024-01-01'>x</time></aside>", "", nil),
            ("<a href='/x'><time datetime='2024-01-01'>x</time></a>", "", nil),
            ("", "<div><time datetime='2024-01-01'>x</time></div>", nil),
            ("", "<time itemprop='datePublished' datetime='2025-01-12'>x</time>", "2025-01-12"),
            ("<time>12 January 2025</time>", "", "2025-01-12"),
            ("<time datetime='4 hours ago'>x</time>", "", nil),
        ] as [(String, String, String?)])
    func timeElements(above: String, below: String, expected: String?) throws {
        let body =
            "<article><h1>A bridge mended</h1>\(above)<p>\(paragraph)</p><p>\(secondParagraph)</p>\(below)</article>"
        #expect(try document(page(body: body), name: "a.html").metadata.published == expected)
    }

    @Test func aDateAfterTheLastChangeIsNone() throws {
        let head = """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"A b","datePublished":"2031-05-01",
            "dateModified":"2025-01-13"}</script><meta property="article:published_time" content="2025-01-12">
            """
        let item = try item(page(head: head, body: article), name: "a.html")
        #expect(item.document.metadata.published == "2025-01-12")
        #expect(item.warnings.count == 1)
    }

    @Test(arguments: ["Watermark Feed", "admin", "by Admin", "rss-bot", "@bridge", "no-reply@bridge.example", ""])
    func junkAuthors(author: String) throws {
        let head = "<meta name=\"author\" content=\"\(author)\">"
        #expect(try document(page(head: head, body: article), name: "a.html").metadata.author == nil)
    }

    @Test func theBodyOfLinkedDataIsTakenWhereThePageHoldsLess() throws {
        let body = (0..<6).map { $0 % 2 == 0 ? paragraph : secondParagraph }.joined(separator: "\\n")
        let head = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"\(body)\"}</script>"
        let text = try document(page(head: head, body: "<p>Subscribe to read on, if you like.</p>"), name: "a.html")
            .text
        #expect(text.split(separator: "\n").count == 6)
    }

    @Test func legacyCharacterSets() throws {
        let start = Array(
            "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><body><p>"
                .utf8)
        let moscow: [UInt8] = [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
        let end = Array((", " + paragraph + "</p></body></html>").utf8)
        let results = try results(start + moscow + end, name: "a.html")
        #expect(try results.first?.get().document.text.hasPrefix("Москва, ") == true)
    }

    @Test func lineBreaksPartParagraphs() throws {
        let body = "<div>\(paragraph)<br><br>\(secondParagraph)</div>"
        #expect(try document(page(body: body), name: "a.html").text == paragraph + "\n" + secondParagraph)
    }

    @Test func spacesBetweenInlineElementsStay() throws {
        let body = "<p>\(paragraph) <b>It</b> <i>was</i> a <a href='/'>long</a>\n<span>evening</span>.</p>"
        #expect(try document(page(body: body), name: "a.html").text.hasSuffix("It was a long evening."))
    }
}
