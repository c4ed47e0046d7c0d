internal import SQLite
internal import Testing

@testable internal import KnowledgeBase

@Suite("Neighbours in blocks of events")
struct EventBlocksTests {
    /// The pairs that are neighbours, as insertions and removals tell them, against those that the order tells.
    @Test("are those within reach, whatever the order of insertion and removal", arguments: [1, 2, 3, 4, 5])
    func neighbours(seed: UInt64) throws {
        let connection = try Connection(path: ":memory:", mode: .create)
        try connection.execute(
            "CREATE TABLE event_blocks (block INTEGER, place TEXT, event_id INTEGER, PRIMARY KEY (block, place)) WITHOUT ROWID"
        )
        let blocks = EventBlocks(connection: connection)
        var state = seed
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func place(_ event: Int) -> String { "2025 " + String(1000 + event * 37 % 101) }
        func memberships(_ event: Int) -> [Int64] { event % 3 == 0 ? [1, 2] : [Int64(event % 3)] }
        var present: Set<Int> = []
        var pairs: Set<[Int64]> = []
        for _ in 0..<300 {
            let event = random(100)
            if present.contains(event) {
                present.remove(event)
                pairs = pairs.filter { !$0.contains(Int64(event)) }
                for pair in try blocks.remove(place: place(event), blocks: memberships(event)) {
                    pairs.insert([pair.one, pair.other].sorted())
                }
            } else {
                present.insert(event)
                let (met, parted) = try blocks.insert(
                    Int64(event), place: place(event), blocks: memberships(event)
                ) { (place(Int($0)), memberships(Int($0))) }
                for pair in met { pairs.insert([pair.one, pair.other].sorted()) }
                for pair in parted { pairs.remove([pair.one, pair.other].sorted()) }
            }
        }
        var expected: Set<[Int64]> = []
        for block in [Int64(1), 2] {
            let members = present.filter { memberships($0).contains(block) }.sorted { place($0) < place($1) }
            for (index, event) in members.enumerated() {
                for other in members[(index + 1)...].prefix(EventBlocks.reach) {
                    expected.insert([Int64(event), Int64(other)].sorted())
                }
            }
        }
        #expect(pairs == expected)
        #expect(!expected.isEmpty)
    }
}
