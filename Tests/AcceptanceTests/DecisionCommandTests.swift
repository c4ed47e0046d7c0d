internal import Foundation
internal import KnowledgeBase
internal import SQLite
internal import Tables
internal import Testing

@Suite("Decisions on the command line")
struct DecisionCommandTests {
    let scratch: Scratch
    let database: String

    init() throws {
        scratch = try Scratch()
        database = scratch.path + "/kb.db"
        try FileManager.default.copyItem(atPath: Self.loaded.get().path + "/kb.db", toPath: database)
    }

    /// The samples, loaded once.
    private static let loaded: Result<Scratch, any Error> = Result {
        let folder = try Scratch()
        let samples = try DataFolder.locate().path + "/samples"
        _ = try Program.run(["load", samples], database: folder.path + "/kb.db")
        return folder
    }

    private func annals(_ arguments: String..., input: String? = nil, in file: String? = nil) throws -> Program.Outcome
    {
        let outcome = try Program.run(arguments, database: file ?? database, input: input)
        #expect(!outcome.messages.contains("Fatal error"), "\(arguments): \(outcome.messages)")
        return outcome
    }

    private func candidates(_ file: String? = nil) throws -> [[String: Any]] {
        let outcome = try annals("candidates", "--json", "--limit", "20", in: file)
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
    }

    private func keys(_ row: [String: Any]) -> (String, String) {
        (row["left_id"] as? String ?? "", row["right_id"] as? String ?? "")
    }

    @Test("candidates have both sides with their sentences, and what is decided is none any more")
    func listing() throws {
        let found = try candidates()
        try #require(!found.isEmpty)
        for row in found {
            for column in ["kind", "state", "reasons", "left", "right", "left_sentence", "right_sentence"] {
                #expect((row[column] as? String)?.isEmpty == false, "\(column) of \(row)")
            }
        }
        let (left, right) = keys(found[0])
        #expect(try annals("unsure", left, right, "--author", "ada").status == 0)
        #expect(!(try candidates()).contains { keys($0) == (left, right) })
        #expect(try annals("candidates", "--kind", "place").status == 2)
        #expect(try annals("candidates", "--kind", "entity", "--nl").output.contains("\"event\"") == false)
    }

    @Test("review needs a terminal and says so")
    func noTerminal() throws {
        let outcome = try annals("review", input: "s")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("terminal"))
        #expect(try annals("log", "--decisions").status == 1)
    }

    @Test("review takes keys, writes down who decided, goes back and quits")
    func review() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
        let before = try annals("dump").output
        let outcome = try inTerminal(["review", "--author", "ada", "--limit", "4"], keys: "sxdubks")
        #expect(outcome.contains("1 of 4"))
        #expect(outcome.contains("3 decisions by ada"), "\(outcome)")
        let log = try annals("log", "--decisions", "--json").output
        #expect(log.contains("ada: "))
        #expect(log.contains("are same (review)"))
        #expect(log.contains("ada took d3 back"))
        #expect(try annals("verify").status == 0)
        // What was decided first is taken back last.
        let numbers = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [[String: Any]] ?? []
        for entry in numbers where entry["state"] as? String == "" {
            guard let number = entry["number"] as? String, !number.isEmpty else { continue }
            #expect(try annals("undo", number).status == 0)
        }
        #expect(try annals("dump").output == before)
    }

    /// Runs the command on a pseudo-terminal and presses keys.
    private func inTerminal(_ arguments: [String], keys: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        let words = ([Program.path] + arguments + ["--db", database]).map { "'\($0)'" }.joined(separator: " ")
        process.arguments = ["-qec", words, "/dev/null"]
        let (input, output) = (scratch.path + "/keys", scratch.path + "/shown")
        try Data(keys.utf8).write(to: URL(fileURLWithPath: input))
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    }

    @Test("two people exchange what they decided and end with one dump")
    func exchange() throws {
        let other = scratch.path + "/other.db"
        try FileManager.default.copyItem(atPath: database, toPath: other)
        let found = try candidates()
        try #require(found.count > 2)
        let (left, right) = keys(found[0])
        #expect(try annals("different", left, right, "--author", "ada", "--reason", "two days").status == 0)
        #expect(try annals("same", left, right, "--author", "ben", in: other).status == 0)
        let (third, fourth) = keys(found[1])
        #expect(try annals("different", third, fourth, "--author", "ben", in: other).status == 0)
        let (ada, ben) = (scratch.path + "/ada.jsonl", scratch.path + "/ben.jsonl")
        #expect(try annals("decisions", "export", ada).status == 0)
        #expect(try annals("decisions", "export", ben, in: other).status == 0)
        let before = try annals("dump").output
        let taken = try annals("decisions", "import", ben)
        #expect(taken.status == 0, "\(taken.messages)")
        #expect(taken.messages.contains("2 new") && taken.messages.contains("differ"))
        #expect(
            try annals("decisions", "import", "-", input: try String(contentsOfFile: ada, encoding: .utf8), in: other)
                .status == 0)
        #expect(try annals("dump").output == annals("dump", in: other).output)
        #expect(try annals("candidates", "--limit", "1").output.contains("people differ"))
        #expect(
            try annals("--db", database, "decisions", "export").output
                == annals("decisions", "export", in: other).output)
        #expect(try annals("log").output.contains("decisions import"))
        #expect(try annals("undo", "2").status == 0)
        #expect(try annals("dump").output == before)
        let bad = try annals("decisions", "import", "-", input: "{}\nnothing\n")
        #expect(bad.status == 1)
        #expect(bad.messages.contains("-:1: left out") && bad.messages.contains("-:2: left out"))
        #expect(try annals("decisions", "import", scratch.path + "/none.jsonl").status == 2)
    }

    @Test("what an older program read is listed and read again, and that can be taken back")
    func stale() throws {
        #expect(try annals("stale").status == 1)
        #expect(try annals("reextract").status == 1)
        let before = try annals("dump").output
        let connection = try Store(path: database, mode: .write, data: DataFolder.locate()).connection
        try connection.run("UPDATE extractors SET version = '0.0.9'")
        let count = try annals("stale", "--nl").output.split(separator: "\n").count
        #expect(count > 5)
        let (left, right) = keys(try #require(try candidates().first))
        #expect(try annals("different", left, right, "--author", "ada").status == 0)
        let decided = try annals("dump").output
        let read = try annals("reextract")
        #expect(read.status == 0, "\(read.messages)")
        #expect(read.output == "Nothing is different.\n")
        #expect(read.messages.contains("\(count) documents read again (batch 2)"))
        #expect(try annals("dump").output == decided)
        #expect(try annals("stale").status == 1)
        #expect(try annals("verify").status == 0)
        #expect(try annals("log").output.contains("reextract --stale"))
        #expect(try annals("undo", "2").status == 0)
        #expect(try annals("stale", "--nl").output.split(separator: "\n").count == count)
        #expect(try annals("undo", "d1").status == 0)
        #expect(try annals("dump").output == before)
        #expect(try annals("reextract", "no such document").status == 1)
    }

    @Test("a difference is told in words and as data")
    func difference() throws {
        let whole = try annals("diff", "1")
        #expect(whole.status == 0, "\(whole.messages)")
        #expect(whole.output.contains("EVENTS appeared"))
        #expect(try annals("diff", "1..").output == "Nothing is different.\n")
        #expect(try annals("undo", "1").status == 0)
        let rows = try JSONSerialization.jsonObject(with: Data(try annals("diff", "1..", "--json").output.utf8))
        let changes = Set((rows as? [[String: Any]] ?? []).compactMap { $0["change"] as? String })
        #expect(changes.contains("vanished") && !changes.contains("appeared"))
        #expect(try annals("diff", "7").status == 1)
        for wrong in ["x", "1..x", "..", "0"] { #expect(try annals("diff", wrong).status == 2) }
    }
}
