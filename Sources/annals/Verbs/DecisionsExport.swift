internal import ArgumentParser
internal import KnowledgeBase

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `annals decisions export`
struct DecisionsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all decisions, also those taken back, one a line.",
        discussion: """
            Each line names both sides by their keys and says in words what they are. `annals decisions import` takes the lines.

            EXAMPLE
              annals decisions export ada.jsonl
            """)

    @Argument(help: ArgumentHelp("Where to write; - is standard output (the default).", valueName: "file"))
    var file = "-"

    @OptionGroup var database: DatabaseOption

    func run() throws {
        var text = ""
        try database.open(.read).exportDecisions { text += $0 + "\n" }
        guard file != "-" else {
            Terminal.write(text)
            return
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw ValidationError("\(file): it cannot be written. Name a file in a folder that you may write to.")
        }
    }
}
