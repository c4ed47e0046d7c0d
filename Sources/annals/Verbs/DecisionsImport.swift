internal import ArgumentParser
internal import KnowledgeBase

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `annals decisions import`
struct DecisionsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over the decisions of another file, as one batch that `annals undo` takes back.",
        discussion: """
            What is here already is not taken twice. A pair that two people decide contradictorily counts as unsure. What is about \
            documents that are not here takes effect when they come. Lines that cannot be used are listed and left out.

            EXAMPLE
              annals decisions import ben.jsonl
            """)

    @Argument(help: ArgumentHelp("A file of `annals decisions export`; - is standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let text: String
        if file == "-" {
            text = StandardInput.readText()
        } else {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw ValidationError("\(file): there is no such file, or it cannot be read.")
            }
            text = String(decoding: bytes, as: UTF8.self)
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let result = try database.open(.write).importDecisions(
            lines, input: file, command: "decisions import \(file)", isTrial: dryRun)
        for line in result.badLines {
            Terminal.note("\(Terminal.shown("\(file):\(line.number): left out: \(line.reason)"))\n")
        }
        var counts = ["\(result.new) new", "\(result.same) same", "\(result.badLines.count) left out"]
        if result.takenBack > 0 { counts.append("\(result.takenBack) taken or brought back") }
        if result.waiting > 0 { counts.append("\(result.waiting) about what is not here yet") }
        if result.contested > 0 {
            counts.append("\(result.contested) pair(s) that people differ about, which count as unsure")
        }
        ChangeView(change: result.change, isTrial: dryRun).print(
            "\(counts.joined(separator: ", ")) (batch \(result.batch)); `annals undo \(result.batch)` takes it back.")
        if !result.badLines.isEmpty { throw Failure.partial }
    }
}
