internal import Extraction
internal import Foundation
internal import Reading
internal import Record
internal import Tables
internal import Testing

/// What is read from each sample article, against files that people have looked at.
///
///     RECORD=1 swift test --filter GoldenTests      writes the files anew; read the diff before committing it
@Suite("Whole articles")
struct GoldenTests {
    @Test("the samples read as they did")
    func samples() throws {
        let data = try DataFolder.locate()
        let extractor = try Extractor(data: data)
        let folder = URL(fileURLWithPath: data.path).deletingLastPathComponent().appendingPathComponent(
            "Tests/AcceptanceTests/Golden")
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
        var number = 0
        try DocumentReader(data: data).read(data.path + "/samples") { result in
            guard case .success(let item) = result else { return }
            number += 1
            let name = URL(fileURLWithPath: item.path).deletingPathExtension().lastPathComponent
            let file = folder.appendingPathComponent("\(name)\(item.position.map { "-\($0)" } ?? "").txt")
            let record = extractor.extract(item.document)
            #expect(extractor.extract(item.document) == record)
            let found = GoldenText.of(record)
            if isRecording {
                try Data(found.utf8).write(to: file)
            } else {
                let expected = try String(contentsOf: file, encoding: .utf8)
                let lines = found.split(separator: "\n")
                let wanted = expected.split(separator: "\n")
                for difference in lines.difference(from: wanted) {
                    Issue.record("\(file.lastPathComponent): \(difference)")
                }
            }
        }
        #expect(number == 15)
    }
}
