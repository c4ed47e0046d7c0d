internal import ArgumentParser

/// In which form rows are printed.
struct OutputOptions: ParsableArguments {
    enum Format: EnumerableFlag {
        case table, json, nl, csv, tsv

        static func help(for value: Format) -> ArgumentHelp? {
            switch value {
            case .table: "Aligned columns for reading (the default)."
            case .json: "One JSON array of objects."
            case .nl: "One JSON object a line."
            case .csv: "Comma-separated values with a header (RFC 4180)."
            case .tsv: "Tab-separated values with a header."
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var format: Format?

    /// True if the form that was made for reading is wanted.
    var isForReading: Bool { format == nil || format == .table }
}
