internal import Foundation
internal import Tables
internal import Testing

@Suite("The command line")
struct CommandTests {
    let scratch: Scratch
    let database: String
    let samples: String

    init() throws {
        scratch = try Scratch()
        database = scratch.path + "/kb.db"
        samples = try DataFolder.locate().path + "/samples"
    }

    /// The samples, loaded once for all tests that only read.
    private static let loaded: Result<Scratch, any Error> = Result {
        let folder = try Scratch()
        let samples = try DataFolder.locate().path + "/samples"
        _ = try Program.run(["load", samples], database: folder.path + "/kb.db")
        return folder
    }

    /// How many articles the samples are.
    private static let sampleCount = 15

    /// Puts a copy of the loaded samples where this test's knowledge base is.
    private func useLoadedSamples() throws {
        try FileManager.default.copyItem(atPath: Self.loaded.get().path + "/kb.db", toPath: database)
    }

    private func annals(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try Program.run(arguments, database: database, input: input)
    }

    @Test("says its version and teaches by example")
    func help() throws {
        #expect(try annals("--version").output == "0.1.0\n")
        let help = try annals("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("EXAMPLES"))
    }

    @Test(
        "every verb explains itself and stands in the manual",
        arguments: [
            "load", "extract", "parse", "timeline", "disagreements", "brief", "why", "entity", "event", "search",
            "query",
            "sql", "link",
            "candidates", "review", "same", "different", "unsure", "decisions", "undo", "redo", "log", "diff", "stale",
            "reextract", "show", "status", "export", "dump", "verify",
        ])
    func verb(name: String) throws {
        let outcome = try annals(name, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: annals"))
        let root = URL(fileURLWithPath: try DataFolder.locate().path).deletingLastPathComponent().path
        let manual = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/docs/annals.1")), as: UTF8.self)
        #expect(manual.contains("Cm \(name)"), "docs/annals.1 does not mention \(name)")
    }

    @Test(
        "reads the events that each line names, and says which lines name none",
        arguments: [
            (#"{"id":"a","text":"Troops attacked the town.","events":[{"start":7,"end":15}]}"#, 0, ""),
            (
                #"{"id":"a","text":"Troops attacked.","events":[{"start":7,"end":40}]}"#, 1,
                "-:1: event span 7-40 lies outside"
            ),
            (
                #"{"id":"a","text":"Troops attacked.","events":[{"start":7,"end":7}]}"#, 1,
                "-:1: the event 7-7 is no span"
            ),
            (
                #"{"id":"a","text":"Troops attacked.","events":[{"start":6,"end":7}]}"#, 1,
                "-:1: the event 6-7 holds no word"
            ),
            (#"{"id":"a","text":"Troops attacked."}"#, 1, "-:1: it names no events"),
        ])
    func givenEvents(line: String, status: Int, message: String) throws {
        let outcome = try annals("extract", "--given-events", "-", input: line + "\n")
        #expect(Int(outcome.status) == status)
        #expect(outcome.messages.hasPrefix(message))
        #expect(outcome.output.contains(#""type":"attack""#) == (status == 0))
    }

    @Test("loads the samples, and again without a change")
    func load() throws {
        let count = Self.sampleCount
        let first = try annals("load", samples)
        #expect(first.status == 0, "\(first.messages)")
        #expect(first.messages.contains("\(count) new, 0 changed, 0 same, 0 failed"))
        let dump = try annals("dump").output
        let second = try annals("load", samples)
        #expect(second.messages.contains("0 new, 0 changed, \(count) same, 0 failed"))
        #expect(try annals("dump").output == dump)
        #expect(try annals("verify").status == 0)
        // Batch 2 asked for the same documents: without batch 1 they are still there.
        #expect(try annals("undo", "1").status == 0)
        #expect(try annals("dump").output == dump)
        let trial = try annals("undo", "2", "--dry-run")
        #expect(trial.output.contains("documents: \(count) → 0"), "\(trial.output)")
        #expect(try annals("dump").output == dump)
        #expect(try annals("undo", "2").status == 0)
        #expect(try annals("status", "--tsv").output.contains("documents\t0"))
        #expect(try annals("verify").status == 0)
        #expect(try annals("redo", "1").status == 0)
        #expect(try annals("dump").output == dump)
        #expect(try annals("undo", "1").status == 0)
        #expect(try annals("load", samples).messages.contains("\(count) new"))
        #expect(try annals("dump").output == dump)
    }

    @Test("the order of loading makes no difference")
    func order() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: samples).sorted()
        var dumps: Set<String> = []
        for (number, order) in [files, files.reversed(), Array(files.dropFirst(3) + files.prefix(3))].enumerated() {
            let file = scratch.path + "/\(number).db"
            // In two batches, so that events also meet across batches.
            for batch in [order.prefix(4), order.dropFirst(4)] {
                _ = try Program.run(["load"] + batch.map { samples + "/" + $0 }, database: file)
            }
            dumps.insert(try Program.run(["dump"], database: file).output)
        }
        #expect(dumps.count == 1)
    }

    @Test("extract and load over a pipe give what load gives by itself")
    func pipe() throws {
        let records = try annals("extract", samples)
        #expect(records.status == 0)
        let loaded = try annals("load", "-", input: records.output)
        #expect(loaded.messages.contains("\(Self.sampleCount) new"), "\(loaded.messages)")
        let direct = scratch.path + "/direct.db"
        _ = try Program.run(["load", samples], database: direct)
        #expect(try annals("dump").output == (try Program.run(["dump"], database: direct).output))
    }

    @Test("answers in every form", arguments: ["--json", "--nl", "--csv", "--tsv", "--table"])
    func forms(flag: String) throws {
        try useLoadedSamples()
        let outcome = try annals("timeline", "Zelensky", flag)
        #expect(outcome.status == 0, "\(outcome.messages)")
        switch flag {
        case "--json":
            let rows = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
            #expect(rows?.isEmpty == false)
        case "--nl":
            for line in outcome.output.split(separator: "\n") {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
            }
        case "--csv": #expect(outcome.output.hasPrefix("date,"))
        case "--tsv": #expect(outcome.output.hasPrefix("date\t"))
        default:
            for line in outcome.output.split(separator: "\n") { #expect(line.unicodeScalars.count <= 80, "\(line)") }
        }
    }

    @Test("a brief is a page, or one JSON object")
    func brief() throws {
        try useLoadedSamples()
        let page = try annals("brief", "Kryvyi Rih")
        #expect(page.status == 0, "\(page.messages)")
        #expect(page.output.hasPrefix("# Kryvyi Rih\n"))
        #expect(page.output.contains("\n## Agreed\n") && page.output.contains("\n## Disputed\n"))
        let json = try annals("brief", "Kryvyi Rih", "--json")
        let brief = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((brief?["sources"] as? [Any])?.isEmpty == false)
        #expect(try annals("brief", "Nobody of This Name").status == 1)
    }

    @Test("options of the knowledge base may stand before the verb")
    func leadingOptions() throws {
        try useLoadedSamples()
        #expect(try Program.run(["--db", database, "status"]).status == 0)
    }

    @Test("ends with the documented exit codes and no backtrace")
    func exitCodes() throws {
        let cases: [(arguments: [String], status: Int32)] = [
            (["timeline", "Zelensky"], 3), (["frobnicate"], 2), (["load"], 2), (["query", "no-such-query"], 2),
            (["load", scratch.path + "/no-such-file.txt"], 1),
        ]
        for (arguments, status) in cases {
            let outcome = try Program.run(arguments, database: scratch.path + "/none.db")
            #expect(outcome.status == status, "\(arguments): \(outcome.messages)")
            #expect(!outcome.messages.isEmpty)
            #expect(!outcome.messages.contains("Fatal error"))
            try? FileManager.default.removeItem(atPath: scratch.path + "/none.db")
        }
        try useLoadedSamples()
        #expect(try annals("timeline", "Nobody of This Name").status == 1)
        #expect(try annals("sql", "DELETE FROM facts").status == 3)
        #expect(try annals("sql", "SELECT 1 AS one", "--tsv").output == "one\n1\n")
    }

    @Test("a file that is not ours is refused and left alone")
    func foreign() throws {
        try Data("this is a text and no database".utf8).write(to: URL(fileURLWithPath: database))
        let outcome = try annals("load", samples)
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("not a knowledge base"))
        #expect(try String(contentsOfFile: database, encoding: .utf8) == "this is a text and no database")
    }

    @Test("terminal control characters of a text never reach the terminal")
    func escapes() throws {
        _ = try annals(
            "load", "-",
            input: "{\"id\":\"x\",\"title\":\"a\\u001b[2Jb\",\"text\":\"Ukraine\\u001b[31m captured two soldiers.\"}\n")
        for verb in [["search", "captured"], ["sql", "SELECT * FROM live_documents"]] {
            let outcome = try Program.run(verb, database: database)
            #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
        }
    }
}
