/// Why a folder cannot be written.
public enum ExportError: Error, CustomStringConvertible {
    /// Files that are not of an earlier export, or that somebody has changed since.
    case wouldOverwrite(folder: String, names: [String])
    case unwritable(path: String, reason: String)
    /// The format is several files.
    case needsFolder(ExportFormat)
    /// The format is one text.
    case needsNoFolder(ExportFormat)

    public var description: String {
        switch self {
        case .wouldOverwrite(let folder, let names):
            "\(folder): would overwrite \(names.prefix(5).joined(separator: ", "))"
                + (names.count > 5 ? " and \(names.count - 5) more" : "")
                + ", which no export made or somebody has changed since. Name another folder, or give --force. Nothing was written."
        case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
        case .needsFolder(let format): "\(format.rawValue) is a folder of files: name it with --output FOLDER."
        case .needsNoFolder(let format): "\(format.rawValue) is one text: it goes to standard output, without --output."
        }
    }
}
