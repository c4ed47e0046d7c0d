internal import ArgumentParser
internal import KnowledgeBase

/// `annals export`
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the events for other programs: a map, a timeline, a graph, event data.",
        discussion: """
            geojson      a FeatureCollection of the events that have a place
            timelinejs   dated events for TimelineJS; a missing month or day stays missing
            graph        JSON Lines: things, events, and links between them
            plover       JSON Lines: an event a line, coded by PLOVER, CAMEO and ACLED, its participants by country and
                         sector (docs/coding.md)

            EXAMPLES
              annals export --to geojson > events.geojson
              annals export --to plover | jq -c 'select(.happened) | [.date, .source[0].code, .event[0]]'
            """)

    @Option(
        name: .customLong("to"), help: "geojson, timelinejs, graph or plover.",
        transform: { word in
            guard let format = ExportFormat(rawValue: word) else {
                throw ValidationError(
                    "--to is \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")); found `\(word)`.")
            }
            return format
        })
    var format: ExportFormat

    @OptionGroup var reading: ReadingOptions

    func run() throws { try reading.open().export(format) { Terminal.write($0) } }
}
