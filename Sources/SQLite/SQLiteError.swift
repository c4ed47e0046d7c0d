/// What SQLite refused.
public struct SQLiteError: Error {
    public var code: Int32
    public var message: String
}
