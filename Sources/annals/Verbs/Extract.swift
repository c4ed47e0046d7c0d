internal import ArgumentParser
internal import Extraction
internal import Ingestion
internal import Reading
internal import Record

/// `annals extract`: documents in, annotation records out, no knowledge base.
struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what is read from articles as JSON Lines, one annotation record a line.",
        discussion: """
            A pure function of text and tables: the same input gives the same lines, so it runs as well under xargs -P or \
            any cluster's pipe. `annals load -` takes the lines. Let xargs -P write into a file: of a pipe that several programs \
            write to, the system keeps no lines of more than 4,096 bytes whole.

            With --given-events each line of JSON Lines names its events, with offsets in code points: \
            {"id": …, "text": …, "events": [{"start": 9, "end": 17}]}. These and no others are read, each with its type \
            (other where none fits), participants, times and the rest.

            EXAMPLES
              annals extract story.txt | annals load -
              annals extract < documents.jsonl > records.jsonl
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input (the default).", valueName: "path"))
    var paths: [String] = ["-"]

    @Option(help: ArgumentHelp("Who published the documents.", valueName: "name"))
    var outlet: String?

    @Option(help: ArgumentHelp("When they were published, such as 2025-01-12.", valueName: "date"))
    var published: String?

    @Option(
        help: ArgumentHelp("How many documents are read at a time. Default: the number of cores.", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Read the events that each line names by start and end, and find none.")
    var givenEvents = false

    @OptionGroup var data: DataOption

    func validate() throws {
        guard jobs.map({ (1...256).contains($0) }) ?? true else { throw ValidationError("--jobs is 1 to 256.") }
    }

    func run() throws {
        let folder = try data.folder()
        let extractor = try Extractor(data: folder)
        let reader = try DocumentReader(data: folder, overrides: Overrides(outlet: outlet, published: published))
        var failed = false
        // A record is read anew, from its text as it stands.
        let pipeline = ExtractionPipeline(
            extractor: extractor, jobs: jobs ?? Loader.defaultJobs, layers: givenEvents ? .triggers : .replaced
        ) { record in
            String(decoding: record.json, as: UTF8.self) + "\n"
        } receive: { line, _ in
            Terminal.write(line)
        }
        for path in paths {
            try reader.read(path) { result in
                switch result {
                case .success(let item):
                    if givenEvents, let fault = item.triggerFault {
                        failed = true
                        Terminal.note("\(Terminal.shown("\(fault)"))\n")
                    } else {
                        try pipeline.add(item)
                    }
                case .failure(let failure):
                    failed = failed || failure.kind != .skipped
                    Terminal.note("\(Terminal.shown("\(failure)"))\n")
                }
            }
        }
        try pipeline.finish()
        if failed { throw Failure.partial }
    }
}
