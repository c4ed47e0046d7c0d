internal import Tables
internal import Testing

@testable import Training

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

@Suite("Learning how sure readers are") struct CertaintyTrainerTests {
    /// Short sentences of which one half happened.
    private static let rated: [String] = {
        let subjects = ["The army", "A farmer", "My brother", "The company", "The mayor", "A driver"]
        let verbs = ["left", "returned", "waited", "slept", "won", "lost"]
        return subjects.flatMap { subject in
            verbs.flatMap { verb in
                let denied = "\(subject) never \(verb) ."
                let told = "\(subject) \(verb) ."
                return [
                    record(told, verb, at: subject.count + 1, 3), record(denied, verb, at: subject.count + 7, -3),
                ]
            }
        }
    }()

    private static func record(_ text: String, _ verb: String, at start: Int, _ certainty: Float) -> String {
        "{\"text\":\"\(text)\",\"events\":[{\"start\":\(start),\"end\":\(start + verb.count),\"certainty\":\(certainty)}]}"
    }

    private func withFile(_ lines: [String], _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("annals-\(UUID().uuidString)").path
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test("what is told apart by a word is learnt, and the same seed gives the same bytes")
    func learns() throws {
        try withFile(Self.rated) { path in
            let examples = try CertaintyExamples(path: path, data: DataFolder.locate())
            #expect(examples.count > 50)
            var plan = CertaintyTrainer.Plan()
            plan.epochs = 30
            plan.batch = 16
            let trainers = (0..<2).map { _ in CertaintyTrainer(examples, plan: plan) }
            for trainer in trainers { trainer.train() }
            #expect(trainers[0].correlation(on: examples) > 0.9)
            #expect(trainers[0].file() == trainers[1].file())
        }
    }

    @Test("a line that is no record is named")
    func fault() throws {
        try withFile(["{\"text\":\"a\",\"events\":[]}", "{\"text\":1}"]) { path in
            let error = #expect(throws: DataError.self) {
                try CertaintyExamples(path: path, data: DataFolder.locate())
            }
            #expect(error?.line == 2)
        }
    }
}
