internal import CSQLite

/// A connection to an SQLite file.
///
///     let connection = try Connection(path: "people.db", mode: .create)
///     try connection.useWriteAheadLog()
///     try connection.execute("CREATE TABLE IF NOT EXISTS people (id INTEGER PRIMARY KEY, name TEXT, born INTEGER)")
///     try connection.transaction {
///         let id = try connection.insert("INSERT INTO people (name, born) VALUES (?, ?)", "Ada", 1815)
///         try connection.run("UPDATE people SET born = ? WHERE id = ?", nil as Int?, id)
///     }
///     let count = try connection.integer("SELECT count(*) FROM people") ?? 0
///     try connection.each("SELECT name, born FROM people WHERE born < ?", 1900) { row in
///         print(row.text(0), row.integer("born"))
///     }
///
/// Statements that `insert`, `run`, `each` and the like compile are kept and used again for the same SQL.
/// A connection belongs to one task or thread at a time; only its `interrupter` may be used from others.
public final class Connection {
    let handle: Handle
    var pointer: OpaquePointer { handle.pointer }
    private let cache: StatementCache
    public let path: String
    /// Stops what the connection is doing, from any thread.
    public let interrupter: Interrupter

    /// Opens a file.
    /// - Parameters:
    ///   - path: `:memory:` for a database that lives as long as the connection.
    ///   - busyTimeout: how long to wait for a lock that somebody else holds, in milliseconds.
    ///   - cachedStatements: how many compiled statements are kept.
    /// - Throws: if there is no such file, or it may not be opened. That it is no database shows at the first use.
    public init(
        path: String, mode: OpenMode, busyTimeout: Int = 5000, cachedStatements: Int = 200
    ) throws(SQLiteError) {
        self.path = path
        handle = try Handle(path: mode == .immutable ? Self.uri(path) : path, flags: mode.flags)
        cache = StatementCache(capacity: cachedStatements)
        interrupter = Interrupter(handle.pointer)
        sqlite3_busy_timeout(handle.pointer, Int32(clamping: busyTimeout))
    }

    /// Opens a file for reading only, or for writing too; then it is made if there is none.
    public convenience init(path: String, readOnly: Bool) throws(SQLiteError) {
        try self.init(path: path, mode: readOnly ? .readOnly : .create)
    }

    deinit { interrupter.retire() }

    private static func uri(_ path: String) -> String {
        var escaped = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"): escaped += "%25"
            case UInt8(ascii: "?"): escaped += "%3f"
            case UInt8(ascii: "#"): escaped += "%23"
            default: escaped.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return escaped + "?immutable=1"
    }

    // MARK: Statements

    /// Compiles a statement of one's own.
    /// - Throws: if the SQL is wrong, or holds no statement or more than one.
    public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        var text = sql
        var compiled: OpaquePointer?
        var rest = 0
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v2(
                    pointer, characters.baseAddress, Int32(clamping: characters.count), &compiled, &tail)
                if let tail, let start = characters.baseAddress { rest = tail - start }
                return code
            }
        }
        guard code == SQLITE_OK else { throw handle.error(code, sql: sql) }
        guard let compiled else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement", sql: sql)
        }
        let statement = Statement(compiled, sql: sql, handle: handle)
        guard !holdsStatement(Array(sql.utf8.dropFirst(rest))) else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "there is more than one statement", sql: sql, offset: rest)
        }
        return statement
    }

    /// Whether anything but comments and spaces follows.
    private func holdsStatement(_ rest: [UInt8]) -> Bool {
        guard rest.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: ";") }) else { return false }
        var compiled: OpaquePointer?
        let code = rest.withUnsafeBytes { bytes in
            sqlite3_prepare_v2(
                pointer, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(clamping: bytes.count), &compiled,
                nil
            )
        }
        defer { sqlite3_finalize(compiled) }
        return code != SQLITE_OK || compiled != nil
    }

    /// Runs the statements of a script, one after the other. Rows are thrown away.
    /// - Throws: an error that carries the statement that failed; those before it have been run.
    public func execute(_ script: String) throws(SQLiteError) {
        let bytes = Array(script.utf8)
        var from = 0
        while from < bytes.count {
            var compiled: OpaquePointer?
            var used = 0
            let code = bytes[from...].withUnsafeBytes { part in
                let start = part.assumingMemoryBound(to: CChar.self).baseAddress
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v2(pointer, start, Int32(clamping: part.count), &compiled, &tail)
                if let tail, let start { used = tail - start }
                return code
            }
            func sql() -> String {
                String(decoding: bytes[from..<min(from + max(used, 0), bytes.count)], as: UTF8.self)
            }
            guard code == SQLITE_OK else {
                throw handle.error(code, sql: String(decoding: bytes[from...], as: UTF8.self))
            }
            if let compiled {
                let statement = Statement(compiled, sql: sql(), handle: handle)
                while try statement.step() {}
            }
            guard used > 0 else { return }
            from += used
        }
    }

    /// Runs a statement with its values.
    /// - Returns: how many rows it changed.
    @discardableResult
    public func run(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Int {
        try runToEnd(sql, values)
        return changes
    }

    /// Runs a statement that inserts.
    /// - Returns: the row number of the latest row that was inserted, by whichever statement.
    @discardableResult
    public func insert(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Int64 {
        try runToEnd(sql, values)
        return lastInsertRowID
    }

    /// The first column of the first row; nil if there is no row or it is NULL.
    public func integer(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Int64? {
        try first(sql, values) { $0.optionalInteger(0) }
    }

    /// The first column of the first row; nil if there is no row or it is NULL.
    public func real(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Double? {
        try first(sql, values) { $0.optionalReal(0) }
    }

    /// The first column of the first row; nil if there is no row or it is NULL.
    public func text(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> String? {
        try first(sql, values) { $0.optionalText(0) }
    }

    /// The values of the first row; nil if there is none.
    public func firstRow(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> [Value]? {
        try first(sql, values) { $0.values }
    }

    /// Hands on every row of a result.
    public func each(
        _ sql: String, _ values: any Bindable..., body: (Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let statement = try bound(sql, values)
        defer { cache.giveBack(statement) }
        while try statement.step() { try body(statement.row) }
    }

    /// The rows of a result, to be pulled one at a time.
    public func rows(_ sql: String, _ values: any Bindable...) throws(SQLiteError) -> Rows {
        let cache = self.cache
        return Rows(try bound(sql, values)) { cache.giveBack($0) }
    }

    private func runToEnd(_ sql: String, _ values: [any Bindable]) throws(SQLiteError) {
        let statement = try bound(sql, values)
        defer { cache.giveBack(statement) }
        while try statement.step() {}
    }

    private func first<Result>(
        _ sql: String, _ values: [any Bindable], _ read: (Row) -> Result?
    ) throws(SQLiteError) -> Result? {
        let statement = try bound(sql, values)
        defer { cache.giveBack(statement) }
        return try statement.step() ? read(statement.row) : nil
    }

    private func bound(_ sql: String, _ values: [any Bindable]) throws(SQLiteError) -> Statement {
        let statement = try cache.statement(for: sql) { () throws(SQLiteError) in try prepare(sql) }
        do throws(SQLiteError) {
            guard values.count == statement.parameterCount else {
                throw SQLiteError(
                    code: SQLITE_RANGE, message: "\(values.count) values for \(statement.parameterCount) parameters",
                    sql: sql)
            }
            for (index, value) in values.enumerated() { try value.bind(to: statement, at: index + 1) }
        } catch {
            cache.giveBack(statement)
            throw error
        }
        return statement
    }

    /// How many compiled statements are kept at the moment.
    var cachedStatementCount: Int { cache.count }

    // MARK: State

    /// The row number of the latest row that this connection inserted.
    public var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(pointer) }

    /// How many rows the latest statement changed.
    public var changes: Int { Int(sqlite3_changes64(pointer)) }

    /// How many rows were changed since the connection was opened.
    public var totalChanges: Int { Int(sqlite3_total_changes64(pointer)) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { sqlite3_get_autocommit(pointer) == 0 }

    /// Whether the file can only be read by this connection.
    public var isReadOnly: Bool { sqlite3_db_readonly(pointer, "main") == 1 }
}
