internal import Record
internal import SQLite
internal import Testing

@testable internal import KnowledgeBase

@Suite("Briefs")
struct BriefTests {
    let sample: SampleStore
    let writer: BriefWriter

    init() throws {
        sample = try SampleStore()
        writer = BriefWriter(store: sample.store)
    }

    private func key(ofType type: String) throws -> String {
        try #require(
            try sample.connection.firstRow(
                "SELECT key FROM event_cards WHERE type = ? ORDER BY texts DESC, key LIMIT 1", type)?[0].text)
    }

    @Test("an event's brief tells what is agreed, what is disputed and what is open")
    func event() throws {
        let brief = try writer.brief(of: key(ofType: "capture"))
        #expect(brief.title.contains("capture"))
        let titles = brief.sections.map(\.title)
        #expect(titles.contains("Agreed"))
        #expect(titles.contains("Disputed"))
        let agreed = try #require(brief.sections.first { $0.title == "Agreed" })
        for item in agreed.items { #expect(item.sources.count >= 2, "\(item.text)") }
        let disputed = try #require(brief.sections.first { $0.title == "Disputed" })
        for item in disputed.items { #expect(item.quotations.count >= 2, "\(item.text)") }
    }

    @Test("an event that one text tells agrees with nobody")
    func single() throws {
        let key = try #require(
            try sample.connection.firstRow("SELECT key FROM event_cards WHERE texts = 1 ORDER BY key LIMIT 1")?[0].text)
        let brief = try writer.brief(of: key)
        #expect(!brief.sections.contains { $0.title == "Agreed" })
        #expect(brief.sections.contains { $0.title == "Open" })
    }

    @Test(
        "all citations are in the list of sources, and the list holds nothing else",
        arguments: ["Zelensky", "SBU", "North Korea"])
    func citations(subject: String) throws {
        let brief = try writer.brief(of: subject)
        var cited: Set<Int> = []
        for item in brief.sections.flatMap(\.items) {
            cited.formUnion(item.sources)
            for quotation in item.quotations { cited.formUnion(quotation.sources) }
        }
        #expect(cited.sorted() == brief.sources.map(\.number))
        #expect(!cited.isEmpty)
    }

    @Test("every quotation stands in the text it is taken from", arguments: ["Zelensky", "North Korea"])
    func quotations(subject: String) throws {
        let brief = try writer.brief(of: subject)
        for quotation in brief.sections.flatMap(\.items).flatMap(\.quotations) {
            for number in quotation.sources {
                let source = try #require(brief.sources.first { $0.number == number })
                let text = try #require(
                    try sample.connection.firstRow("SELECT text FROM versions WHERE key = ?", source.key)?[0].text)
                #expect(text.contains(quotation.words))
            }
        }
    }

    @Test("a copy is named with the text it is a copy of")
    func copies() throws {
        let brief = try writer.brief(of: key(ofType: "capture"))
        #expect(brief.sources.contains { $0.copies == ["Alpha Mirror"] })
        #expect(!brief.sources.contains { $0.outlet == "Alpha Mirror" })
    }

    @Test("what comes from texts is no markup")
    func escaping() {
        let brief = Brief(
            title: "# <b>x</b>\n[a](b)", lead: ["*l*"],
            sections: [Brief.Section(title: "Open", items: [Brief.Item(text: "`_|_`\n- new", sources: [1])])],
            sources: [Brief.Source(number: 1, key: "abc", url: "https://a.example/> <script>")])
        #expect(
            brief.markdown == """
                # \\# \\<b\\>x\\</b\\> \\[a\\](b)

                \\*l\\*  

                ## Open

                - \\`\\_\\|\\_\\` - new [1]

                ## Sources

                [1]  <https://a.example/script> `abc`  

                """)
    }

    @Test("what nothing bears is not found")
    func unknown() {
        #expect(throws: QueryError.self) { try writer.brief(of: "Nobody Whatsoever") }
        #expect(throws: QueryError.self) { try writer.brief(of: "000000000000.e12") }
    }
}
