internal import ArgumentParser
internal import KnowledgeBase
internal import Reading
internal import Record

/// `annals link`: records in, the same records with names for events and things that hold across all of them.
struct Link: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Name the events and things that records have in common: records in, the same records out.",
        discussion: """
            Each event gets `instance`, each mention `entity`: the same name in every record that tells of the same event or thing. \
            The comparison is that of `annals load`, but it keeps events without a type, compares those of one text too, and \
            joins two accounts from a lower probability on (threshold-link in data/identity/events.tsv): it weighs what is missed \
            as much as what is joined wrongly.

            EXAMPLE
              annals extract stories/ | annals link > linked.jsonl
            """)

    @Argument(help: ArgumentHelp("Files of records, or - for standard input (the default).", valueName: "path"))
    var paths: [String] = ["-"]

    @OptionGroup var data: DataOption

    func run() throws {
        let folder = try data.folder()
        let linker = try RecordLinker(data: folder)
        let reader = try DocumentReader(data: folder, overrides: Overrides(outlet: nil, published: nil))
        var failed = false
        for path in paths {
            try reader.read(path) { result in
                switch result {
                case .success(let item):
                    if case .record(let record) = item.content {
                        try linker.add(record)
                    } else {
                        failed = true
                        Terminal.note(
                            "\(Terminal.shown(item.document.id)): this is a text, not a record: `annals extract` makes one of it.\n"
                        )
                    }
                case .failure(let failure):
                    failed = failed || failure.kind != .skipped
                    Terminal.note("\(Terminal.shown("\(failure)"))\n")
                }
            }
        }
        try linker.finish { record in Terminal.write(String(decoding: record.json, as: UTF8.self) + "\n") }
        if failed { throw Failure.partial }
    }
}
