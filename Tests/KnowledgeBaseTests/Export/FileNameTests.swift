internal import Testing

@testable internal import KnowledgeBase

@Suite("File names out of names in articles")
struct FileNameTests {
    @Test(
        "no name is a path, a device or a link's sign",
        arguments: [
            ("Kyiv", "Kyiv"), ("../../etc/passwd", "etc passwd"), ("/etc/passwd", "etc passwd"), ("..", "unnamed"),
            ("", "unnamed"), ("AC/DC", "AC DC"), ("CON", "_CON"), ("con.txt", "_con.txt"), ("Com7", "_Com7"),
            ("Console", "Console"), ("a\u{0}b", "ab"), ("[[x]]|y#z^w", "x y z w"), (" . name. . ", "name"),
            ("C:\\Windows", "C Windows"), ("turned\u{202E}round", "turnedround"), ("two\nlines", "two lines"),
            ("Зеленський", "Зеленський"), (".hidden", "hidden"), ("~root", "root"),
        ])
    func stems(name: String, expected: String) { #expect(FileName.stem(of: name) == expected) }

    @Test("120 bytes at most, of whole letters", arguments: ["x", "Ж", "한", "👩‍👩‍👧", "e\u{301}"])
    func length(letter: String) {
        let stem = FileName.stem(of: String(repeating: letter, count: 300))
        #expect(stem.utf8.count <= 120)
        #expect(stem.utf8.count > 100)
        #expect(!stem.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test("two names that a disk may take for one both get a mark, whatever comes first")
    func collisions() {
        let names = ["Jane Roe", "JANE ROE", "Zoé", "Zoe\u{301}", "Roe", "a/b", "a b"]
        let entities = names.enumerated().map { (id: Int64($0), key: "person:\($0)", name: $1) }
        let stems = NoteNames(entities).stems
        #expect(stems[4] == "Roe")
        #expect(Set(stems.values.map { $0.lowercased() }).count == names.count)
        #expect(stems[0]?.hasPrefix("Jane Roe (") == true)
        #expect(NoteNames(entities.reversed()).stems == stems)
    }

    @Test("links name the note, and say the name")
    func links() {
        let names = NoteNames([(id: 1, key: "a", name: "AC/DC"), (id: 2, key: "b", name: "Kyiv")])
        #expect(names.link(2, "Kyiv") == "[[Kyiv]]")
        #expect(names.link(1, "AC/DC") == "[[AC DC|AC/DC]]")
        #expect(names.link(2, "Ky]]iv|x") == "[[Kyiv|Kyivx]]")
        #expect(names.link(3, "[[none]]") == "\\[\\[none\\]\\]")
        #expect(names.link(nil, "*") == "\\*")
    }
}
