internal import Foundation
internal import KnowledgeBase
internal import SQLite
internal import Testing

@Suite("Files that are no knowledge base, or no whole one")
struct TrustDamageTests {
    /// What stands where the knowledge base should.
    enum Damage: String, CaseIterable {
        case text, noise, zeros, format, truncated, headless, foreign, newer, folder
    }

    /// A sound file to damage.
    private static let sound: Result<Data, any Error> = Result {
        let base = try TrustBase()
        try base.load(Array(TrustArticles.lines.prefix(2)))
        return try Data(contentsOf: URL(fileURLWithPath: base.path))
    }

    @Test("are refused in a line or two that name them, with exit 3, and left as they are", arguments: Damage.allCases)
    func refused(damage: Damage) throws {
        let base = try TrustBase()
        let sound = try Self.sound.get()
        let file = URL(fileURLWithPath: base.path)
        switch damage {
        case .text: try Data("notes, and no database at all\n".utf8).write(to: file)
        case .noise:
            var random = TrustRandom(seed: 7)
            try Data((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }).write(to: file)
        case .zeros: try Data(repeating: 0, count: 8192).write(to: file)
        case .format: try Data("SQLite format 3\u{0}".utf8).write(to: file)
        case .truncated: try sound.prefix(sound.count / 2).write(to: file)
        case .headless: try (sound.prefix(100) + Data(repeating: 0xA5, count: 50_000)).write(to: file)
        case .foreign: try Connection(path: base.path, mode: .create).execute("CREATE TABLE notes (words TEXT)")
        case .newer:
            try sound.write(to: file)
            try Connection(path: base.path, mode: .readWrite).execute(
                "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99")
        case .folder: try FileManager.default.createDirectory(atPath: base.path, withIntermediateDirectories: false)
        }
        let before = try? Data(contentsOf: file)
        for arguments in [["status"], ["dump"], ["verify"], ["undo", "1"], ["verify", "--rebuild"]] {
            let outcome = try Program.run(arguments, database: base.path)
            #expect(outcome.status == 3, "\(arguments): \(outcome.messages)")
            #expect(outcome.messages.contains(base.path), "\(arguments): \(outcome.messages)")
            #expect(
                (1...2).contains(outcome.messages.split(separator: "\n").count), "\(arguments): \(outcome.messages)")
            for raw in ["Fatal error", "SELECT", "PRAGMA", "INSERT"] {
                #expect(!outcome.messages.contains(raw), "\(arguments): \(outcome.messages)")
            }
        }
        #expect(throws: StoreError.self) { try base.load([TrustArticles.lines[4]]) }
        #expect((try? Data(contentsOf: file)) == before)
    }

    @Test("a folder that is not there is named", arguments: [["status"], ["undo", "1"]])
    func missingFolder(arguments: [String]) throws {
        let base = try TrustBase()
        let path = base.file("missing/kb.db")
        let outcome = try Program.run(arguments, database: path)
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains(path), "\(outcome.messages)")
    }

    @Test("files of SQLite that lie beside it from elsewhere are not taken for its own", arguments: ["-wal", "-shm"])
    func beside(suffix: String) throws {
        let base = try TrustBase()
        let lines = Array(TrustArticles.lines.prefix(2))
        try base.load(lines)
        let expected = try base.dump()
        var random = TrustRandom(seed: 11)
        let noise = Data((0..<40_000).map { _ in UInt8.random(in: 0...255, using: &random) })
        try noise.write(to: URL(fileURLWithPath: base.path + suffix))
        #expect(try base.dump() == expected)
        try noise.write(to: URL(fileURLWithPath: base.path + suffix))
        try base.load(lines)
        #expect(try base.dump() == expected)
        #expect(try base.run("verify").status == 0)
    }
}
