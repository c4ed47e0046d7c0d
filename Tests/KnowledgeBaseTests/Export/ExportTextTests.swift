internal import Testing

@testable internal import KnowledgeBase

@Suite("Text of articles in other formats")
struct ExportTextTests {
    @Test(
        "nothing that breaks a format is left",
        arguments: [
            ("two\nlines\tand\u{2028}more", "two lines and more"), ("bell\u{7} and zero\u{0}", "bell and zero"),
            ("turned \u{202E}round\u{2066}", "turned round"), ("\u{FFFE}mark\u{FEFF}", "mark"),
            ("Київ 서울 👩‍👩‍👧", "Київ 서울 👩‍👩‍👧"), ("", ""),
        ])
    func clean(text: String, expected: String) { #expect(ExportText.clean(text) == expected) }

    @Test(
        "nothing is markup",
        arguments: [
            ("a < b & \"c\" > 'd' ]]>", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39; ]]&gt;"),
            ("<script>\u{1}", "&lt;script&gt;"),
        ])
    func xml(text: String, expected: String) {
        #expect(ExportText.xml(text) == expected)
        #expect(ExportText.html(text) == expected)
    }

    @Test(
        "Markdown shows it as it is",
        arguments: [
            ("[[Kyiv]] #tag", "\\[\\[Kyiv\\]\\] \\#tag"), ("2025-01-09", "2025-01-09"), ("- item", "\\- item"),
            ("12. May", "12\\. May"), ("1,000 men. Two died.", "1,000 men. Two died."), ("`=now()`", "\\`\\=now()\\`"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
        ])
    func markdown(text: String, expected: String) { #expect(ExportText.markdown(text) == expected) }

    @Test("YAML gets one quoted line", arguments: [("a: \"b\"\n- c\\d", "\"a: \\\"b\\\" - c\\\\d\""), ("", "\"\"")])
    func yaml(text: String, expected: String) { #expect(ExportText.yaml(text) == expected) }

    @Test(
        "only addresses of the web become links",
        arguments: [
            ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("javascript:alert(1)", false),
            ("https://example.org/a b", false), ("https://example.org/\"onclick=", false),
            ("file:///etc/passwd", false),
        ])
    func addresses(text: String, isLink: Bool) { #expect((ExportText.webAddress(text) != nil) == isLink) }

    @Test(
        "dates are as short as the words",
        arguments: [
            ("2024-06-01", "2024-06-30", "month", "2024-06", nil),
            ("2025-01-09", "2025-01-09", "day", "2025-01-09", nil),
            ("2024-01-01", "2024-12-31", "year", "2024", nil),
            ("2024-09-01", "2024-11-30", "season", "2024-09", "2024-11"),
            ("2025-01-06", "2025-01-12", "week", "2025-01-06", "2025-01-12"),
            ("2024-06-01", "2024-06-30", "day", "2024-06-01", "2024-06-30"),
            ("2024-01-01", "2024-04-15", "year", "2024-01-01", "2024-04-15"),
            ("1990-01-01", "1999-12-31", "decade", "1990", "1999"),
            ("2025-01-09", nil, "day", "2025-01-09", nil), (nil, "2025-01-31", "month", "2025-01-31", nil),
            (nil, nil, nil, nil, nil), ("nonsense", "2025-02-30", "day", nil, nil),
        ] as [(String?, String?, String?, String?, String?)])
    func dates(earliest: String?, latest: String?, granularity: String?, first: String?, last: String?) {
        let interval = PartialDate.interval(earliest: earliest, latest: latest, granularity: granularity)
        #expect(interval?.first.iso == first)
        #expect(interval?.last?.iso == last)
    }

    @Test(
        "cells of tables",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""), ("=1+1", "'=1+1"),
            ("-x", "'-x"),
            ("@a,b", "\"'@a,b\""), ("two\r\nlines", "two lines"), ("＝1", "'＝1"), ("1-2", "1-2"),
        ])
    func cells(text: String, expected: String) {
        var csv = CSVText(keepsFormulas: false)
        #expect(csv.line([.text(text), .number(-2), .real(-1.5), .text(nil)]) == expected + ",-2,-1.5,\r\n")
        #expect(csv.guarded == (expected.contains("'") ? 1 : 0))
        var raw = CSVText(keepsFormulas: true)
        #expect(!raw.line([.text(text)]).contains("'"))
    }
}
