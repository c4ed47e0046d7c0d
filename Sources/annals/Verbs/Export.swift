internal import ArgumentParser
internal import KnowledgeBase

/// `annals export`
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the knowledge base for other programs: a map, a timeline, a network, notes, event data.",
        discussion: """
            \(ExportFormat.allCases.map { DisplayWidth.pad($0.rawValue, to: 12) + $0.title }.joined(separator: "\n"))

            What cannot be shown (no date, no place) is counted on standard error. docs/exports.md has a paragraph on each.

            EXAMPLES
              annals export --to timelinejs Zelensky > timeline.json
              annals export --to geojson > events.geojson
              annals export --to notes --output vault/
              annals export --to datasette > metadata.json && datasette serve annals.db -m metadata.json
            """)

    @Option(
        name: .customLong("to"), help: ArgumentHelp("The form; --list shows all.", valueName: "format"),
        transform: { word in
            guard let format = ExportFormat(rawValue: word) else {
                throw ValidationError(
                    "--to is \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")); found `\(word)`.")
            }
            return format
        })
    var format: ExportFormat?

    @Argument(
        help: ArgumentHelp(
            "timelinejs, geojson: only what it takes part in; any name, alias or key.", valueName: "entity"))
    var entity: String?

    @Flag(help: "List the forms.")
    var list = false

    @Option(help: ArgumentHelp("csv, notes: the folder to write.", valueName: "folder"))
    var output: String?

    @Flag(help: "Overwrite files that no export made, or that somebody has changed.")
    var force = false

    @Flag(help: "Also what is planned, demanded, supposed, usual or denied; notes: also what has no name.")
    var all = false

    @Option(
        help: ArgumentHelp("timelinejs: a row for each class, type or place of events, or none.", valueName: "by"),
        transform: { word in
            guard let grouping = ExportOptions.Grouping(rawValue: word) else {
                throw ValidationError("--group is class, type, place or none; found `\(word)`.")
            }
            return grouping
        })
    var group: ExportOptions.Grouping?

    @Flag(help: "csv: leave cells as they are even where a spreadsheet would run them as formulas.")
    var keepFormulas = false

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard !list else { return }
        guard let format else { throw ValidationError("Name a form with --to; --list shows all.") }
        if format.isFolder, output == nil { throw ValidationError(ExportError.needsFolder(format).description) }
        if !format.isFolder, output != nil { throw ValidationError(ExportError.needsNoFolder(format).description) }
        if entity != nil, !format.takesEntity {
            throw ValidationError("\(format.rawValue) is about everything; only timelinejs and geojson take an entity.")
        }
        if group != nil, format != .timelinejs { throw ValidationError("--group is for timelinejs.") }
        if all, [.ftm, .datasette, .plover].contains(format) {
            throw ValidationError("--all makes no difference to \(format.rawValue).")
        }
        if keepFormulas, format != .csv { throw ValidationError("--keep-formulas is for csv.") }
        if force, !format.isFolder { throw ValidationError("--force is for csv and notes.") }
    }

    func run() throws {
        guard !list, let format else {
            for format in ExportFormat.allCases {
                Terminal.write("\(DisplayWidth.pad(format.rawValue, to: 12))\(format.title)\n")
            }
            return
        }
        var options = ExportOptions()
        options.entity = entity
        options.includesAll = all
        options.grouping = group ?? .class
        options.keepsFormulas = keepFormulas
        options.databaseName = reading.database.name
        if format == .datasette { options.queries = try QueryOptions.library(reading.database.data.folder()).queries }
        let store = try reading.open()
        let summary =
            if let output {
                try store.export(format, options: options, toFolder: output, isForced: force)
            } else {
                try stream(format, of: store, options)
            }
        Terminal.note("\(Terminal.shown(summary.sentence))\n")
    }

    /// Writes to standard output, in pieces of 64 kB.
    private func stream(_ format: ExportFormat, of store: Store, _ options: ExportOptions) throws -> ExportSummary {
        var pending = ""
        let summary = try store.export(format, options: options) { text in
            pending += text
            guard pending.utf8.count >= 65_536 else { return }
            Terminal.write(pending)
            pending = ""
        }
        Terminal.write(pending)
        return summary
    }
}
