internal import ArgumentParser
internal import Ingestion
internal import KnowledgeBase
internal import Record

/// `annals stale`
struct Stale: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the documents that an older extractor read, or one with older tables.",
        discussion: """
            `annals reextract` reads them again.
            """)

    @Option(help: "At most so many.")
    var limit = 200

    @OptionGroup var options: QueryOptions

    func run() throws {
        let current = try Rereader.version(data: options.database.data.folder())
        try options.answer(
            "stale", ["version": current.version, "resources": current.resources, "limit": String(limit)])
    }
}
