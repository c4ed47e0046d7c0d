internal import CSQLite

/// A statement that inserts one row, compiled once and run for many rows.
///
///     let people = try Insertion(connection, into: "people", "name", "born")
///     let ada = try people.insert("Ada", 1815)
public final class Insertion {
    @usableFromInline let statement: Statement
    private let connection: Connection

    /// - Parameters:
    ///   - table: a table's name; names are no values and are taken as they are.
    ///   - columns: those that each row sets, in the order of its values.
    ///   - ignoresConflicts: whether a row that a constraint forbids is left out, instead of being an error.
    public init(
        _ connection: Connection, into table: String, _ columns: String..., ignoresConflicts: Bool = false
    ) throws(SQLiteError) {
        self.connection = connection
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        statement = try connection.prepare(
            "INSERT \(ignoresConflicts ? "OR IGNORE " : "")INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        )
    }

    /// Inserts a row.
    /// - Returns: its row number.
    @inlinable
    @discardableResult
    public func insert<each Column: Bindable>(_ values: repeat each Column) throws(SQLiteError) -> Int64 {
        var index = 0
        for value in repeat each values {
            index += 1
            try value.bind(to: statement, at: index)
        }
        return try run(values: index)
    }

    @usableFromInline
    func run(values: Int) throws(SQLiteError) -> Int64 {
        guard values == statement.parameterCount else {
            throw SQLiteError(
                code: SQLITE_RANGE, message: "\(values) values for \(statement.parameterCount) columns",
                sql: statement.sql)
        }
        defer { statement.reset() }
        _ = try statement.step()
        return connection.lastInsertRowID
    }
}
