internal import CSQLite

/// An open database. Statements hold it too, so that it closes when the last of them is gone.
final class Handle {
    let pointer: OpaquePointer
    /// Evaluated once in a process.
    private static let configured = annals_configure()

    /// - Throws: `SQLiteError` with the path in its message.
    init(path: String, flags: Int32) throws(SQLiteError) {
        _ = Self.configured
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened else {
            throw SQLiteError(code: code, message: "cannot open \(path): out of memory")
        }
        pointer = opened
        // From here on deinit closes it, also where opening failed.
        if code != SQLITE_OK {
            throw SQLiteError(
                code: sqlite3_extended_errcode(opened),
                message: "cannot open \(path): \(String(cString: sqlite3_errmsg(opened)))")
        }
        let hardened = annals_harden(opened)
        if hardened != SQLITE_OK { throw error(hardened, sql: nil) }
    }

    deinit { sqlite3_close_v2(pointer) }

    /// The latest error of this connection.
    func error(_ code: Int32, sql: String?) -> SQLiteError {
        // The connection remembers the latest call's code; misuse is not told to it.
        let latest = sqlite3_extended_errcode(pointer)
        guard latest & 0xff == code & 0xff else {
            return SQLiteError(code: code, message: String(cString: sqlite3_errstr(code)), sql: sql)
        }
        let offset = sqlite3_error_offset(pointer)
        return SQLiteError(
            code: latest, message: String(cString: sqlite3_errmsg(pointer)), sql: sql,
            offset: offset >= 0 ? Int(offset) : nil)
    }
}
