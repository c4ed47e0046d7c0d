internal import Tables
internal import Testing

@Suite struct TableTests {
    private func table(_ text: String, columns: [String] = ["word"]) throws -> Table {
        try Table(name: "t.tsv", file: "/d/t.tsv", bytes: Array(text.utf8), columns: columns)
    }

    @Test func skipsCommentsAndTrims() throws {
        let read = try table("\u{FEFF}# about\n\nword\tlist\r\n  cat \ta | b||c\r\ndog\n")
        #expect(read.columns == ["word", "list"])
        #expect(read.rows.map { $0["word"] } == ["cat", "dog"])
        #expect(read.rows.map { $0[1] } == ["a | b||c", ""])
        #expect(read.rows[0].list("list") == ["a", "b", "c"])
        #expect(read.rows[1].list("list").isEmpty)
        #expect(read.rows[0]["no such column"].isEmpty)
        #expect(read.place(of: read.rows[1]) == "t.tsv:5")
    }

    @Test(
        arguments: [
            ("# only a comment\n", nil), ("name\nx\n", 1), ("# a\nword\nx\ty\n", 3),
        ] as [(String, Int?)])
    func namesTheLineOfAnError(text: String, line: Int?) {
        #expect {
            _ = try table(text)
        } throws: { error in
            (error as? DataError)?.line == line && (error as? DataError)?.file == "/d/t.tsv"
        }
    }

    @Test func readsAnyBytes() throws {
        let bytes: [UInt8] = Array("word\n".utf8) + (1...255).filter { $0 != 9 }.map { UInt8($0) }
        #expect(try Table(name: "t", file: "t", bytes: bytes, columns: []).rows.count == 2)
    }
}
