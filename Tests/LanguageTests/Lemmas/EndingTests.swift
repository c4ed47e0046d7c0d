internal import Language
internal import Testing

@Suite("Endings of words")
struct EndingTests {
    @Test("the longest ending that is known decides")
    func longest() {
        var table = EndingTable<String>()
        #expect(table.value(for: "word") == nil)
        for (text, value) in [("s", "S"), ("ies", "IES"), ("^ies", "WHOLE"), ("", "NONE"), ("^is", "IS")] {
            guard let ending = Ending(text) else {
                Issue.record("\(text) is no ending")
                continue
            }
            table[ending] = value
        }
        let expected = [
            "cities": "IES", "ies": "WHOLE", "cats": "S", "is": "IS", "his": "S", "cat": "NONE", "": "NONE", "s": "S",
        ]
        for (word, value) in expected { #expect(table.value(for: word) == value, "\(word)") }
        #expect(table.count == 5)
    }

    @Test("endings are written as they are read", arguments: ["", "s", "^is", "ation", "ß", "^abcdef"])
    func bytes(text: String) throws {
        let ending = try #require(Ending(text))
        #expect(ending.bytes == Array(text.utf8))
        #expect(ending.length == text.utf8.count)
    }

    @Test("all endings of a word, the longest first")
    func all() {
        #expect(
            Ending.all(of: Array("men".utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "^men", "men", "en", "n", "",
            ])
        #expect(Ending.all(of: Array("positions".utf8)).first?.bytes == Array("sitions".utf8))
        #expect(Ending("sitions")?.shorter == Ending("itions"))
        #expect(Ending("s")?.shorter == Ending(""))
        #expect(Ending("")?.shorter == Ending(""))
        #expect(Ending("positions") == nil)
    }

    @Test(
        "an edit makes the one word of the other",
        arguments: [
            ("cities", "city"), ("went", "go"), ("café", "cafè"), ("men", "man"), ("cat", "cat"), ("é", "è"), ("", "a"),
        ])
    func edits(word: String, lemma: String) {
        let edit = EndingEdit(from: word, to: lemma)
        if edit.cut < word.utf8.count { #expect(edit.applied(to: word) == lemma) }
        #expect(EndingEdit(cut: 1, added: "x").applied(to: "é") == "é")
        #expect(EndingEdit(cut: 1, added: "x").applied(to: "aé") == "aé")
    }
}
