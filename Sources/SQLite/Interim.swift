internal import CSQLite
public enum Value: Sendable, Hashable { case null, integer(Int64), real(Double), text(String), blob([UInt8]) }
public protocol Bindable { var sqliteValue: Value { get } }
extension Int: Bindable { public var sqliteValue: Value { .integer(Int64(self)) } }
extension Int64: Bindable { public var sqliteValue: Value { .integer(self) } }
extension Double: Bindable { public var sqliteValue: Value { .real(self) } }
extension String: Bindable { public var sqliteValue: Value { .text(self) } }
extension Array: Bindable where Element == UInt8 { public var sqliteValue: Value { .blob(self) } }
extension Optional: Bindable where Wrapped: Bindable { public var sqliteValue: Value { self.map { $0.sqliteValue } ?? .null } }
extension SQLiteError { public var isBusy: Bool { code & 0xff == 5 }; public var isNotADatabase: Bool { code & 0xff == 26 } }
public struct Row {
    let s: OpaquePointer
    public func integer(_ i: Int) -> Int64 { sqlite3_column_int64(s, Int32(i)) }
    public func real(_ i: Int) -> Double { sqlite3_column_double(s, Int32(i)) }
    public func isNull(_ i: Int) -> Bool { sqlite3_column_type(s, Int32(i)) == SQLITE_NULL }
    public func text(_ i: Int) -> String { sqlite3_column_text(s, Int32(i)).map { String(cString: $0) } ?? "" }
    public func blob(_ i: Int) -> [UInt8] {
        let n = Int(sqlite3_column_bytes(s, Int32(i)))
        guard n > 0, let p = sqlite3_column_blob(s, Int32(i)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: p, count: n))
    }
}
public final class Connection {
    let db: OpaquePointer
    var cache: [String: OpaquePointer] = [:]
    public init(path: String, readOnly: Bool) throws(SQLiteError) {
        var h: OpaquePointer?
        let rc = sqlite3_open_v2(path, &h, readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        guard rc == 0, let h else { throw SQLiteError(code: rc, message: "open") }
        db = h
        sqlite3_busy_timeout(h, 5000)
    }
    deinit { for s in cache.values { sqlite3_finalize(s) }; sqlite3_close(db) }
    func fail(_ sql: String) -> SQLiteError { SQLiteError(code: sqlite3_errcode(db), message: String(cString: sqlite3_errmsg(db)) + " in " + sql) }
    public func execute(_ sql: String) throws(SQLiteError) { if sqlite3_exec(db, sql, nil, nil, nil) != 0 { throw fail(sql) } }
    public var changes: Int { Int(sqlite3_changes(db)) }
    func prepare(_ sql: String, _ v: [any Bindable]) throws(SQLiteError) -> OpaquePointer {
        var s = cache[sql]
        if s == nil {
            guard sqlite3_prepare_v2(db, sql, -1, &s, nil) == 0 else { throw fail(sql) }
            cache[sql] = s
        }
        guard let s else { throw fail(sql) }
        sqlite3_reset(s)
        for (i, b) in v.enumerated() {
            let n = Int32(i + 1)
            switch b.sqliteValue {
            case .null: sqlite3_bind_null(s, n)
            case .integer(let x): sqlite3_bind_int64(s, n, x)
            case .real(let x): sqlite3_bind_double(s, n, x)
            case .text(let x): sqlite3_bind_text(s, n, x, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            case .blob(let x): _ = x.withUnsafeBytes { sqlite3_bind_blob(s, n, $0.baseAddress, Int32($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self)) }
            }
        }
        return s
    }
    @discardableResult public func insert(_ sql: String, _ v: any Bindable...) throws(SQLiteError) -> Int64 {
        let s = try prepare(sql, v)
        let rc = sqlite3_step(s)
        guard rc == SQLITE_DONE || rc == SQLITE_ROW else { let e = fail(sql); sqlite3_reset(s); throw e }
        sqlite3_reset(s)
        return sqlite3_last_insert_rowid(db)
    }
    public func run(_ sql: String) throws(SQLiteError) { try insert(sql) }
    public func integer(_ sql: String, _ v: any Bindable...) throws(SQLiteError) -> Int64? {
        let s = try prepare(sql, v)
        defer { sqlite3_reset(s) }
        return sqlite3_step(s) == SQLITE_ROW && sqlite3_column_type(s, 0) != SQLITE_NULL ? sqlite3_column_int64(s, 0) : nil
    }
    public func each(_ sql: String, _ v: any Bindable..., body: (Row) -> Void) throws(SQLiteError) {
        let s = try prepare(sql, v)
        defer { sqlite3_reset(s) }
        while true {
            let rc = sqlite3_step(s)
            if rc == SQLITE_ROW { body(Row(s: s)) } else if rc == SQLITE_DONE { return } else { throw fail(sql) }
        }
    }
    public func pragma(_ n: String) throws(SQLiteError) -> Int { Int(try integer("PRAGMA \(n)") ?? 0) }
    public func transaction<T>(_ body: () throws -> T) throws -> T {
        try execute("BEGIN IMMEDIATE")
        do { let r = try body(); try execute("COMMIT"); return r } catch { sqlite3_exec(db, "ROLLBACK", nil, nil, nil); throw error }
    }
}
extension Row { public var values: [Value] { (0..<Int(sqlite3_column_count(s))).map { i in
    switch sqlite3_column_type(s, Int32(i)) { case SQLITE_NULL: .null; case SQLITE_INTEGER: .integer(integer(i)); case SQLITE_FLOAT: .real(real(i)); default: .text(text(i)) } } } }
public final class Rows {
    let c: Connection, s: OpaquePointer
    init(c: Connection, s: OpaquePointer) { self.c = c; self.s = s }
    public var columns: [String] { (0..<sqlite3_column_count(s)).map { String(cString: sqlite3_column_name(s, $0)) } }
    public func next() throws(SQLiteError) -> Row? { sqlite3_step(s) == SQLITE_ROW ? Row(s: s) : nil }
}
extension Connection { public func rows(_ sql: String, _ v: any Bindable...) throws(SQLiteError) -> Rows { Rows(c: self, s: try prepare(sql, v)) } }
