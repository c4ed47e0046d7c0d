internal import Record
internal import Tables
internal import Testing

@testable internal import Reading

@Suite struct RobustnessTests {
    private static let names = ["a.txt", "a.md", "a.html", "a.jsonl", "a.xml", "a"]

    private func check(_ results: [Result<ReadItem, ReadFailure>]) {
        for case .success(let item) in results {
            let text = item.document.text
            #expect(Array(TextCleaner.clean(text).utf8) == Array(text.utf8))
            if let published = item.document.metadata.published { #expect(CalendarDate(iso: published) != nil) }
        }
    }

    @Test(arguments: names, DocumentFormat.allCases)
    func randomBytes(name: String, format: DocumentFormat) throws {
        let reader = try DocumentReader(data: .locate(), overrides: Overrides(format: format))
        var dice = Dice(state: 11)
        let marks = Array("<>&;/\"'[](){}*_#|-`!\\:= \nabc".utf8)
        for round in 0..<200 {
            let bytes = (0..<Int.random(in: 1...400, using: &dice)).map { _ in
                round % 2 == 0
                    ? UInt8.random(in: 0...255, using: &dice) : marks[Int.random(in: 0..<marks.count, using: &dice)]
            }
            var results: [Result<ReadItem, ReadFailure>] = []
            reader.read(bytes: bytes, name: name) { results.append($0) }
            #expect(!results.isEmpty || format == .jsonl)
            check(results)
        }
    }

    @Test func samplesCutAnywhereAndDamaged() throws {
        let data = try DataFolder.locate()
        let reader = try DocumentReader(data: data)
        var dice = Dice(state: 5)
        for name in [
            "samples/meridian-post.html", "samples/baltic-courier.xml", "samples/april.md",
            "samples/northern-ledger.jsonl",
        ] {
            let bytes = try data.bytes(of: name)
            for _ in 0..<60 {
                var damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &dice)))
                for _ in 0..<4 where !damaged.isEmpty {
                    damaged[Int.random(in: 0..<damaged.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
                }
                var results: [Result<ReadItem, ReadFailure>] = []
                reader.read(bytes: damaged, name: name) { results.append($0) }
                check(results)
            }
        }
    }

    @Test(arguments: [
        ("<div>", "a.html"), ("<b><i>", "a.html"), ("<ul><li>", "a.html"), ("<table><tr><td>", "a.html"),
        ("<p><a>", "a.html"), ("</x>", "a.html"), ("<font>x", "a.html"), ("<a b='c' ", "a.html"), ("<!--", "a.html"),
        ("&amp;&lt;", "a.html"), ("[", "a.md"), ("![", "a.md"), ("[](", "a.md"), ("**", "a.md"), ("> ", "a.md"),
        ("<a>", "a.xml"), ("<item><title>", "a.xml"), ("[[](#)", "a.md"), ("_a", "a.md"), ("`", "a.md"), ("&#", "a.md"),
    ])
    func markupBombs(mark: String, name: String) throws {
        let start = name == "a.xml" ? "<rss><channel>" : name == "a.html" ? "<html><body>" : ""
        let text = start + String(repeating: mark, count: 20_000) + paragraph
        check(try results(Array(text.utf8), name: name))
    }

    @Test func twoReadingsAreEqual() throws {
        let data = try DataFolder.locate()
        let reader = try DocumentReader(data: data)
        func all() -> [Result<ReadItem, ReadFailure>] {
            var results: [Result<ReadItem, ReadFailure>] = []
            reader.read(data.path + "/samples") { results.append($0) }
            return results
        }
        #expect(all() == all())
    }
}
