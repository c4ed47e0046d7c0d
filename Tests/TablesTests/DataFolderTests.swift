internal import Tables
internal import Testing

@Suite struct DataFolderTests {
    @Test func findsTheCheckoutsFolder() throws {
        let data = try DataFolder.locate()
        #expect(!data.path.hasSuffix("/"))
        #expect(try !data.bytes(of: "ontology/events.tsv").isEmpty)
        #expect(data.files(in: "ontology", suffix: ".tsv").contains("ontology/events.tsv"))
    }

    @Test func namesWhatIsMissing() throws {
        #expect(throws: DataError.self) { _ = try DataFolder(path: "/no/such/folder") }
        let data = try DataFolder.locate()
        #expect(throws: DataError.self) { _ = try data.bytes(of: "no/such.tsv") }
    }

    @Test func hashDoesNotDependOnOrder() throws {
        let data = try DataFolder.locate()
        let names = ["ontology/events.tsv", "ontology/predicates.tsv"]
        #expect(try data.contentHash(of: names) == data.contentHash(of: names.reversed()))
    }
}
