internal import Record
internal import Tables
internal import Testing

@testable internal import Reading

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite final class FileTreeTests {
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/annals-reading-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/in/b/.hidden", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: root + "/" + name))
    }

    @Test func foldersAreReadInOrder() throws {
        for name in [
            "in/c.txt", "in/B.txt", "in/b/z.txt", "in/b/a.md", "in/b/.hidden/x.txt", "in/.secret.txt", "out.txt",
        ] {
            try write(paragraph, to: name)
        }
        try write("x = 1", to: "in/code.py")
        try write("\u{0}\u{1}\u{2}", to: "in/image.txt")
        try write("", to: "in/empty.txt")
        try FileManager.default.createSymbolicLink(
            atPath: root + "/in/link.txt", withDestinationPath: root + "/out.txt")
        try FileManager.default.createSymbolicLink(atPath: root + "/in/loop", withDestinationPath: root + "/in")
        try FileManager.default.createSymbolicLink(
            atPath: root + "/in/same.txt", withDestinationPath: root + "/in/c.txt")
        let reader = try DocumentReader(data: .locate())
        var read: [String] = []
        var failed: [String: ReadFailure.Kind] = [:]
        reader.read(root + "/in") { result in
            switch result {
            case .success(let item): read.append(String(item.path.dropFirst(root.count + 4)))
            case .failure(let failure): failed[String(failure.path.dropFirst(root.count + 4))] = failure.kind
            }
        }
        #expect(read == ["B.txt", "b/a.md", "b/z.txt", "c.txt"])
        #expect(
            failed == [
                "code.py": .skipped, "image.txt": .skipped, "empty.txt": .empty, "link.txt": .skipped,
                "loop": .skipped,
            ])
        #expect(reader.files(at: root + "/in").count == 7)
    }

    @Test(arguments: ["/no/such/file.txt", "/dev/zero", "", "/\u{0}"])
    func whatCannotBeOpenedIsSaid(path: String) throws {
        var failures: [ReadFailure] = []
        try DocumentReader(data: .locate()).read(path) { result in
            if case .failure(let failure) = result { failures.append(failure) }
        }
        #expect(failures.map(\.kind) == [.unreadable])
    }

    @Test func linesLongerThanTheLimitArePassedOver() throws {
        let long = String(repeating: "x", count: 700_000)
        let line = "{\"text\":\"\(paragraph)\"}"
        try write(line + "\n{\"text\":\"\(long)\"}\n" + line, to: "in/a.jsonl")
        let reader = try DocumentReader(data: .locate(), limits: ReadLimits(documentBytes: 10_000))
        var kinds: [ReadFailure.Kind?] = []
        reader.read(root + "/in/a.jsonl") { result in
            switch result {
            case .success: kinds.append(nil)
            case .failure(let failure): kinds.append(failure.kind)
            }
        }
        #expect(kinds == [nil, .tooLarge, nil])
    }

    @Test func largeFilesAreRefused() throws {
        try write(String(repeating: paragraph, count: 1000), to: "in/a.txt")
        let reader = try DocumentReader(data: .locate(), limits: ReadLimits(documentBytes: 10_000))
        var kinds: [ReadFailure.Kind] = []
        reader.read(root + "/in/a.txt") { if case .failure(let failure) = $0 { kinds.append(failure.kind) } }
        #expect(kinds == [.tooLarge])
    }

    @Test func manyLinesComeThroughWhole() throws {
        var lines = ""
        for number in 0..<5000 { lines += "{\"id\":\"\(number)\",\"text\":\"\(paragraph)\"}\n" }
        try write(lines, to: "in/a.jsonl")
        var ids: [String] = []
        try DocumentReader(data: .locate()).read(root + "/in/a.jsonl") { result in
            if case .success(let item) = result { ids.append(item.document.id) }
        }
        #expect(ids == (0..<5000).map(String.init))
    }

    @Test func theReceiverCanStopTheReading() throws {
        struct Stop: Error {}
        try write("{\"text\":\"\(paragraph)\"}\n{\"text\":\"\(paragraph)\"}\n", to: "in/a.jsonl")
        var count = 0
        #expect(throws: Stop.self) {
            try DocumentReader(data: .locate()).read(root + "/in") { _ in
                count += 1
                throw Stop()
            }
        }
        #expect(count == 1)
    }
}
