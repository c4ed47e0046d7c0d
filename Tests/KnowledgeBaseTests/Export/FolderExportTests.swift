internal import Foundation
internal import KnowledgeBase
internal import Testing

@Suite("Notes, and folders of files")
struct FolderExportTests {
    @Test("every wikilink leads to a note, and every note has its front matter")
    func notes() throws {
        let sample = try ExportSamples.store()
        let folder = sample.scratch.path + "/vault"
        let summary = try sample.store.export(.notes, toFolder: folder)
        let notes = try ExportSamples.files(folder).filter { $0.key.hasSuffix(".md") }
        #expect(summary.written.first?.number == notes.count)
        #expect(notes["etc passwd.md"] != nil)
        var links = 0
        for (name, text) in notes {
            #expect(text.hasPrefix("---\nkey: \""), "\(name)")
            let parts = text.replacingOccurrences(of: "\\[", with: "").components(separatedBy: "[[").dropFirst()
            for part in parts {
                let target = part.prefix { $0 != "]" && $0 != "|" }
                #expect(notes[target + ".md"] != nil, "\(name) links to \(target)")
                links += 1
            }
        }
        #expect(links > 10)
        let town = try #require(notes["Sudzha.md"])
        #expect(
            town.contains("## Timeline\n") && town.contains("**2025-01-09**")
                && town.contains("location: [51.19, 35.27]"))
    }

    @Test("the same again changes nothing; what somebody has written is never lost")
    func again() throws {
        let sample = try ExportSamples.store()
        let folder = sample.scratch.path + "/vault"
        _ = try sample.store.export(.notes, toFolder: folder)
        let first = try ExportSamples.files(folder)
        _ = try sample.store.export(.notes, toFolder: folder)
        #expect(try ExportSamples.files(folder) == first)

        let note = folder + "/Sudzha.md"
        try Data("my own words\n".utf8).write(to: URL(fileURLWithPath: note))
        #expect(throws: ExportError.self) { try sample.store.export(.notes, toFolder: folder) }
        var expected = first
        expected["Sudzha.md"] = "my own words\n"
        #expect(try ExportSamples.files(folder) == expected)
        _ = try sample.store.export(.notes, toFolder: folder, isForced: true)
        #expect(try ExportSamples.files(folder) == first)
    }

    @Test("notes that are no longer made go, unless somebody has changed them")
    func stale() throws {
        let sample = try ExportSamples.store()
        let folder = sample.scratch.path + "/vault"
        _ = try sample.store.export(.notes, toFolder: folder)
        try Data("kept\n".utf8).write(to: URL(fileURLWithPath: folder + "/Tehran.md"))
        try Data("mine\n".utf8).write(to: URL(fileURLWithPath: folder + "/Diary.md"))
        let summary = try SampleStore(records: [ExportSamples.hostile]).store.export(.notes, toFolder: folder)
        let files = try ExportSamples.files(folder)
        #expect(files["Sudzha.md"] == nil)
        #expect(files["Tehran.md"] == "kept\n")
        #expect(files["Diary.md"] == "mine\n")
        #expect(files["etc passwd.md"] != nil)
        #expect(summary.remarks.count == 2)
    }

    @Test("a link in the folder leads no write elsewhere")
    func links() throws {
        let sample = try ExportSamples.store()
        let folder = sample.scratch.path + "/tables"
        let target = sample.scratch.path + "/precious"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("precious\n".utf8).write(to: URL(fileURLWithPath: target))
        try FileManager.default.createSymbolicLink(atPath: folder + "/things.csv", withDestinationPath: target)
        #expect(throws: ExportError.self) { try sample.store.export(.csv, toFolder: folder) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["things.csv"])
        _ = try sample.store.export(.csv, toFolder: folder, isForced: true)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious\n")
    }

    @Test("a file is no folder")
    func file() throws {
        let sample = try ExportSamples.store()
        let path = sample.scratch.path + "/file"
        try Data("text".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ExportError.self) { try sample.store.export(.csv, toFolder: path, isForced: true) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
    }

    @Test("no format depends on the order of loading")
    func order() throws {
        let records = SampleStore.records + [ExportSamples.hostile]
        let stores = [try SampleStore(records: records), try SampleStore(records: records.reversed())]
        for format in ExportFormat.allCases {
            let texts = try stores.map { sample in
                guard format.isFolder else { return ["": try ExportSamples.text(sample, format)] }
                let folder = sample.scratch.path + "/" + format.rawValue
                _ = try sample.store.export(format, toFolder: folder)
                return try ExportSamples.files(folder)
            }
            #expect(texts[0] == texts[1], "\(format)")
        }
    }

    @Test("an empty knowledge base gives an empty export")
    func empty() throws {
        let sample = try SampleStore(records: [])
        for format in ExportFormat.allCases {
            if format.isFolder {
                let folder = sample.scratch.path + "/" + format.rawValue
                _ = try sample.store.export(format, toFolder: folder)
                #expect(try ExportSamples.files(folder)[".annals-export"] != nil)
            } else if format == .timelinejs || format == .geojson || format == .datasette {
                #expect(try !ExportSamples.json(ExportSamples.text(sample, format)).isEmpty, "\(format)")
            } else {
                let text = try ExportSamples.text(sample, format)
                #expect(text.isEmpty || text.hasPrefix("<?xml"), "\(format)")
            }
        }
    }
}
