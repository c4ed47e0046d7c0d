internal import Reading
internal import Record
internal import Tables
internal import Testing

@Suite struct SamplesTests {
    @Test func allSamplesAreReadWithoutWarning() throws {
        let data = try DataFolder.locate()
        var documents: [Document] = []
        try DocumentReader(data: data).read(data.path + "/samples") { result in
            let item = try result.get()
            #expect(item.warnings.isEmpty)
            documents.append(item.document)
        }
        #expect(documents.count == 15)
        for document in documents {
            #expect(document.metadata.title != nil)
            #expect((100...350).contains(document.text.split { $0 == " " || $0 == "\n" }.count), "\(document.id)")
            guard !document.id.hasSuffix("video.txt") else {
                #expect(document.metadata.published == nil)
                continue
            }
            #expect(document.metadata.outlet != nil)
            #expect(document.metadata.url.flatMap(DocumentURL.canonical) != nil)
            #expect(document.metadata.publishedDate.map { (2024...2026).contains($0.year) } == true)
        }
    }
}
