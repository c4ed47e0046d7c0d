internal import CSQLite

/// What SQLite refused, with the statement it was asked to run.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The extended result code: <https://www.sqlite.org/rescode.html>.
    public var code: Int32
    /// SQLite's words.
    public var message: String
    /// The statement, or nil where there was none (opening a file).
    public var sql: String?
    /// Where in `sql` it went wrong, in bytes of UTF-8; nil where SQLite does not say.
    public var offset: Int?

    public init(code: Int32, message: String, sql: String? = nil, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.sql = sql
        self.offset = offset
    }

    /// The result code without its extension.
    public var primaryCode: Int32 { code & 0xff }

    /// The code as SQLite's documentation calls it, such as `SQLITE_BUSY_SNAPSHOT`.
    public var name: String { String(cString: annals_code_name(code)) }

    /// Somebody else holds the lock.
    public var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
    /// The disk or the quota is full.
    public var isFull: Bool { primaryCode == SQLITE_FULL }
    /// The file, its folder or the connection may not be written.
    public var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
    /// The file is damaged.
    public var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT }
    /// The file is no SQLite database.
    public var isNotADatabase: Bool { primaryCode == SQLITE_NOTADB }
    /// There is no such file, or it may not be opened.
    public var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }
    /// The system failed to read or write.
    public var isInputOutput: Bool { primaryCode == SQLITE_IOERR }
    /// A constraint of the schema forbids it.
    public var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
    /// `Connection.interrupter` stopped it.
    public var isInterrupted: Bool { primaryCode == SQLITE_INTERRUPT }

    /// `near "FORM": syntax error (SQLITE_ERROR) at byte 9 of: SELECT * FORM t`
    public var description: String {
        guard let sql else { return "\(message) (\(name))" }
        let place = offset.map { " at byte \($0) of: " } ?? " in: "
        return "\(message) (\(name))\(place)\(sql)"
    }
}
