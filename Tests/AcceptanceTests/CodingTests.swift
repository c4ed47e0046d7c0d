internal import Foundation
internal import Testing

/// From the text to the codes, through the command.
@Suite("Event data out of articles")
struct CodingTests {
    private struct Line: Decodable {
        struct Actor: Decodable {
            var code: String
            var sector: String
        }
        var event: [String]
        var type: String
        var source: [Actor]
        var recipient: [Actor]
        var context: [String]
        var happened: Bool
        var dead: Double?
    }

    private func coded(_ text: String) throws -> [Line] {
        let scratch = try Scratch()
        let database = scratch.path + "/kb.db"
        let article = "---\ntitle: Of the day\noutlet: Example Post\ndate: 2025-03-04\n---\n\(text)\n"
        let file = scratch.path + "/article.md"
        try Data(article.utf8).write(to: URL(fileURLWithPath: file))
        #expect(try Program.run(["load", file], database: database).status == 0)
        let outcome = try Program.run(["export", "--to", "plover"], database: database)
        #expect(outcome.status == 0)
        return try outcome.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    @Test(
        "who did what to whom",
        arguments: [
            ("Polish soldiers captured four Belarusian pilots near the border.", "ASSAULT", "POL MIL", "BLR MIL"),
            (
                "Four Belarusian pilots were captured by Polish soldiers near the border.", "ASSAULT", "POL MIL",
                "BLR MIL"
            ),
            ("The NIS accused North Korea of a lie.", "ACCUSE", "KOR SPY", "PRK "),
            ("President Zelensky condemned Russia.", "ACCUSE", "UKR GOV", "RUS "),
            ("Rebels killed nine villagers.", "ASSAULT", " REB", " CVL"),
            ("Turkish police arrested six reporters.", "COERCE", "TUR COP", " JRN"),
            ("Gunmen kidnapped two nurses.", "ASSAULT", " UAF", " MED"),
        ])
    func dyad(text: String, category: String, source: String, recipient: String) throws {
        let lines = try coded(text).filter { $0.event.contains(category) }
        let line = try #require(lines.first)
        #expect(line.source.map { "\($0.code) \($0.sector)" } == [source])
        #expect(line.recipient.map { "\($0.code) \($0.sector)" } == [recipient])
        #expect(line.happened)
    }

    @Test("who tells of a killing is not its source")
    func speaker() throws {
        let lines = try coded("South Korea's NIS said 300 North Korean soldiers had been killed.")
        let killing = try #require(lines.first { $0.type == "kill" })
        #expect(killing.source.isEmpty)
        #expect(killing.recipient.map(\.code) == ["PRK"])
        #expect(killing.dead == 300)
    }

    @Test("announced cooperation is an intent, and nothing that has happened")
    func future() throws {
        let line = try #require(try coded("Iran will sign a treaty with Russia in May.").first { $0.type == "sign" })
        #expect(line.event == ["AGREE", "SUPPORT"])
        #expect(line.context.contains("future"))
        #expect(!line.happened)
    }

    @Test("earthquakes are no assaults")
    func disaster() throws {
        let lines = try coded("An earthquake in Peru killed 12 villagers on Monday.")
        #expect(lines.allSatisfy { !$0.event.contains("ASSAULT") })
    }
}
