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
