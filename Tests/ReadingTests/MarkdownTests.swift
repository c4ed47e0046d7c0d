internal import Record
internal import Testing

@testable internal import Reading

@Suite struct MarkdownTests {
    @Test(arguments: [
        ("**bold** and *slanted* and _so_ and __strong__", "bold and slanted and so and strong"),
        ("a [link](https://e.example/a_(b) \"title\") here", "a link here"),
        ("a [link][ref] and [brackets] stay", "a link and [brackets] stay"),
        ("![picture](a.png) beside ![another][x]", "beside [x]"),
        ("a claim[[i]](https://e.example/#_edn1) and[[12]](#n) more[^3].", "a claim and more."),
        ("a claim[4] here", "a claim here"),
        ("a claim [1] stays?", "a claim stays?"),
        ("in [2024](https://e.example/2024) and [WHO](https://e.example)", "in 2024 and WHO"),
        ("`code` and ~~gone~~", "code and gone"),
        ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
        ("1 \\* 2 \\[x\\]", "1 * 2 [x]"),
        ("AT&amp;T &mdash; &#8220;x&#8221; &unknown;", "AT&T — “x” &unknown;"),
        ("one<br>two <span class=x>three</span> a < b", "one two three a < b"),
        ("**Click****here****to see**", "Click here to see"),
        ("see <https://e.example>", "see"),
        ("[unclosed and ](x)", "unclosed and"),
        ("]] [[", "]] [["),
    ])
    func spans(line: String, expected: String) {
        #expect(TextCleaner.cleanLine(InlineMarkdown.plain(line[...]).text) == expected)
    }

    @Test func blocks() {
        let text = MarkdownText(
            """
            # Title #

            ## Part
            > quoted
            > > twice
            * one
            - two
            1. three
            - [x] done
            ---
            | a | b |
            |---|:-:|
            | **1** | 2 |
            Under
            =====
            [ref]: https://e.example "x"
            ```swift
            let *x* = 1
            ```
            2026. The year
            """)
        #expect(text.heading == "Title")
        #expect(
            TextCleaner.clean(text.plain())
                == "Title\n\nPart\nquoted\ntwice\none\ntwo\nthree\ndone\n\na; b\n1; 2\nUnder\n\nlet *x* = 1\n2026. The year"
        )
    }

    @Test func frontMatter() throws {
        let document = try document(
            """
            ---
            title: "Bridge: mended | The Bridge"
            source: https://www.bridge.example/2025/a
            date: 2025-01-12
            authors: [Ann Lee, "By Bo Roe"]
            language: en_us
            word_count: 12
            ---

            \(paragraph)
            """, name: "a.md")
        #expect(document.metadata.title == "Bridge: mended")
        #expect(document.metadata.outlet == "The Bridge")
        #expect(document.metadata.url == "https://www.bridge.example/2025/a")
        #expect(document.metadata.author == "Ann Lee, Bo Roe")
        #expect(document.metadata.published == "2025-01-12")
        #expect(document.metadata.language == "en-US")
        #expect(document.metadata.origins["published"] == "front matter: date")
        #expect(document.metadata.origins["outlet"] == "title")
        #expect(document.text == paragraph)
    }

    @Test(arguments: ["unknown", "null", "~", "", "n/a"])
    func anUnknownDateIsNoneWithoutWarning(date: String) throws {
        let item = try item("---\ntitle: A b\ndate: \(date)\n---\n" + paragraph, name: "a.md")
        #expect(item.document.metadata.published == nil)
        #expect(item.warnings.isEmpty)
    }

    @Test func anUnreadableDateIsSaid() throws {
        let item = try item("---\ndate: last week\n---\n" + paragraph, name: "a.md")
        #expect(item.document.metadata.published == nil)
        #expect(item.warnings.first?.message.contains("last week") == true)
    }

    @Test func whatIsNoYamlIsReadByLine() throws {
        let item = try item("---\ntitle: A: \"b\": c\ndate: 2025-01-12\n---\n" + paragraph, name: "a.md")
        #expect(item.document.metadata.title == "A: \"b\": c")
        #expect(item.document.metadata.published == "2025-01-12")
        #expect(item.warnings.count == 1)
    }

    @Test func aDateFarFromTheAddressIsNotBelieved() throws {
        let item = try item(
            "---\nsource: https://b.example/2025/01/12/a\ndate: 2021-01-12\n---\n" + paragraph, name: "a.md")
        #expect(item.document.metadata.published == "2025-01-12")
        #expect(item.document.metadata.origins["published"] == "address: path")
        #expect(item.warnings.count == 1)
    }

    @Test func furnitureGoes() throws {
        let text = """
            Skip to main contentSkip to navigation
            Mail   Facebook   Twitter / X   LinkedIn
            \(paragraph)
            A bridge. Photograph: Ann Lee/Reuters
            Read more
            How bridges are madeRead more
            [Home](https://e.example/)
            [World](https://e.example/w)
            [Sport](https://e.example/s)
            \(secondParagraph)
            https://e.example/a; https://e.example/b
            Related
            [A](https://e.example/a)
            """
        #expect(try document(text, name: "a.md").text == paragraph + "\n\n" + secondParagraph)
    }

    @Test func sentencesThatNameAgenciesStay() throws {
        let text =
            "“We agreed — at last,” a source told Reuters.\nThe talks failed, officials said. (AFP)\n" + paragraph
        #expect(try document(text, name: "a.md").text == text)
    }

    @Test(arguments: ["[", "{", "- ", "? ", "&a [*a, ", "!", ">"])
    func deepYamlDoesNoHarm(mark: String) throws {
        let text = "---\na: " + String(repeating: mark, count: 20_000) + "\n---\n" + paragraph
        #expect(try document(text, name: "a.md").text.contains("council"))
    }
}
