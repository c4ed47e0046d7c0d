internal import Foundation
internal import Ingestion
internal import KnowledgeBase
internal import Tables
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A knowledge base in a folder of its own. The command works on it as a process; what is loaded only to be there is loaded
/// here, because a process has to read all tables first.
struct TrustBase {
    private let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/kb.db"
    }

    /// Another file in the same folder.
    func file(_ name: String) -> String { scratch.path + "/" + name }

    func run(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        let outcome = try Program.run(arguments, database: path, input: input)
        #expect(!outcome.messages.contains("Fatal error"), "\(arguments): \(outcome.messages)")
        return outcome
    }

    private static let loader: Result<Loader, any Error> = Result { try Loader(data: DataFolder.locate()) }

    /// Loads lines of JSON as one batch.
    func load(_ lines: [String]) throws {
        let summary = try Self.loader.get().load(
            [write(lines, to: "loaded.jsonl")], into: Store(path: path, mode: .write, data: DataFolder.locate()),
            command: "load")
        #expect(summary.failed == 0)
    }

    /// Writes lines to a file in the folder.
    /// - Returns: its path.
    @discardableResult
    func write(_ lines: [String], to name: String) throws -> String {
        try (lines.joined(separator: "\n") + "\n").write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }

    func dump() throws -> String {
        let outcome = try run("dump")
        #expect(outcome.status == 0, "\(outcome.messages)")
        return outcome.output
    }

    /// How many parts every version that was read has, by its key.
    func parts() throws -> [String: String] {
        let counts = ["sentences", "mentions", "chains", "times", "quantities", "events", "statements"].map {
            "(SELECT count(*) FROM \($0) WHERE run_id = r.id)"
        }
        let outcome = try run(
            "sql", "--tsv",
            "SELECT v.key, \(counts.joined(separator: ", ")) FROM runs r JOIN versions v ON v.id = r.version_id")
        #expect(outcome.status == 0, "\(outcome.messages)")
        var parts: [String: String] = [:]
        for line in outcome.output.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", maxSplits: 1)
            parts[String(cells[0])] = String(cells[1])
        }
        return parts
    }

    /// Loads a file as a process that is killed, as by a loss of power, when so many seconds have gone by since it began to write.
    func load(_ file: String, killedAfter seconds: Double) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["load", "-q", file, "--db", path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning, !FileManager.default.fileExists(atPath: path) { Thread.sleep(forTimeInterval: 0.002) }
        Thread.sleep(forTimeInterval: seconds)
        _ = kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
