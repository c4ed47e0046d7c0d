internal import Record
internal import Tables
internal import Testing

@testable internal import Reading

@Suite struct DocumentURLTests {
    @Test(arguments: [
        ("https://example.com", "https://example.com"),
        ("HTTP://www.Example.com:80/News/?utm_source=x&id=7#top", "https://example.com/News?id=7"),
        ("https://example.com/a/", "https://example.com/a"),
        ("https://example.com:8080/a", "https://example.com:8080/a"),
        ("//m.example.com/a?fbclid=1", "https://example.com/a"),
        ("https://user:word@example.com/a", "https://example.com/a"),
        ("  https://example.com/a?b=1&c=2 ", "https://example.com/a?b=1&c=2"),
        ("https://www.com/", "https://www.com"),
        ("https://例え.example/ニュース", "https://例え.example/ニュース"),
    ])
    func canonical(address: String, expected: String) {
        #expect(DocumentURL.canonical(address) == expected)
        #expect(DocumentURL.canonical(expected) == expected)
    }

    @Test(arguments: [
        "", "example.com", "mailto:a@example.com", "https://", "https://localhost/", "ftp://example.com",
        "https://a b.com",
    ])
    func isNoAddress(text: String) {
        #expect(DocumentURL.canonical(text) == nil)
    }

    @Test(arguments: [
        ("https://example.com/2025/01/12/title", "2025-01-12"),
        ("https://example.com/world/2025/jan/12/title", "2025-01-12"),
        ("https://example.com/news/2025/1/2/title", "2025-01-02"),
        ("https://example.com/news/2025-01-12-title", "2025-01-12"),
    ])
    func date(address: String, expected: String) {
        #expect(DocumentURL.date(address)?.description == expected)
    }

    @Test(arguments: [
        "https://example.com/2025/01/title", "https://example.com/1234/12/12/title", "https://example.com/a",
        "https://example.com/?d=2025-01-12", "https://example.com/2025/13/45/x",
    ])
    func holdsNoDate(address: String) {
        #expect(DocumentURL.date(address) == nil)
    }

    @Test(arguments: [
        ("www.bbc.com", "bbc.com"), ("news.bbc.co.uk", "bbc.co.uk"), ("example.com", "example.com"),
        ("mickey.substack.com", "mickey.substack.com"), ("www.pravda.com.ua", "pravda.com.ua"),
        ("a.b.c.example.org", "example.org"), ("mod.gov.ua", "mod.gov.ua"), ("192.168.0.1", "192.168.0.1"),
    ])
    func registrable(host: String, expected: String) throws {
        let names = HostNames(try DataFolder.locate().table("reading/suffixes.tsv", columns: ["suffix"]))
        #expect(names.registrable(host) == expected)
    }
}
