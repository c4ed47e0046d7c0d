internal import Testing

@Suite("A knowledge base does not depend on how it came about")
struct TrustOrderTests {
    @Test("any order, any batches, undone and redone: one dump", arguments: 1...4 as ClosedRange<UInt64>)
    func order(seed: UInt64) throws {
        var random = TrustRandom(seed: seed)
        let expected = try TrustBase()
        try expected.load(TrustArticles.lines)
        let base = try TrustBase()
        var order = TrustArticles.lines.shuffled(using: &random)
        var batches: [[String]] = []
        while !order.isEmpty {
            let length = Int.random(in: 2...7, using: &random)
            // One of them is loaded a second time in some other batch.
            batches.append(Array(order.prefix(length)) + [TrustArticles.lines.randomElement(using: &random) ?? ""])
            order.removeFirst(min(length, order.count))
        }
        for batch in batches { try base.load(batch) }
        let undone = Int.random(in: 1...batches.count, using: &random)
        #expect(try base.run("undo", "\(undone)").status == 0)
        let rest = try TrustBase()
        let left = batches.enumerated().filter { $0.offset != undone - 1 }.flatMap(\.element)
        if !left.isEmpty {
            try rest.load(left)
            #expect(try base.dump() == rest.dump(), "after undo of batch \(undone) of \(batches.count)")
        }
        #expect(try base.run("redo", "\(undone)").status == 0)
        #expect(try base.dump() == expected.dump(), "batch \(undone) of \(batches.count) undone and redone")
        let verified = try base.run("verify")
        #expect(verified.status == 0, "\(verified.output)")
    }

    @Test("a person's decision outlives undo, redo and loading again, and is taken back whole")
    func decision() throws {
        let base = try TrustBase()
        try base.load(TrustArticles.lines)
        let before = try base.dump()
        let keys = try base.run(
            "sql", "--tsv",
            "SELECT e.key FROM entity_counts c JOIN entities e ON e.id = c.entity_id"
                + " WHERE e.key LIKE 'person:%' ORDER BY e.key LIMIT 2")
        let persons = keys.output.split(separator: "\n").dropFirst().map(String.init)
        try #require(persons.count == 2)
        #expect(try base.run("same", persons[0], persons[1], "--author", "tester").status == 0)
        let decided = try base.dump()
        #expect(decided != before)
        #expect(try base.run("undo", "1").status == 0)
        #expect(try base.run("redo", "1").status == 0)
        try base.load(TrustArticles.lines.reversed())
        #expect(try base.dump() == decided)
        #expect(try base.run("undo", "d1").status == 0)
        #expect(try base.dump() == before)
    }
}

/// The same numbers for the same seed (SplitMix64).
struct TrustRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
