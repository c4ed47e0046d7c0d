internal import Foundation

/// The built command, run as a process.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Beside the test bundle lies what the package builds.
    static let path: String = {
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: executable).deletingLastPathComponent().appendingPathComponent("annals").path
    }()

    /// Runs the command.
    /// - Parameter database: the file that ANNALS_DB names.
    static func run(_ arguments: [String], database: String = "/nonexistent/annals.db", input: String? = nil) throws
        -> Outcome
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["ANNALS_DB"] = database
        environment["ANNALS_QUERIES"] = "/nonexistent"
        environment["COLUMNS"] = "80"
        process.environment = environment
        let folder = try Scratch()
        let outputPath = folder.path + "/out"
        let messagesPath = folder.path + "/err"
        let inputPath = folder.path + "/in"
        for path in [outputPath, messagesPath] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: inputPath))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: messagesPath))
        try process.run()
        process.waitUntilExit()
        func text(_ path: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }
        return Outcome(
            status: process.terminationStatus, output: try text(outputPath), messages: try text(messagesPath))
    }
}

/// A folder of its own for a test, gone when the test is.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/annals-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
