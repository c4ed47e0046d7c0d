internal import Language
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("Model files") struct ModelFileTests {
    static let whole: [UInt8] = {
        var writer = ModelWriter(kind: "test")
        writer.add("numbers", [1, -2, 3] as [Int32])
        writer.add("words", lines: ["one", "two"])
        writer.add("nothing", [] as [Float])
        return writer.bytes()
    }()

    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("annals-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test("what was written is read")
    func roundTrip() throws {
        try withFile(Self.whole) { path in
            let file = try ModelFile(path: path, kind: "test")
            #expect(Array(try file.array("numbers", of: Int32.self, count: 3)) == [1, -2, 3])
            #expect(try file.lines("words") == ["one", "two"])
            #expect(try file.array("nothing", of: Float.self).isEmpty)
            #expect(throws: DataError.self) { try file.array("numbers", of: Int32.self, count: 4) }
            #expect(throws: DataError.self) { try file.array("numbers", of: Int64.self) }
            #expect(throws: DataError.self) { try file.lines("letters") }
            #expect(throws: DataError.self) { try ModelFile(path: path, kind: "other") }
        }
    }

    @Test("any changed byte, and any lost one, is noticed")
    func damage() throws {
        for at in stride(from: 0, to: Self.whole.count, by: 3) {
            var bytes = Self.whole
            bytes[at] ^= 0x10
            try withFile(bytes) { path in
                #expect(throws: DataError.self, "byte \(at)") { _ = try ModelFile(path: path, kind: "test") }
            }
        }
        for length in [0, 1, 8, 63, 64, 200, Self.whole.count - 1] {
            try withFile(Array(Self.whole.prefix(length))) { path in
                #expect(throws: DataError.self, "\(length) bytes") { _ = try ModelFile(path: path, kind: "test") }
            }
        }
        #expect(throws: DataError.self) { try ModelFile(path: "/nonexistent/model", kind: "test") }
    }
}
