internal import Record
internal import Testing

@testable internal import Reading

@Suite struct PlainTextTests {
    @Test(arguments: [
        "Council agrees to mend the bridge",
        "Will the bridge be mended?",
        "“We will mend it,” says the mayor",
        "3,000 crowns for a bridge",
        "Президент объявил о выборах",
    ])
    func headline(first: String) throws {
        let document = try document(first + "\n" + paragraph + "\n" + secondParagraph)
        #expect(document.metadata.title == first)
        #expect(document.metadata.origins["title"] == "first line")
        #expect(document.text.hasPrefix(first + "\n"))
    }

    @Test(arguments: [
        "The council has agreed to mend the bridge.",
        "TOWN HALL —",
        "and so the bridge was mended",
        "Bridge",
        String(repeating: "very ", count: 60) + "long",
    ])
    func noHeadline(first: String) throws {
        #expect(try document(first + "\n" + paragraph + "\n" + secondParagraph).metadata.title == nil)
    }

    @Test func aHeadlineNeedsParagraphsUnderIt() throws {
        #expect(try document("Council agrees to mend the bridge").metadata.title == nil)
    }

    @Test func linesBrokenAtAWidthAreJoined() throws {
        let broken = """
            The council met in the town hall on Thursday evening and
            agreed, after three hours of talk, to mend the old bridge
            over the river, which has been closed since the last flood
            in the autumn.

            Work is to begin in the spring, the mayor said, and it will
            cost about 2,000 crowns.
            """
        let text = try document(broken).text
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("evening and agreed"))
        #expect(text.contains("it will cost"))
    }

    @Test func paragraphsOnLinesStay() throws {
        let text = paragraph + "\n" + secondParagraph + "\n\n" + paragraph
        #expect(try document(text).text == text)
    }

    @Test func anUndatedTextHasNoDate() throws {
        let metadata = try document("The mayor spoke on Thursday, 5 May 2022, of the bridge.\n" + paragraph).metadata
        #expect(metadata.published == nil)
        #expect(metadata.outlet == nil)
    }

    @Test func overridesAreRecorded() throws {
        let overrides = Overrides(
            outlet: "The Bridge", published: "January 12, 2025", url: "https://bridge.example/1")
        let metadata = try document(paragraph, overrides: overrides).metadata
        #expect(metadata.outlet == "The Bridge")
        #expect(metadata.published == "2025-01-12")
        #expect(metadata.url == "https://bridge.example/1")
        #expect(metadata.origins == ["outlet": "--outlet", "published": "--published", "url": "--url"])
    }

    @Test func anUnreadableOverrideIsSaid() throws {
        let item = try item(paragraph, overrides: Overrides(published: "soon"))
        #expect(item.document.metadata.published == nil)
        #expect(item.warnings.contains { $0.message.contains("--published") })
    }
}
