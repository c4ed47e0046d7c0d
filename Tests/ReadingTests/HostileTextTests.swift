internal import Record
internal import Testing

@testable internal import Reading

@Suite("Hostile text and metadata") struct HostileTextTests {
    private static let prose = paragraph + " Київ, сказав він."

    private static func wide(_ width: Int, isBigEndian: Bool) -> [UInt8] {
        let units = width == 2 ? prose.utf16.map { UInt32($0) } : prose.unicodeScalars.map(\.value)
        return units.flatMap { unit -> [UInt8] in
            let low = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return isBigEndian ? low.reversed() : low
        }
    }

    @Test(arguments: [2, 4], [true, false])
    func wideCharactersNeedNoMark(width: Int, isBigEndian: Bool) throws {
        let bytes = Self.wide(width, isBigEndian: isBigEndian)
        #expect(try results(bytes).map { try $0.get().document.text } == [Self.prose])
        let mark: [UInt8] = isBigEndian ? [0, 0, 0xFE, 0xFF].suffix(width) : [0xFF, 0xFE, 0, 0].dropLast(4 - width)
        #expect(try results(mark + bytes).map { try $0.get().document.text } == [Self.prose])
    }

    @Test(arguments: [
        Array("text with \u{0} a zero byte".utf8), Array("one\u{0}two\u{0}\u{0}three".utf8),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [0x1F, 0x8B, 8, 0], Array("%PDF-1.7".utf8), (0...255).map { UInt8($0) },
    ])
    func whatIsNoTextIsRefused(bytes: [UInt8]) throws {
        let results = try results(bytes, name: "a.txt")
        #expect(results.count == 1)
        #expect(throws: ReadFailure.self) { try results[0].get() }
    }

    @Test(arguments: [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}gpj.exe", "\u{2066}x\u{2069}",
        "a\u{200B}b\u{FEFF}",
        "a\u{1}b\u{7F}c\u{85}", "\u{2028}x\u{2029}",
    ])
    func marksThatAreNotSeenAreDropped(marks: String) throws {
        let line =
            "{\"id\":\"a\u{1B}[1m\",\"title\":\"T \(marks)\",\"outlet\":\"O \(marks)\",\"author\":\"A \(marks)\",\"text\":\"\(paragraph) \(marks)\"}"
        let item = try item(line, name: "a.jsonl")
        let document = item.document
        for text in [
            document.id, document.metadata.title, document.metadata.outlet, document.metadata.author, document.text,
        ] {
            let text = try #require(text)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
            #expect(
                !text.unicodeScalars.contains {
                    (0x200B...0x200F).contains($0.value) || (0x2028...0x202E).contains($0.value)
                })
        }
        #expect(SourceText(document.text).count == document.text.unicodeScalars.count)
    }

    @Test func combiningMarksAreBounded() {
        let letters = "e" + String(repeating: "\u{301}\u{327}", count: 20_000) + " end"
        let cleaned = TextCleaner.clean(letters)
        #expect(cleaned.unicodeScalars.count < 40)
        #expect(cleaned.hasSuffix(" end"))
        #expect(TextCleaner.clean(cleaned) == cleaned)
    }

    @Test(
        arguments: [
            ("https://user:secret@news.example/a", "https://news.example/a"),
            ("https://user@news.example/a@b", "https://news.example/a@b"),
            ("https://news.example/@name", "https://news.example/@name"), ("//u@news.example", "//news.example"),
            ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil),
            ("https://[::1]/", nil),
            ("https://news.example/" + String(repeating: "a", count: 5000), nil), ("https:///x", nil),
            ("https://xn--e1afmkfd.example/x", "https://xn--e1afmkfd.example/x"),
            ("https://кремль.рф/x", "https://кремль.рф/x"),
        ] as [(String, String?)])
    func addresses(address: String, kept: String?) throws {
        let item = try item("{\"url\":\"\(address)\",\"text\":\"\(paragraph)\"}", name: "a.jsonl")
        #expect(item.document.metadata.url == kept)
        #expect(item.warnings.isEmpty == (kept == address))
    }

    @Test(arguments: [
        "https://news.example/\u{1B}[31m", "https://news.example/\u{202E}x", "https://exa\u{0}mple.com/",
        "https://a\u{200B}.example/", "https://a:b:.example", "https://a.example../", "https://a.example:1:",
    ])
    func addressesWithUnseenMarksAreNone(address: String) {
        #expect(DocumentURL.canonical(address) == nil)
    }

    @Test func longNamesAreCutAndSaid() throws {
        let name = String(repeating: "long ", count: 10_000)
        let item = try item("{\"id\":\"\(name)\",\"title\":\"\(name)\",\"text\":\"\(paragraph)\"}", name: "a.jsonl")
        #expect(item.document.metadata.title?.unicodeScalars.count ?? 0 <= 2000)
        #expect(item.document.id.unicodeScalars.count <= 2000)
        #expect(item.warnings.count == 1)
    }

    /// Aliases are not copied out, deep nesting is read line by line, and the text is there all the same.
    @Test(arguments: [
        Hostile("aliases", "a: &a [x,x]\n" + (1..<20).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n" }.joined()),
        Hostile("indents", (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        Hostile("brackets", "a: " + String(repeating: "[", count: 5000)), .repeated("- ", 5000), .repeated("? ", 5000),
        .repeated("title: x\n", 3000), "a: !!binary x\nb: !!python/object:os.system [ls]", "\u{1B}: \u{FEFF}",
        "a: *nothing",
        "&a a: *a", "<<: *x",
    ])
    func frontMatter(yaml: Hostile) throws {
        #expect(try document("---\n\(yaml.text)\n---\n\(paragraph)", name: "a.md").text == paragraph)
    }

    @Test(arguments: ["[", "[[", "](", "[](", "[a](b", "![", "<a", "<", "*a ", "_", "`", "|", "> ", "&#", "&a", "\\"])
    func marksOfMarkdownRepeated(mark: String) throws {
        let document = try document(String(repeating: mark, count: 30_000) + "\n\n" + paragraph, name: "a.md")
        #expect(document.text.hasSuffix(paragraph))
    }
}
