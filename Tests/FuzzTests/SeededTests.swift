internal import Foundation
internal import Fuzzing
internal import Tables
internal import Testing

/// A short run of every fuzzing target with fixed seeds; `make fuzz` runs them for long.
@Suite("Hostile input, made from seeds")
struct SeededTests {
    /// In a process of its own, so that a crash is told like any other failure.
    @Test("no input breaks a promise", .timeLimit(.minutes(5)))
    func seeds() async throws {
        let folder = Self.folder
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let run = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let data = try DataFolder.locate()
            for target in FuzzTarget.allCases {
                let rounds = target == .extraction ? 12 : 60
                try SeededRun(target, seed: 1, rounds: rounds, limit: 1200).run(
                    data: data, keeping: "\(Self.folder)/\(target)")
            }
        }
        if let run, run.exitStatus != .exitCode(EXIT_SUCCESS) {
            Issue.record("\(String(decoding: run.standardErrorContent.prefix(4000), as: UTF8.self))")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            Issue.record("run again with: make fuzz FUZZ_TARGET=\(name) FUZZ_INPUT=\(folder)/\(name)")
        }
    }

    private static let folder = FileManager.default.temporaryDirectory.path + "/annals-fuzz"
}
