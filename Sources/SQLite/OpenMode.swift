internal import CSQLite

/// How a file is opened.
public enum OpenMode: Sendable {
    /// For reading; it must exist.
    case readOnly
    /// For reading a file that nobody changes meanwhile, on a medium or in a folder that cannot be written: no locks, no side files.
    case immutable
    /// For reading and writing; it must exist.
    case readWrite
    /// For reading and writing; it is made if there is none.
    case create

    var flags: Int32 {
        // One connection belongs to one thread at a time, so SQLite need not lock it.
        let common = SQLITE_OPEN_NOMUTEX
        return switch self {
        case .readOnly: common | SQLITE_OPEN_READONLY
        case .immutable: common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        case .readWrite: common | SQLITE_OPEN_READWRITE
        case .create: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        }
    }
}
