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
    /// The file was made by an earlier version of Annals and has not been brought up to date.
    case tooOld(path: String, version: Int, known: Int)
    /// Somebody else is writing.
    case busy(path: String)
    /// The disk, the permissions or damage keep the file from being read or written; the reason says what to do.
    case unusable(path: String, reason: String)
    /// Nothing in the store answers to what was asked for.
    case notFound(String)
    case data(DataError)
    case sqlite(SQLiteError)

    /// What SQLite refused, as what it means for the file. Mistakes in a statement stay what they are.
    public init(_ error: SQLiteError, path: String) {
        if error.isBusy {
            self = .busy(path: path)
        } else if error.isNotADatabase {
            self = .foreign(path: path, detail: "not an SQLite file")
        } else if let reason = Self.reason(for: error) {
            self = .unusable(path: path, reason: reason)
        } else {
            self = .sqlite(error)
        }
    }

    /// Why a file cannot be read or written and what to do, in words; nil if the file is not to blame.
    public static func reason(for error: SQLiteError) -> String? {
        if error.isFull {
            "the disk is full. What was loaded before is safe; make room and load the same input again."
        } else if ["SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY"].contains(error.name) {
            "a write to it was cut off, and only a writer can clear that away. `annals verify --rebuild` does."
        } else if error.isReadOnly {
            "it cannot be written: the file, its folder or the disk is read-only. Change that, or name another file with --db."
        } else if error.isCorrupt {
            "it is damaged, so that SQLite cannot read it. Go back to a copy, or load the articles into a new file."
        } else if error.isCannotOpen {
            "it cannot be opened. It has to be a file in a folder that is there, and that you may read and write."
        } else if error.isInputOutput {
            "it cannot be read or written (\(error.name)): see to the disk, and to limits on the size of files. "
                + "What was loaded before is safe."
        } else {
            nil
        }
    }

    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such knowledge base. `annals load PATH…` makes one; --db or ANNALS_DB names another."
        case .foreign(let path, let detail):
            "\(path): this is not a knowledge base made by Annals (\(detail)). Name another file with --db; this one was left as it is."
        case .tooNew(let path, let version, let known):
            "\(path): made by a newer Annals (store version \(version), this program knows up to \(known)). Install that version to read it."
        case .tooOld(let path, let version, let known):
            "\(path): made by an earlier Annals (store version \(version), this program reads \(known)). `annals verify --rebuild` brings it up to date; loading does so too."
        case .busy(let path):
            "\(path): another program is writing to it. Try again when it has finished."
        case .unusable(let path, let reason): "\(path): \(reason)"
        case .notFound(let what): what
        case .data(let error): error.description
        case .sqlite(let error): "\(error)"
        }
    }
}
