internal import ArgumentParser
internal import KnowledgeBase

/// `annals dump`
struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the content in a canonical text form: two files with the same knowledge give the same lines.")

    @OptionGroup var database: DatabaseOption

    func run() throws {
        try database.open(.read).dump { Terminal.write($0 + "\n") }
    }
}

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
