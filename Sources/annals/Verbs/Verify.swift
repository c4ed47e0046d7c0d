internal import ArgumentParser
internal import KnowledgeBase

/// `annals verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the file, its references, and every span against its text.")

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let problems = try database.open(.read).verify()
        for problem in problems { Terminal.write(Terminal.shown(problem) + "\n") }
        guard problems.isEmpty else { throw Failure.partial }
        Terminal.note("\(database.resolved): nothing is wrong.\n")
    }
}
