internal import Foundation
internal import Testing

@testable internal import annals

@Suite("Hostile input at the command line") struct HostileInputTests {
    private let prose =
        "The council of Kyiv met on Thursday and agreed, after three hours of talk, to mend the old bridge."

    @Test func badFilesAreListedAndTheRestIsLoaded() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/in"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files: [(String, Data)] = [
            ("good.txt", Data(prose.utf8)), ("-rf.txt", Data("\(prose) Again.".utf8)),
            ("a\u{1B}]0;owned\u{7}.jsonl", Data("{\"text\":\n{\"text\":\"\(prose) Three.\"}\n".utf8)),
            ("packed.txt", Data([0x1F, 0x8B, 8, 0, 1])), ("empty.txt", Data()),
            (
                "entity.xml",
                Data(
                    "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>"
                        .utf8)
            ),
            (
                "evil.jsonl",
                Data(
                    "{\"title\":\"T\\u001b[31m\\u202e\",\"outlet\":\"\\u009b31mO\",\"text\":\"\(prose) Four.\"}\n".utf8)
            ),
        ]
        for (name, bytes) in files { try bytes.write(to: URL(fileURLWithPath: folder + "/" + name)) }
        let database = scratch.path + "/a.db"
        let outcome = try Program.run(["load", folder], database: database)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("4 new"))
        for name in [
            "packed.txt: it is a gzip archive", "empty.txt: it is empty", ".jsonl:1: it is no JSON",
            "entity.xml:1: it declares entities",
        ] {
            #expect(outcome.messages.contains(name))
        }
        #expect(!outcome.messages.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        let rows = try Program.run(
            ["sql", "--nl", "SELECT title, outlet FROM live_documents ORDER BY title"], database: database)
        #expect(rows.status == 0)
        #expect(
            !rows.output.unicodeScalars.contains {
                $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
            })
        #expect(!rows.output.contains("root:"))
        #expect(try Program.run(["verify"], database: database).status == 0)
    }

    @Test(arguments: [
        ("plain Київ", "plain Київ"), ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\u{9B}b\u{7F}", "a\u{FFFD}b\u{FFFD}"),
        ("x\u{202E}gpj", "x\u{FFFD}gpj"),
        ("a\u{200B}b", "a\u{FFFD}b"), ("a\nb\tc\r", "a b c "),
        ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}"), ("a\u{200D}b", "a\u{FFFD}b"),
    ])
    func whatATerminalGets(text: String, shown: String) {
        #expect(SafeText.line(text) == shown)
    }

    @Test func linesStayLines() {
        #expect(SafeText.lines("a\n\tb\r\u{1B}c\n") == "a\n\tb\u{FFFD}\u{FFFD}c\n")
    }

    @Test func jsonHasNoCharactersThatATerminalObeys() {
        #expect(JSONText.string("a\u{9B}\u{202E}\u{1B}\"") == "\"a\\u009b\\u202e\\u001b\\\"\"")
    }
}
