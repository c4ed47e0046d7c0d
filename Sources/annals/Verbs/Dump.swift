internal import ArgumentParser
internal import KnowledgeBase

/// `annals dump`
struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the content in a canonical text form: two files with the same knowledge give the same lines.")

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        try reading.open().dump { Terminal.write($0 + "\n") }
    }
}
