internal import Record
internal import Testing

@testable internal import Reading

@Suite struct FeedTests {
    @Test func rss() throws {
        let feed = """

            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Bridge</title><language>en-us</language>
            <image><title>Logo</title></image>
            <item><title>Bridge &amp;amp; town&nbsp;1</title><link>https://bridge.example/1</link>
            <pubDate>Sun, 12 Jan 2025 08:00:00 +0100</pubDate><dc:creator><![CDATA[Ann Lee]]></dc:creator>
            <description>Short.</description>
            <content:encoded><![CDATA[<p>\(paragraph)</p><figure><figcaption>A bridge</figcaption></figure><p>\(secondParagraph)</p>]]></content:encoded></item>
            <item><title>Second</title><guid>https://bridge.example/2</guid><author>desk@bridge.example (Bo Roe)</author>
            <description>&lt;p&gt;\(paragraph)&lt;/p&gt;</description><pubDate>soon</pubDate></item>
            <item><title>Only a title</title></item>
            </channel></rss>
            """
        let items = try results(Array(feed.utf8), name: "f.xml").map { try $0.get() }
        #expect(items.count == 3)
        let first = try #require(items.first).document
        #expect(first.id == "f.xml#1")
        #expect(first.metadata.title == "Bridge & town 1")
        #expect(first.metadata.outlet == "The Bridge")
        #expect(first.metadata.author == "Ann Lee")
        #expect(first.metadata.language == "en-US")
        #expect(first.metadata.published == "2025-01-12T08:00:00+01:00")
        #expect(first.metadata.origins["published"] == "feed: pubDate")
        #expect(first.text == paragraph + "\n" + secondParagraph)
        #expect(items[1].document.metadata.url == "https://bridge.example/2")
        #expect(items[1].document.metadata.author == "Bo Roe")
        #expect(items[1].document.metadata.published == nil)
        #expect(items[1].warnings.count == 1)
        #expect(items[1].document.text == paragraph)
        #expect(items[2].document.text == "Only a title")
    }

    @Test func atom() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Bridge</title>
            <entry><title type="html">Bridge &amp;lt;mended&amp;gt;</title>
            <link rel="self" href="https://bridge.example/self"/><link rel="alternate" href="https://bridge.example/1"/>
            <author><name>Ann Lee</name><email>a@b.example</email></author>
            <published>2025-01-12T08:00:00Z</published><updated>2025-01-13T08:00:00Z</updated>
            <summary>Short.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(paragraph)</p><p>\(secondParagraph)</p></div></content>
            </entry></feed>
            """
        let items = try results(Array(feed.utf8), name: "f.atom").map { try $0.get() }
        #expect(items.count == 1)
        let document = try #require(items.first).document
        #expect(document.metadata.url == "https://bridge.example/1")
        #expect(document.metadata.author == "Ann Lee")
        #expect(document.metadata.published == "2025-01-12T08:00:00Z")
        #expect(document.metadata.language == "en")
        #expect(document.text == paragraph + "\n" + secondParagraph)
    }

    @Test func rdf() throws {
        let feed = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="x"><title>The Bridge</title></channel>
            <item rdf:about="https://bridge.example/1"><title>One</title><link>https://bridge.example/1</link><dc:date>2025-01-12</dc:date>
            <description>\(paragraph)</description></item></rdf:RDF>
            """
        let document = try document(feed, name: "f.rdf")
        #expect(document.metadata.outlet == "The Bridge")
        #expect(document.metadata.published == "2025-01-12")
        #expect(document.text == paragraph)
    }

    @Test func whatComesBeforeTheFaultIsRead() throws {
        let feed =
            "<rss><channel><title>B</title><item><title>One</title><description>\(paragraph)</description></item><item><title>Tw"
        let results = try results(Array(feed.utf8), name: "f.xml")
        #expect(try results.first?.get().document.text == paragraph)
    }

    @Test func entitiesAreRefused() throws {
        let feed = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>&b;</title><description>&c;</description></item></channel></rss>
            """
        let results = try results(Array(feed.utf8), name: "f.xml")
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }

    @Test func anEmptyFeedIsSaid() throws {
        let results = try results(Array("<rss><channel><title>B</title></channel></rss>".utf8), name: "f.xml")
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }
}
