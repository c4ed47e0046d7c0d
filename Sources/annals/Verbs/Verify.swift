internal import ArgumentParser
internal import KnowledgeBase

/// `annals verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the file, its references, every span against its text, and all that follows from the texts.",
        discussion: """
            The derived layer (who is who, facts, disagreements, cards, counts) is made a second time from what was read and \
            compared with what the file says. Nothing is changed, unless --rebuild asks to put the new one in its place.
            """)

    @Flag(help: "Make the derived layer anew and say what was different.")
    var rebuild = false

    @OptionGroup var database: DatabaseOption

    func run() throws {
        if rebuild {
            let differences = try database.open(.write).rebuild()
            for (table, rows) in differences { Terminal.write("\(table): \(rows) row(s) were different\n") }
            if differences.isEmpty { Terminal.note("\(database.resolved): made anew; nothing was different.\n") }
        }
        let problems = try database.open(.read).verify()
        for problem in problems { Terminal.write(Terminal.shown(problem) + "\n") }
        guard problems.isEmpty else { throw Failure.partial }
        Terminal.note("\(database.resolved): nothing is wrong.\n")
    }
}
