public import SQLite
public import Tables

/// Why a store cannot be opened or used.
public enum StoreError: Error, CustomStringConvertible {
    /// There is no file at this path.
    case missing(path: String)
    /// The file is no SQLite database, or one that is not ours.
    case foreign(path: String, detail: String)
    /// The file was made by a newer version of Annals.
    case tooNew(path: String, version: Int, known: Int)
    /// Somebody else is writing.
    case busy(path: String)
    /// Nothing in the store answers to what was asked for.
    case notFound(String)
    case data(DataError)
    case sqlite(SQLiteError)

    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such knowledge base. `annals load PATH…` makes one; --db or ANNALS_DB names another."
        case .foreign(let path, let detail):
            "\(path): this is not a knowledge base made by Annals (\(detail)). Name another file with --db; this one was left as it is."
        case .tooNew(let path, let version, let known):
            "\(path): made by a newer Annals (store version \(version), this program knows up to \(known)). Install that version to read it."
        case .busy(let path):
            "\(path): another program is writing to it. Try again when it has finished."
        case .notFound(let what): what
        case .data(let error): error.description
        case .sqlite(let error): "\(error)"
        }
    }
}
