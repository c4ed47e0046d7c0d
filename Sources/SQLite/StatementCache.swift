/// Compiled statements by their SQL; the least recently used makes room.
///
/// A statement in use is never handed out twice: a query that runs inside itself gets a statement of its own.
final class StatementCache {
    private final class Entry {
        let statement: Statement
        var isInUse = true
        var latestUse: UInt64

        init(_ statement: Statement, latestUse: UInt64) {
            self.statement = statement
            self.latestUse = latestUse
        }
    }

    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0
    let capacity: Int

    init(capacity: Int) { self.capacity = max(0, capacity) }

    var count: Int { entries.count }

    func statement(for sql: String, compile: () throws(SQLiteError) -> Statement) throws(SQLiteError) -> Statement {
        uses &+= 1
        let known = entries[sql]
        if let known, !known.isInUse {
            known.isInUse = true
            known.latestUse = uses
            return known.statement
        }
        let statement = try compile()
        if known == nil, makeRoom() { entries[sql] = Entry(statement, latestUse: uses) }
        return statement
    }

    /// Ends a use: the statement is reset and forgets its values.
    func giveBack(_ statement: Statement) {
        statement.reset()
        statement.clearBindings()
        if let entry = entries[statement.sql], entry.statement === statement { entry.isInUse = false }
    }

    func removeAll() { entries.removeAll() }

    /// - Returns: false if all places are taken by statements in use.
    private func makeRoom() -> Bool {
        guard entries.count >= capacity else { return true }
        let oldest = entries.lazy.filter { !$0.value.isInUse }.min { $0.value.latestUse < $1.value.latestUse }
        guard let oldest else { return false }
        entries[oldest.key] = nil
        return true
    }
}
