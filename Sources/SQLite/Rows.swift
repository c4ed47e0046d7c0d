/// The rows of a result, one at a time.
///
///     let rows = try connection.rows("SELECT name FROM people")
///     while let row = try rows.next() { print(row.text(0)) }
///
/// It need not be read to its end.
public final class Rows {
    private let statement: Statement
    private let giveBack: (Statement) -> Void
    private var isDone = false

    init(_ statement: Statement, giveBack: @escaping (Statement) -> Void) {
        self.statement = statement
        self.giveBack = giveBack
    }

    deinit { giveBack(statement) }

    public var columns: [String] { statement.columns }

    /// The next row, or nil at the end.
    public func next() throws(SQLiteError) -> Row? {
        guard !isDone else { return nil }
        do throws(SQLiteError) {
            if try statement.step() { return statement.row }
        } catch {
            isDone = true
            throw error
        }
        isDone = true
        return nil
    }
}
