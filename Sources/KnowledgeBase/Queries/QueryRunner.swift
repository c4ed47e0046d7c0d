public import SQLite

/// Runs named queries with arguments as people write them.
///
///     let library = try QueryLibrary(data: data)
///     let runner = QueryRunner(connection: store.connection)
///     let result = try runner.run(library.query(named: "timeline"), arguments: ["entity": "SBU"])
public struct QueryRunner {
    private let connection: Connection

    public init(connection: Connection) { self.connection = connection }

    /// Runs a query to its end.
    /// - Parameter arguments: by the name of the parameter, in words.
    public func run(_ query: NamedQuery, arguments: [String: String] = [:]) throws(QueryError) -> QueryResult {
        var result = QueryResult(columns: [], rows: [])
        try stream(query, arguments: arguments, columns: { result.columns = $0 }) { result.rows.append($0.values) }
        return result
    }

    /// Runs a query and hands on each row as it is found.
    /// - Parameter columns: gets the names of the columns once, before the rows.
    public func stream(
        _ query: NamedQuery, arguments: [String: String] = [:], columns: ([String]) -> Void = { _ in },
        row: (Row) throws(QueryError) -> Void
    ) throws(QueryError) {
        let statement = try prepare(query)
        let values = try QueryArguments(connection: connection).values(of: query, arguments)
        do throws(SQLiteError) {
            for name in statement.parameterNames {
                guard let name else { continue }
                try statement.bind(values[String(name.dropFirst())] ?? .null, to: name)
            }
        } catch { throw .sqlite(error) }
        columns(statement.columns)
        while true {
            let isRow: Bool
            do throws(SQLiteError) { isRow = try statement.step() } catch { throw .sqlite(error) }
            guard isRow else { return }
            try row(statement.row)
        }
    }

    /// Compiles a query and checks that it only reads and that all its parameters are described.
    public func prepare(_ query: NamedQuery) throws(QueryError) -> Statement {
        let statement: Statement
        do throws(SQLiteError) { statement = try connection.prepare(query.sql) } catch { throw .sqlite(error) }
        guard statement.isReadOnly, statement.columnCount > 0 else {
            throw .unsound(query: query.name, reason: "it would change the store")
        }
        for name in statement.parameterNames {
            guard let name, name.hasPrefix(":") else {
                throw .unsound(query: query.name, reason: "its parameters are to be written `:name`")
            }
            guard QueryArguments.isDescribed(name.dropFirst(), by: query) else {
                throw .unsound(query: query.name, reason: "`\(name)` stands in no @param line")
            }
        }
        return statement
    }
}
