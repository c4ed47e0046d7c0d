/// What can stand for a parameter of a statement.
///
/// Text and bytes are handed to SQLite where they lie in memory and copied once, by SQLite.
public protocol Bindable {
    /// Binds it to the parameter numbered `index`, counted from 1.
    func bind(to statement: Statement, at index: Int) throws(SQLiteError)
}

extension Int: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindInteger(Int64(self), at: index)
    }
}

extension Int64: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindInteger(self, at: index)
    }
}

extension Int32: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindInteger(Int64(self), at: index)
    }
}

/// SQLite has no truth values: true is 1, false is 0.
extension Bool: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindInteger(self ? 1 : 0, at: index)
    }
}

/// SQLite stores what is not a number as NULL.
extension Double: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindReal(self, at: index)
    }
}

extension String: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindText(self, at: index)
    }
}

extension Substring: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindText(String(self), at: index)
    }
}

extension Array: Bindable where Element == UInt8 {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        try statement.bindBlob(self, at: index)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        switch self {
        case .some(let value): try value.bind(to: statement, at: index)
        case .none: try statement.bindNull(at: index)
        }
    }
}

extension Value: Bindable {
    @inlinable
    public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
        switch self {
        case .null: try statement.bindNull(at: index)
        case .integer(let value): try statement.bindInteger(value, at: index)
        case .real(let value): try statement.bindReal(value, at: index)
        case .text(let value): try statement.bindText(value, at: index)
        case .blob(let value): try statement.bindBlob(value, at: index)
        }
    }
}
