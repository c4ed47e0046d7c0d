public import Tables

/// What fuzzing of a target starts from: inputs that are good, and words that mean something to it.
public struct FuzzCorpus: Sendable {
    /// Good inputs, small ones first.
    public var seeds: [[UInt8]]
    /// Words of the format.
    public var words: [[UInt8]]

    /// Inputs from the samples and from short texts of our own.
    public init(_ target: FuzzTarget, data: DataFolder) throws(DataError) {
        seeds = Self.short(target).map { Array($0.utf8) }
        for name in data.files(in: "samples", suffix: "") where Self.suffixes(target).contains(where: name.hasSuffix) {
            seeds.append(try data.bytes(of: name))
        }
        words = Self.words(target).map { Array($0.utf8) }
    }

    /// Changes inputs of this corpus.
    public var mutator: Mutator { Mutator(words: words, others: seeds) }

    private static func suffixes(_ target: FuzzTarget) -> [String] {
        switch target {
        case .text, .extraction: [".txt", ".md"]
        case .markdown: [".md"]
        case .html: [".html"]
        case .jsonl: [".jsonl"]
        case .feed: [".xml"]
        case .sniffer: [".txt", ".md", ".html", ".jsonl", ".xml"]
        case .characters: [".txt"]
        case .date, .address: []
        }
    }

    private static let prose = """
        KYIV — “We took two soldiers alive near Kursk,” President Maria Vance said on Saturday, Jan. 11. According to the
        Harbour Ministry, about 12,000 troops were sent last autumn; some 3,000-4,000 were killed or wounded, it added.
        """

    private static func short(_ target: FuzzTarget) -> [String] {
        switch target {
        case .text, .characters: [prose]
        case .extraction:
            [
                prose, "He denied that the U.S. had deployed over 1.5 million men since 24 February 2022.",
                "The NIS reportedly told Yonhap on 3/4/2025 that it was the first time. They were not captured.",
                "Gen. J. R. Stone, 54, chief of staff of the army, met Mr. Lee's wife in Seoul, South Korea (AP).",
            ]
        case .markdown:
            [
                "---\ntitle: \"Talks: day two\"\ndate: 2025-01-12\nauthor: [Ann Lee, Bo Roe]\nsource: https://a.example/x\n---\n"
                    + "# Talks\n\n[Link](http://a.example \"t\") **bold** _em_ `code` [^1]\n\n> " + prose
                    + "\n\n| a | b |\n|--|--|\n"
            ]
        case .html:
            [
                "<html lang=en><head><title>T | Site</title><meta property='article:published_time' content='2025-01-12'>"
                    + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"author\":{\"name\":\"A\"}}"
                    + "</script></head><body><nav>Home</nav><article><h1>T</h1><p>" + prose
                    + "</p><time datetime=2025-01-12>x</time></article></body></html>"
            ]
        case .jsonl:
            [
                "{\"id\":\"a\",\"title\":\"T\",\"date\":1736640000,\"authors\":[\"A\",{\"name\":\"B\"}],\"text\":\"One. Two.\"}\n",
                "{\"id\":\"r\",\"text\":\"Ann met Bo.\",\"sentences\":[{\"start\":0,\"end\":11}],\"mentions\":[{\"start\":0,\"end\":3,"
                    + "\"kind\":\"person\",\"form\":\"name\",\"chain\":0}],\"events\":[{\"type\":\"meet\",\"start\":4,\"end\":7,"
                    + "\"arguments\":[{\"role\":\"agent\",\"start\":0,\"end\":3,\"mention\":0}]}]}\n",
            ]
        case .feed:
            [
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>C</title><item><title>T</title><link>https://a.example/1"
                    + "</link><pubDate>Sun, 12 Jan 2025 08:00:00 GMT</pubDate><description><![CDATA[<p>" + prose
                    + "</p>]]></description></item></channel></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title><entry><title type=\"html\">T &amp;amp; U</title>"
                    + "<link href=\"https://a.example/1\"/><updated>2025-01-12T08:00:00Z</updated><summary>One met two.</summary>"
                    + "</entry></feed>",
            ]
        case .sniffer:
            ["{\"text\":\"a\"}", "<!DOCTYPE html><p>a", "<?xml version=\"1.0\"?><!-- x --><feed>", "---\na: b\n---\nc"]
        case .date:
            [
                "2025-01-12T08:00:00+01:00", "Sun, 12 Jan 2025 10:00:00 GMT", "January 12th, 2025 at 10:30 PM EST",
                "12.01.2025", "20250112", "13/01/2025 1:02", "1736640000",
            ]
        case .address:
            [
                "HTTP://user:pw@www.Example.com:80/News/2025/01/12/?utm_source=x&id=7#top",
                "https://xn--e1afmkfd.example/x",
                "//m.a.example/2025-01-12-x", "https://[::1]/", "javascript:alert(1)", "https://кремль.рф/путь",
            ]
        }
    }

    private static func words(_ target: FuzzTarget) -> [String] {
        switch target {
        case .text, .characters: ["\n\n", "\n", "- ", "https://a.example/b ", "Share ", "(AP) ", "©", "\t", "  "]
        case .extraction:
            [
                "said ", "on Saturday ", "“", "”", "\"", "'", "(", ")", ", ", ". ", "\n", "1,000 ", "10-12 ",
                "per cent ",
                "not ", "that ", "who ", "and ", "President ", "Kyiv ", "North Korea ", "U.S. ", "soldiers ",
                "captured ",
                "the first ", "about ", "He ", "according to ", "reportedly ", "2025-01-12 ", "last week ",
                "99999999999999999999",
                "1e308", "-", "—", ";", ":", "A", "million ", "killed ", "told ", "Mr. ",
            ]
        case .markdown:
            [
                "[", "](", ")", "![", "**", "_", "`", "```\n", "> ", "# ", "|", "---\n", "[^1]", "<br>", "<", "&amp;",
                "&#x41;",
                "\n", "title: ", "date: ", "- ", ": ", "&a ", "*a", "{", "}", "\"", "!!binary ", "? ", "\\", "| ", "  ",
                "[a]: http://b",
            ]
        case .html:
            [
                "<div>", "</div>", "<p>", "<a href=x>", "<b>", "<table>", "<tr><td>", "<script>", "</script>",
                "<style>",
                "<!--", "-->", "<![CDATA[", "&amp;", "&#27;", "&#x202e;", "&bogus;", "<h1>", "<time datetime=2025>",
                "<svg>",
                "<title>", "<meta name=date content=", "class=\"", "<article>", "charset=utf-16", "<iframe>",
                "<ul><li>", "'", ">", "\"@graph\":[",
            ]
        case .jsonl:
            [
                "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\ud800", "\\udc00", "\\", "null", "true", "1e999",
                "-0", "\n",
                "\"text\":", "\"sentences\":", "\"mentions\":", "\"start\":", "\"end\":", "-1", "9223372036854775807",
                "\"date\":", "1e18",
            ]
        case .feed:
            [
                "<item>", "</item>", "<entry>", "<title>", "</title>", "<![CDATA[", "]]>", "<!DOCTYPE rss [",
                "<!ENTITY a \"b\">",
                "<!ENTITY % p SYSTEM \"file:///etc/passwd\">", "&a;", "%p;", "]>", "&lt;", "&nbsp;", "&#0;",
                "&#x10FFFF;", "<!--", "-->",
                "<?x ?>", "<channel>", "<link>", "<content type=\"xhtml\">", "<div>", "xmlns=\"", "encoding=\"UTF-16\"",
                "<rdf:RDF>",
            ]
        case .sniffer: ["<", "<?", "<!", "<!--", "-->", "{\"", "[{", "---\n", "<rss", "<html", "%PDF", "\u{0}", "\n"]
        case .date:
            ["0", "9", "-", "/", ":", "T", "Z", "+", " ", "Jan ", "12", "2025", "PM", "99999999999999999999", "."]
        case .address:
            [
                "http://", "https://", "//", "@", ":", "/", "?", "&", "#", ".", "..", "%2e", "utm_a=", "2025/01/12/",
                "[", "]", "\\",
            ]
        }
    }
}
