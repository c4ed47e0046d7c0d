internal import Language
internal import Record
internal import Tables
internal import Testing

/// Where sentences end; in the tables a bar stands there.
@Suite struct SentenceSplitterTests {
    private static let segmenter = Result { try Segmenter(data: DataFolder.locate()) }

    private func split(_ marked: String) throws -> String {
        let source = SourceText(marked.split(separator: " | ").joined(separator: " "))
        let sentences = try Self.segmenter.get().segments(of: source).map(\.pieces)
        let texts = sentences.map { source[Span(start: $0[0].span.start, end: $0[$0.count - 1].span.end)] }
        return texts.joined(separator: " | ")
    }

    @Test(
        "datelines stay with their sentence",
        arguments: [
            "MINSK, Feb 20 (Reuters) - The border was shut on Friday, the ministry said. | Trucks were waiting.",
            "JERUSALEM (AP) — The army called up two brigades. | Talks went on in Cairo.",
            "BERLIN — The chancellor left for Ankara on Sunday. | She returns on Tuesday.",
            "RIGA, Latvia (AP) -- The ship had no flag. | Its crew was held.",
        ])
    func datelines(_ text: String) throws {
        #expect(try split(text) == text)
    }

    @Test(
        "quotations",
        arguments: [
            "\"We hold the bridge,\" Maj. Petro Hryn said. | \"They will not pass.\"",
            "\"Who gave the order?\" he asked. | \"Nobody did!\" she said.",
            "“We are short of shells,” said Sgt. Bohdan of the 24th Brigade. | “It is bad.”",
            "He said: \"The road is closed.\" | Then he hung up.",
            "\"Is it over?\" | \"Yes.\" | \"Good.\"",
            "The envoy met Gen. Ali Reza. | \"It was cordial,\" he wrote on Telegram.",
            "The mayor (who fled in May) did not answer. | (He is said to be ill.) | His office was empty.",
        ])
    func quotations(_ text: String) throws {
        #expect(try split(text) == text)
    }

    @Test(
        "abbreviations",
        arguments: [
            "The U.S. Navy sent two ships. | The U.S. has ten.",
            "She flew to the U.S. | The visit lasts a week.",
            "Lt. Col. A. Bondar and Dr. J. Weiss met on Jan. 3. | They parted at 9 p.m. on Sunday.",
            "The shelling stopped at 3:15 a.m. | Moscow denied it.",
            "The shelling stopped at 3:15 a.m. local time. | It began again at noon.",
            "He joined Orion Electronics Co. Ltd. in 2001. | He left in 2010.",
            "Sen. Ruth Cole, R-S.C., voted no. | Others followed.",
            "The No. 2 reactor is safe. | No. 3 is not.",
            "Vice President J.D. Vance spoke to W. H. Gray. | The two met in Oslo.",
            "They lost men, tanks, etc. | The ministry did not comment.",
        ])
    func abbreviations(_ text: String) throws {
        #expect(try split(text) == text)
    }

    @Test(
        "headings, lists, capitals and what is written without capitals",
        arguments: [
            "Drone attack kills 3 in Kharkiv",
            "What we know about Gen. Smith's visit to the U.S. Senate",
            "ARMY TAKES BRIDGE. | TALKS GO ON IN GENEVA.",
            "1. The army must leave. | 2. The border stays open.",
            "- Three tanks were destroyed. | - Two trucks were hit.",
            "Losses: tanks 5, trucks 7, drones 12. | Total: 24.",
            "The price fell to $3.50 a barrel. | It was 2.3 percent less than in May.",
            "Kyiv did not comment... | Moscow did.",
            "What now? | Nobody knows! | Talks failed; the war goes on.",
            "i saw it. | it was big and loud. | then it was gone",
        ])
    func otherLines(_ text: String) throws {
        #expect(try split(text) == text)
    }

    @Test func linesAreParagraphs() throws {
        let source = SourceText("A title without a stop\nby A. Writer\n\nIt rained. It poured.")
        #expect(try Self.segmenter.get().segments(of: source).map(\.paragraph) == [0, 1, 2, 2])
    }

    @Test("sentences hold all words of their lines, in order", arguments: [1, 2, 3, 4])
    func sentencesArePartitions(seed: UInt64) throws {
        let parts = ["He", "said", ".", " ", "U.S.", "\"", "(", ")", "?", "—", "no", "\n", "5", "p.m.", "...", "É"]
        var state = seed
        var text = ""
        for _ in 0..<3000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += parts[Int(state >> 33) % parts.count]
        }
        let pieces = try Self.segmenter.get().segments(of: SourceText(text)).flatMap(\.pieces)
        #expect(pieces.map(\.text).joined() == text.filter { $0 != " " && $0 != "\n" })
    }
}
