internal import Testing

@testable import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite struct SortedTableTests {
    /// A table in a file of its own, for as long as `body` runs.
    private func withTable(_ text: String, _ body: (SortedTable) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).tsv"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try body(try SortedTable(name: "sorted.tsv", file: file, columns: ["key", "id"]))
    }

    @Test("finds the rows of a key, wherever it stands")
    func rows() throws {
        try withTable("# about\nkey\tid\tnote\na\t1\tx\nab\t2\nab\t3\ty\nb\t4\nzz top\t5\n") { table in
            #expect(table.columns == ["key", "id", "note"])
            #expect(table.rows("a") == [["a", "1", "x"]])
            #expect(table.rows("ab") == [["ab", "2", ""], ["ab", "3", "y"]])
            #expect(table.rows("b") == [["b", "4", ""]])
            #expect(table.rows("zz top") == [["zz top", "5", ""]])
            for missing in ["", "0", "aa", "abc", "ba", "zz", "zz top hat", "~"] {
                #expect(table.rows(missing).isEmpty)
            }
        }
    }

    @Test("every key of a long table is found, and nothing between")
    func everyKey() throws {
        let keys = (0..<500).map { "name \(1000 + $0 * 2)" }
        let text = "key\tid\n" + keys.map { "\($0)\t\($0.count)\n" }.joined()
        try withTable(text) { table in
            for key in keys { #expect(table.rows(key).count == 1) }
            for number in 0..<500 { #expect(table.rows("name \(1001 + number * 2)").isEmpty) }
        }
    }

    @Test("the last line may lack its end")
    func noNewline() throws {
        try withTable("key\tid\na\t1\nb\t2") { #expect($0.rows("b") == [["b", "2"]]) }
    }

    @Test(
        "a table without a header or a column is an error that names the file", arguments: ["", "# only\n", "key\nx\n"])
    func errors(text: String) throws {
        #expect(throws: DataError.self) { try withTable(text) { _ in } }
    }
}
