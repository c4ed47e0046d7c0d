public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A run of a target over inputs made from a seed: the same inputs every time.
public struct SeededRun: Sendable {
    /// What is fuzzed.
    public var target: FuzzTarget
    /// Where the numbers start.
    public var seed: UInt64
    /// How many inputs are tried.
    public var rounds: Int
    /// The most bytes of an input.
    public var limit: Int

    public init(_ target: FuzzTarget, seed: UInt64, rounds: Int, limit: Int = 4096) {
        self.target = target
        self.seed = seed
        self.rounds = rounds
        self.limit = limit
    }

    /// Tries all inputs.
    /// - Parameter file: where each input is written before it is tried, so that it is there after a crash; it is
    ///   removed when all went well.
    /// - Throws: `Finding` for the first promise that is broken.
    public func run(data: DataFolder, keeping file: String) throws {
        let fuzzer = try Fuzzer(target, data: data)
        let corpus = try FuzzCorpus(target, data: data)
        let mutator = corpus.mutator
        var dice = SplitMix(seed: seed)
        for round in 0..<(corpus.seeds.count + rounds) {
            // The seeds themselves come first.
            let input =
                round < corpus.seeds.count
                ? corpus.seeds[round]
                : mutator.mutated(dice.pick(corpus.seeds) ?? [], limit: limit, using: &dice)
            try Data(input).write(to: URL(filePath: file))
            try fuzzer.check(input)
        }
        try FileManager.default.removeItem(atPath: file)
    }
}
