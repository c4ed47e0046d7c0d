internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("Decisions that people exchange")
struct DecisionExchangeTests {
    let scratch: Scratch
    let data: DataFolder

    init() throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
    }

    private func store(_ name: String, _ records: [AnnotationRecord] = SampleStore.records) throws -> Store {
        let store = try Store(path: scratch.path + "/\(name).db", mode: .write, data: data)
        guard !records.isEmpty else { return store }
        let batch = try store.beginBatch(command: "load")
        for record in records { try batch.load(record, input: record.id) }
        _ = try batch.finish()
        return store
    }

    private func dump(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    private func lines(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.exportDecisions { lines.append($0) }
        return lines
    }

    @discardableResult
    private func read(_ lines: [String], into store: Store) throws -> DecisionImport {
        try store.importDecisions(lines.map { $0[...] }, input: "other.jsonl", command: "decisions import other.jsonl")
    }

    /// Pairs of events that the machine takes for one.
    private func pairs(_ store: Store) throws -> [(left: String, right: String)] {
        var pairs: [(left: String, right: String)] = []
        try store.connection.each(
            """
            SELECT l.key, r.key FROM event_pairs p JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
            WHERE p.verdict = 'same' ORDER BY l.key, r.key
            """
        ) { row in pairs.append((row.text(0), row.text(1))) }
        return pairs
    }

    private func verdict(_ store: Store, _ pair: (left: String, right: String)) throws -> [Value]? {
        try store.connection.firstRow(
            "SELECT verdict, contested, reasons FROM decided_pairs WHERE left_key = ? AND right_key = ?", pair.left,
            pair.right)
    }

    @Test("two people who read each other's lines end with the same, whoever reads first")
    func exchange() throws {
        let ada = try store("ada")
        let ben = try store("ben", SampleStore.records.reversed())
        let pairs = try self.pairs(ada)
        try #require(pairs.count > 2)
        try ada.decide(.different, .event, pairs[0].left, pairs[0].right, author: "ada", reason: "two days")
        try ada.decide(.unsure, .event, pairs[1].left, pairs[1].right, author: "ada", reason: "")
        let slip = try ada.decide(.different, .event, pairs[2].left, pairs[2].right, author: "ada", reason: "a slip")
        _ = try ada.undo(decision: slip.number, author: "ada")
        try ben.decide(.same, .event, pairs[0].left, pairs[0].right, author: "ben", reason: "one day")
        try ben.decide(
            .same, .entity, "annals:kim-jong-un", "annals:kim-yo-jong", author: "ben", reason: "no \"joke\"")
        let fromAda = try lines(ada)
        let fromBen = try lines(ben)
        let before = try (dump(ada), dump(ben))
        let result = try read(fromBen, into: ada)
        #expect(result.new == 2)
        #expect(result.contested == 1)
        try read(fromAda, into: ben)
        #expect(try dump(ada) == dump(ben))
        #expect(try lines(ada) == lines(ben))
        #expect(try ada.verify() == [])
        #expect(try ben.verify() == [])
        let word = try #require(try verdict(ada, pairs[0]))
        #expect(word[0] == "unsure")
        #expect(word[1] == 1)
        #expect(word[2].text?.contains("ada says different (two days)") == true)
        #expect(word[2].text?.contains("ben says same (one day)") == true)
        #expect(try verdict(ben, pairs[2]) == nil, "what was taken back does not count anywhere")
        // Again changes nothing, and taking all of it back restores what was.
        let both = try dump(ada)
        let again = try read(fromBen, into: ada)
        #expect((again.new, again.same) == (0, 2))
        #expect(try dump(ada) == both)
        _ = try ada.undo(batch: again.batch)
        #expect(try dump(ada) == both)
        _ = try ada.undo(batch: result.batch)
        #expect(try dump(ada) == before.0)
        #expect(try lines(ada) == fromAda)
        _ = try ada.redo(batch: result.batch)
        #expect(try dump(ada) == both)
    }

    @Test("what is taken back, or brought back, is so for both")
    func takenBack() throws {
        let ada = try store("ada")
        let ben = try store("ben")
        let pair = try #require(try pairs(ada).first)
        let before = try dump(ben)
        let number = try ada.decide(.different, .event, pair.left, pair.right, author: "ada", reason: "").number
        let decided = try dump(ada)
        try read(lines(ada), into: ben)
        #expect(try dump(ben) == decided)
        _ = try ada.undo(decision: number, author: "cy")
        #expect(try dump(ada) == before)
        try read(lines(ada), into: ben)
        #expect(try dump(ben) == before)
        _ = try ada.redo(decision: number, author: "ada")
        #expect(try dump(ada) == decided)
        try read(lines(ada), into: ben)
        #expect(try dump(ben) == decided)
        #expect(throws: StoreError.self) { try ada.redo(decision: number, author: "ada") }
    }

    @Test("what is about things that are not here waits for them, also as a link between others")
    func waiting() throws {
        let ada = try store("ada")
        let pairs = try self.pairs(ada)
        for pair in pairs {
            try ada.decide(.different, .event, pair.left, pair.right, author: "ada", reason: "all are two")
        }
        let ben = try store("ben", [])
        let result = try read(lines(ada), into: ben)
        #expect(result.waiting == pairs.count)
        let batch = try ben.beginBatch(command: "load")
        for record in SampleStore.records { try batch.load(record, input: record.id) }
        _ = try batch.finish()
        #expect(try dump(ben) == dump(ada))
        #expect(try ben.verify() == [])
    }

    @Test("lines that cannot be used are listed with their numbers, the others are taken")
    func badLines() throws {
        let ada = try store("ada")
        let pair = try #require(try pairs(ada).first)
        try ada.decide(.different, .event, pair.left, pair.right, author: "ada", reason: "")
        let good = try #require(try lines(ada).first)
        let ben = try store("ben")
        let bad = [
            "{", "[]", "{\"subject\":\"event\"}", good.replacing("different", with: "alike"),
            good.replacing("\"event\"", with: "\"place\""), good.replacing("ada", with: ""),
            good.replacing(pair.left, with: pair.right), good.replacing("T", with: " "),
            good.replacing(pair.left, with: "person:kim"),
        ]
        let result = try read([""] + bad + [good], into: ben)
        #expect(result.badLines.map(\.number) == Array(2...(bad.count + 1)))
        #expect(result.badLines.allSatisfy { !$0.reason.isEmpty })
        #expect(result.new == 1)
        #expect(try ben.failures(ofBatch: result.batch).count == bad.count)
        #expect(try dump(ben) == dump(ada))
    }

    @Test("of one author the last word counts, and who is sure goes before who is not")
    func words() throws {
        let store = try store("kb")
        let pair = try #require(try pairs(store).first)
        func say(_ verdict: Store.IdentityVerdict, _ author: String) throws -> String? {
            try store.decide(verdict, .event, pair.left, pair.right, author: author, reason: "")
            return try self.verdict(store, pair)?[0].text
        }
        #expect(try say(.same, "ada") == "same")
        #expect(try say(.different, "ada") == "different")
        #expect(try say(.unsure, "ben") == "different")
        #expect(try say(.same, "ben") == "unsure")
        #expect(try say(.unsure, "ada") == "same")
        #expect(try say(.unsure, "ben") == "unsure")
        #expect(try store.verify() == [])
    }
}
