internal import ArgumentParser
internal import KnowledgeBase

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `annals brief`
struct Brief: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a sourced page about an event or an entity: what is agreed, disputed, open.",
        discussion: """
            The page is Markdown; every line names the texts it was read from, and `annals why` shows their words. Copies of a text count \
            once.

            EXAMPLES
              annals brief 'North Korea' > north-korea.md
              annals brief 3f9a2c1b04de.e153
              annals brief Zelensky --as-of 2025-01-12
            """)

    @Argument(help: ArgumentHelp("The key of an event, or any name, alias, key or fragment.", valueName: "subject"))
    var subject: String

    @Flag(help: "One JSON object instead of a page.")
    var json = false

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let brief = try BriefWriter(store: reading.open()).brief(of: subject)
        guard json else {
            Terminal.write(brief.markdown)
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        Terminal.write(String(decoding: try encoder.encode(brief), as: UTF8.self) + "\n")
    }
}
