internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("Anything can be taken back")
struct UndoPropertyTests {
    let scratch: Scratch
    let data: DataFolder

    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
    }

    /// Something that was done, how to take it back, and what the store said before and after.
    private struct Step {
        enum Thing {
            case batch(Int)
            case decision(Int)
        }

        var thing: Thing
        var before: [String]
        var after: [String]
    }

    @Test(
        "undo restores exactly what was, and redo what came after, in whatever order things are done",
        arguments: UInt64(0)..<6)
    func walk(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let store = try Store(path: scratch.path + "/kb.db", mode: .write, data: data)
        let lines = try foreignLines()
        let records = SampleStore.records
        var done: [Step] = []
        var undone: [Step] = []
        for _ in 0..<40 {
            let before = try dump(store)
            switch random.next(6) {
            case 0, 1:
                guard let step = undone.popLast() else { fallthrough }
                #expect(before == step.before)
                try redo(step, store)
                #expect(try dump(store) == step.after)
                done.append(step)
            case 2:
                guard let step = done.popLast() else { fallthrough }
                #expect(before == step.after)
                try undo(step, store)
                #expect(try dump(store) == step.before)
                undone.append(step)
            case 3:
                let batch = try store.beginBatch(command: "load")
                for _ in 0..<2 {
                    var record = records[random.next(records.count)]
                    record.extractor?.version = String(random.next(2))
                    try batch.load(record, input: record.id)
                }
                done.append(
                    Step(thing: .batch(try batch.finish().batch), before: before, after: try dump(store)))
                undone = []
            case 4:
                let part = (0..<3).map { _ in lines[random.next(lines.count)][...] }
                let result = try store.importDecisions(part, input: "x", command: "decisions import x")
                done.append(Step(thing: .batch(result.batch), before: before, after: try dump(store)))
                undone = []
            default:
                let subject: Store.IdentitySubject = random.next(3) == 0 ? .entity : .event
                let keys = try self.keys(store, subject)
                guard keys.count > 1 else { continue }
                let left = random.next(keys.count)
                let right = (left + 1 + random.next(keys.count - 1)) % keys.count
                let verdict = Store.IdentityVerdict.allCases[random.next(3)]
                let number = try store.decide(
                    verdict, subject, keys[left], keys[right], author: ["ada", "ben"][random.next(2)], reason: ""
                ).number
                done.append(Step(thing: .decision(number), before: before, after: try dump(store)))
                undone = []
            }
        }
        #expect(try store.verify() == [])
        while let step = done.popLast() {
            try undo(step, store)
            #expect(try dump(store) == step.before)
        }
        #expect(try store.verify() == [])
    }

    private func undo(_ step: Step, _ store: Store) throws {
        switch step.thing {
        case .batch(let number): _ = try store.undo(batch: number)
        case .decision(let number): _ = try store.undo(decision: number, author: "ada")
        }
    }

    private func redo(_ step: Step, _ store: Store) throws {
        switch step.thing {
        case .batch(let number): _ = try store.redo(batch: number)
        case .decision(let number): _ = try store.redo(decision: number, author: "ben")
        }
    }

    private func dump(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    private func keys(_ store: Store, _ subject: Store.IdentitySubject) throws -> [String] {
        var keys: [String] = []
        let query =
            switch subject {
            case .event: "SELECT e.key FROM canonical_events c JOIN events e ON e.id = c.event_id ORDER BY e.key"
            case .entity:
                """
                SELECT DISTINCT e.key FROM live_runs l JOIN chains c ON c.run_id = l.run_id
                JOIN entities e ON e.id = c.entity_id ORDER BY e.key
                """
            }
        try store.connection.each(query) { row in keys.append(row.text(0)) }
        return keys
    }

    /// What a third person decided about all of the samples.
    private func foreignLines() throws -> [String] {
        let store = try Store(path: scratch.path + "/other.db", mode: .write, data: data)
        let batch = try store.beginBatch(command: "load")
        for record in SampleStore.records { try batch.load(record, input: record.id) }
        _ = try batch.finish()
        var lines: [String] = []
        for subject in Store.IdentitySubject.allCases {
            let keys = try self.keys(store, subject)
            for (number, key) in keys.enumerated().dropFirst() {
                let decision = try store.decide(
                    Store.IdentityVerdict.allCases[number % 3], subject, keys[number - 1], key, author: "cy",
                    reason: "")
                if number % 4 == 0 { _ = try store.undo(decision: decision.number, author: "cy") }
            }
        }
        try store.exportDecisions { lines.append($0) }
        return lines
    }
}

/// Numbers that look random and are the same each time (SplitMix64).
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 to below `bound`.
    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
    }
}
