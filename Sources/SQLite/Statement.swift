internal import CSQLite

/// A compiled statement.
///
///     let statement = try connection.prepare("SELECT name FROM people WHERE born < :year")
///     try statement.bind(1900, to: ":year")
///     while try statement.step() { print(statement.row.text(0)) }
///     statement.reset()
///
/// Parameters are counted from 1, columns from 0, as in SQLite.
public final class Statement {
    let pointer: OpaquePointer
    private let handle: Handle
    /// The text it was compiled from, without what follows it.
    public let sql: String
    /// The names of the result's columns; none for a statement without a result.
    public private(set) lazy var columns: [String] = (0..<columnCount).map { index in
        sqlite3_column_name(pointer, Int32(index)).map { String(cString: $0) } ?? ""
    }
    private lazy var positions: [String: Int] = Dictionary(
        columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    init(_ pointer: OpaquePointer, sql: String, handle: Handle) {
        self.pointer = pointer
        self.sql = sql
        self.handle = handle
    }

    deinit { sqlite3_finalize(pointer) }

    // MARK: What it is

    /// True if it changes no database file.
    public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

    /// The number of the result's columns.
    public var columnCount: Int { Int(sqlite3_column_count(pointer)) }

    /// The position of a column, or nil if the result has none of that name. Of two with one name, the first.
    public func position(of column: String) -> Int? { positions[column] }

    /// The number of parameters.
    public var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

    /// The names of its parameters with their prefix (`:year`), in order; nil for a plain `?`.
    public var parameterNames: [String?] {
        (0..<parameterCount).map { index in
            sqlite3_bind_parameter_name(pointer, Int32(index + 1)).map { String(cString: $0) }
        }
    }

    // MARK: Binding

    /// Binds a value to a parameter, counted from 1.
    public func bind(_ value: some Bindable, at index: Int) throws(SQLiteError) {
        try value.bind(to: self, at: index)
    }

    /// Binds a value to a parameter by its name with its prefix, `:year`.
    public func bind(_ value: some Bindable, to name: String) throws(SQLiteError) {
        let index = sqlite3_bind_parameter_index(pointer, name)
        guard index > 0 else {
            throw SQLiteError(code: SQLITE_RANGE, message: "there is no parameter \(name)", sql: sql)
        }
        try value.bind(to: self, at: Int(index))
    }

    /// Binds NULL.
    public func bindNull(at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_null(pointer, Int32(truncatingIfNeeded: index)))
    }

    @usableFromInline
    func bindInteger(_ value: Int64, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: index), value))
    }

    @usableFromInline
    func bindReal(_ value: Double, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_double(pointer, Int32(truncatingIfNeeded: index), value))
    }

    @usableFromInline
    func bindText(_ value: String, at index: Int) throws(SQLiteError) {
        var value = value
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text64(
                    pointer, Int32(truncatingIfNeeded: index), characters.baseAddress,
                    UInt64(characters.count), annals_transient(), UInt8(SQLITE_UTF8))
            }
        }
        try check(code)
    }

    @usableFromInline
    func bindBlob(_ value: [UInt8], at index: Int) throws(SQLiteError) {
        let index = Int32(truncatingIfNeeded: index)
        // A null pointer would bind NULL: no bytes are still a blob.
        let code =
            value.isEmpty
            ? sqlite3_bind_zeroblob(pointer, index, 0)
            : value.withUnsafeBytes {
                sqlite3_bind_blob64(pointer, index, $0.baseAddress, UInt64($0.count), annals_transient())
            }
        try check(code)
    }

    /// Sets all parameters to NULL.
    public func clearBindings() { sqlite3_clear_bindings(pointer) }

    // MARK: Running

    /// Runs to the next row.
    /// - Returns: false when there is none any more.
    public func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(pointer)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = handle.error(code, sql: sql)
            sqlite3_reset(pointer)
            throw error
        }
    }

    /// The row that `step` stands at.
    public var row: Row { Row(statement: self) }

    /// Makes it ready to be run again, with the values that are bound.
    public func reset() { sqlite3_reset(pointer) }

    private func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw handle.error(code, sql: sql) }
    }
}
