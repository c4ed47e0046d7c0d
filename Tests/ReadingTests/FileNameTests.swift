internal import Record
internal import Tables
internal import Testing

@testable internal import Reading

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

@Suite("File names") final class FileNameTests {
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/annals-names-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    @Test(arguments: [
        (Array("a.txt".utf8), "a.txt"), ([0xFF, 0x2E], "\\xFF."), (Array("Ж".utf8), "Ж"), ([0x61, 0xD0], "a\\xD0"),
        ([0xE2, 0x82, 0x41], "\\xE2\\x82A"), ([0xF0, 0x9F, 0x98, 0x80, 0x80], "😀\\x80"),
    ])
    func namesAsText(bytes: [UInt8], text: String) {
        #expect(FileName.text(bytes) == text)
    }

    @Test func everyFileIsReadAndNamed() throws {
        let names: [[UInt8]] = [
            Array("-rf.txt".utf8), Array("..txt2".utf8), Array("a\nb.txt".utf8), Array("a\u{1B}[31m.txt".utf8),
            Array("a\u{202E}txt.txt".utf8),
            [0x61, 0xFE] + Array(".txt".utf8), [0x61, 0xFF] + Array(".txt".utf8), Array("c\\xFF.txt".utf8),
            Array("d%s%n'\".txt".utf8),
        ]
        for (number, name) in names.enumerated() {
            let path = (Array(root.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
            let file = open(path, O_CREAT | O_WRONLY, 0o600)
            let text = Array("\(paragraph) \(number)".utf8)
            #expect(write(file, text, text.count) == text.count)
            close(file)
        }
        mkfifo(root + "/pipe.txt", 0o600)
        symlink(".", root + "/loop")
        symlink("/nowhere", root + "/nothing")
        let reader = try DocumentReader(data: .locate())
        var read: [String] = []
        var failed: [String: String] = [:]
        reader.read(root) { result in
            switch result {
            case .success(let item): read.append(String(item.path.dropFirst(root.count + 1)))
            case .failure(let failure): failed[String(failure.path.dropFirst(root.count + 1))] = failure.reason
            }
        }
        // The name that starts with a dot is hidden.
        #expect(
            read == [
                "-rf.txt", "a\nb.txt", "a\u{1B}[31m.txt", "a\u{202E}txt.txt", "a\\xFE.txt", "a\\xFF.txt", "c\\xFF.txt",
                "d%s%n'\".txt",
            ])
        #expect(
            failed == [
                "pipe.txt": "it is neither a file nor a folder", "loop": "it is a symbolic link to the folder itself",
                "nothing": "it is a symbolic link that leads nowhere",
            ])
        var alone: [String] = []
        for path in read {
            reader.read(root + "/" + path) { if case .success(let item) = $0 { alone.append(item.document.text) } }
        }
        #expect(Set(alone).count == read.count)
    }
}
