internal import CSQLite

/// A row of a result, valid until its statement is stepped or reset; later, and for columns that do not exist, all is NULL.
///
/// Columns are counted from 0. SQLite converts between types as its documentation says; NULL reads as 0, as empty text, as no bytes.
public struct Row {
    let statement: Statement
    private var pointer: OpaquePointer { statement.pointer }

    public var columns: [String] { statement.columns }

    public func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
    }

    public func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(truncatingIfNeeded: column)) }

    public func int(_ column: Int) -> Int { Int(integer(column)) }

    public func bool(_ column: Int) -> Bool { integer(column) != 0 }

    public func real(_ column: Int) -> Double { sqlite3_column_double(pointer, Int32(truncatingIfNeeded: column)) }

    /// The text. What is not valid UTF-8 is repaired.
    public func text(_ column: Int) -> String {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_text(pointer, column) else { return "" }
        // By its length and not by its end mark: text may hold zeros.
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    public func blob(_ column: Int) -> [UInt8] {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_blob(pointer, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    /// The value as it is stored.
    public func value(_ column: Int) -> Value {
        switch sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(real(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .blob(blob(column))
        default: .null
        }
    }

    /// All values, in the order of the columns.
    public var values: [Value] { (0..<statement.columnCount).map(value) }

    // MARK: NULL as nil

    public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    public func optionalReal(_ column: Int) -> Double? { isNull(column) ? nil : real(column) }
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    // MARK: By name

    /// The value of a column by its name; NULL if there is no such column.
    public subscript(column: String) -> Value { statement.position(of: column).map(value) ?? .null }
    public func isNull(_ column: String) -> Bool { statement.position(of: column).map { isNull($0) } ?? true }
    public func integer(_ column: String) -> Int64 { statement.position(of: column).map { integer($0) } ?? 0 }
    public func real(_ column: String) -> Double { statement.position(of: column).map { real($0) } ?? 0 }
    public func text(_ column: String) -> String { statement.position(of: column).map { text($0) } ?? "" }
    public func blob(_ column: String) -> [UInt8] { statement.position(of: column).map { blob($0) } ?? [] }
}
