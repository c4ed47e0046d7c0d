internal import ArgumentParser
internal import Ingestion
internal import KnowledgeBase
internal import Record

/// `annals reextract`
struct Reextract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read stored texts again with this program and its tables, and say what that changes.",
        discussion: """
            The readings are a batch: `annals undo` brings back what was read before. Decisions hold. What somebody else's \
            extractor read goes before ours and is left as it is.

            EXAMPLES
              annals reextract                         what `annals stale` lists
              annals reextract 3f9a2c1b04de            one document, by key, address or title
              annals reextract --all
            """)

    @Argument(help: ArgumentHelp("Only these, by key, address or title.", valueName: "document"))
    var documents: [String] = []

    @Flag(help: "All documents.")
    var all = false

    @Flag(help: "Those that an older extractor read, or one with older tables (the default).")
    var stale = false

    @Option(
        help: ArgumentHelp("How many documents are read at a time. Default: the number of cores.", valueName: "number"))
    var jobs: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOption

    func validate() throws {
        guard jobs.map({ (1...256).contains($0) }) ?? true else { throw ValidationError("--jobs is 1 to 256.") }
        guard [!documents.isEmpty, all, stale].count(where: { $0 }) <= 1 else {
            throw ValidationError("Documents, --all and --stale go without each other.")
        }
    }

    func run() throws {
        let data = try database.data.folder()
        let store = try database.open(.write)
        let selection: TextSelection = all ? .all : documents.isEmpty ? .stale : .documents(documents)
        let texts = try store.texts(selection, for: Rereader.version(data: data))
        if selection != .stale {
            for (key, extractor) in texts.foreign {
                Terminal.note("\(key): read by \(Terminal.shown(extractor)), whose reading is kept.\n")
            }
        }
        guard !texts.versions.isEmpty else {
            Terminal.note("Nothing to read again.\n")
            throw Failure.partial
        }
        let rereader = try Rereader(data: data, jobs: jobs ?? Loader.defaultJobs)
        var bar = ProgressBar()
        let (summary, diff) = try store.diff {
            try rereader.read(texts.versions, in: store, command: command) { count in
                bar.show(count, of: texts.versions.count, unit: "documents")
            }
        }
        bar.clear()
        DiffView(diff: diff, width: Terminal.width).write(output)
        Terminal.note(
            "\(summary.changed) documents read again (batch \(summary.batch)); `annals undo \(summary.batch)` brings back what was "
                + "read before.\n")
    }

    private var command: String {
        (["reextract"] + (all ? ["--all"] : documents.isEmpty ? ["--stale"] : documents)).joined(separator: " ")
    }
}
