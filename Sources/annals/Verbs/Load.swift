internal import ArgumentParser
internal import Ingestion
internal import KnowledgeBase
internal import Reading

/// `annals load`: articles into the knowledge base.
struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read articles into the knowledge base.",
        discussion: """
            Plain text, Markdown with front matter, saved web pages, JSON Lines, RSS and Atom files, folders of them, and - for \
            standard input. Lines of `annals extract` are loaded as they are. Each document is written whole or not at all; \
            what cannot be read is listed and the rest is loaded. Loading again changes nothing.

            EXAMPLES
              annals load articles/
              annals load --outlet 'Kyiv Post' --published 2025-01-12 story.txt
              curl … | annals load -
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("Who published the documents.", valueName: "name"))
    var outlet: String?

    @Option(help: ArgumentHelp("When they were published, such as 2025-01-12.", valueName: "date"))
    var published: String?

    @Option(
        help: ArgumentHelp(
            "When this text was last changed. Of several texts of one address the latest counts.", valueName: "date"))
    var updated: String?

    @Option(help: ArgumentHelp("The address of the document.", valueName: "address"))
    var url: String?

    @Option(
        help: ArgumentHelp("How many documents are read at a time. Default: the number of cores.", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Say on standard error how long each stage took.")
    var profile = false

    @Flag(name: .shortAndLong, help: "Say nothing but what failed.")
    var quiet = false

    @OptionGroup var database: DatabaseOption

    func validate() throws {
        guard jobs.map({ (1...256).contains($0) }) ?? true else { throw ValidationError("--jobs is 1 to 256.") }
    }

    func run() throws {
        let data = try database.data.folder()
        let overrides = Overrides(outlet: outlet, published: published, updated: updated, url: url)
        let loader = try Loader(data: data, overrides: overrides, jobs: jobs ?? Loader.defaultJobs)
        let store = try database.open(.write)
        var bar = ProgressBar()
        var spent = LoadProfile()
        let summary = try loader.load(paths, into: store, command: command, profile: &spent) { progress in
            switch progress {
            case .loaded(let count): bar.show(count, of: nil, unit: "documents")
            case .failed(let failure):
                bar.clear()
                Terminal.note("\(Terminal.shown("\(failure)"))\n")
            case .warning(let warning):
                guard !quiet else { return }
                bar.clear()
                Terminal.note("\(Terminal.shown("\(warning)"))\n")
            }
        }
        bar.clear()
        if !quiet {
            Terminal.note(
                "\(database.resolved): \(summary.new) new, \(summary.changed) changed, \(summary.same) same, "
                    + "\(summary.failed) failed (batch \(summary.batch))\n")
        }
        if summary.superseded > 0, !quiet {
            Terminal.note(
                "Of \(summary.superseded) document(s) another text counts, which is newer than the one loaded now or is not dated "
                    + "before it: see `annals query versions`. --updated says when a text was last changed.\n")
        }
        if profile { for (name, value) in spent.lines { Terminal.note("profile\t\(name)\t\(value)\n") } }
        if summary.failed > 0 || summary.loaded == 0 { throw Failure.partial }
    }

    private var command: String {
        (["load"] + paths
            + [
                outlet.map { "--outlet \($0)" }, published.map { "--published \($0)" },
                updated.map { "--updated \($0)" },
                url.map { "--url \($0)" },
            ]
            .compactMap { $0 }).joined(separator: " ")
    }
}
