internal import CSQLite

/// How durable a commit is.
public enum Durability: String, Sendable {
    /// A crash of the program loses nothing; a loss of power may lose the latest commits. For derived data.
    case off = "OFF"
    /// With a write-ahead log: a loss of power may lose the latest commits and damages nothing.
    case normal = "NORMAL"
    /// A loss of power loses nothing that was committed.
    case full = "FULL"
}

extension Connection {
    /// A setting's value as a number; 0 if it has none.
    public func pragma(_ name: String) throws(SQLiteError) -> Int {
        Int(try integer("PRAGMA \(try checked(name))") ?? 0)
    }

    /// A setting's value as text; nil if it has none.
    public func pragmaText(_ name: String) throws(SQLiteError) -> String? {
        try text("PRAGMA \(try checked(name))")
    }

    /// Changes a setting.
    /// - Returns: what SQLite made of it, for settings that answer.
    @discardableResult
    public func setPragma(_ name: String, _ value: String) throws(SQLiteError) -> String? {
        try text("PRAGMA \(try checked(name)) = \(try checked(value))")
    }

    @discardableResult
    public func setPragma(_ name: String, _ value: Int) throws(SQLiteError) -> String? {
        try text("PRAGMA \(try checked(name)) = \(value)")
    }

    /// Settings cannot be bound, so only plain words go through.
    private func checked(_ word: String) throws(SQLiteError) -> String {
        let isPlain = word.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
        guard isPlain, !word.isEmpty else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "`\(word)` is no setting", sql: "PRAGMA")
        }
        return word
    }

    /// Lets readers read while one writes. The choice stays with the file.
    /// - Returns: false if the file cannot have it (in memory, or on a file system without shared memory).
    @discardableResult
    public func useWriteAheadLog(durability: Durability = .normal) throws(SQLiteError) -> Bool {
        let mode = try setPragma("journal_mode", "WAL")
        try setPragma("synchronous", durability.rawValue)
        return mode == "wal"
    }

    /// Makes SQLite check references between tables, which it does not by itself.
    public func enforceForeignKeys() throws(SQLiteError) { try setPragma("foreign_keys", 1) }

    /// Moves what the write-ahead log holds into the file and empties the log.
    /// - Returns: false if a reader or writer kept it from finishing.
    @discardableResult
    public func checkpoint() throws(SQLiteError) -> Bool {
        let code = sqlite3_wal_checkpoint_v2(pointer, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        if code & 0xff == SQLITE_BUSY { return false }
        guard code == SQLITE_OK else { throw handle.error(code, sql: "PRAGMA wal_checkpoint") }
        return true
    }

    /// Copies the database as it is at this moment to another file, which is overwritten.
    public func backup(to path: String) throws(SQLiteError) {
        let target = try Handle(path: path, flags: OpenMode.create.flags)
        guard let backup = sqlite3_backup_init(target.pointer, "main", pointer, "main") else {
            throw target.error(sqlite3_errcode(target.pointer), sql: nil)
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else {
            throw SQLiteError(code: code, message: "cannot copy to \(path): \(String(cString: sqlite3_errstr(code)))")
        }
    }
}
