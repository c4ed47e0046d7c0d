internal import CSQLite

/// When a transaction takes its lock.
public enum TransactionKind: Sendable {
    /// At the first read and the first write: for reading several things at one moment.
    case deferred
    /// At once, for writing: waits for another writer now and not half way through.
    case immediate
}

extension Connection {
    /// Takes back the open transaction, if there is one.
    public func rollback() {
        // A full disk or a lost file has rolled back already.
        if isInTransaction { sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil) }
    }

    /// Runs a block of which all or nothing takes effect. Inside another transaction it is a savepoint.
    /// - Throws: what the block throws, after taking back all that it did; or `SQLiteError` if the transaction cannot
    ///   begin or end.
    @discardableResult
    public func transaction<Result>(
        _ kind: TransactionKind = .immediate, _ body: () throws -> Result
    ) throws -> Result {
        if isInTransaction { return try savepoint(body) }
        try run(kind == .immediate ? "BEGIN IMMEDIATE" : "BEGIN")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs a block of a transaction that can fail by itself: what it did is taken back, the rest of the transaction stays.
    @discardableResult
    public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        // A name may be used again inside itself: RELEASE and ROLLBACK TO mean the innermost.
        try run("SAVEPOINT nested")
        do {
            let result = try body()
            try run("RELEASE nested")
            return result
        } catch {
            if isInTransaction {
                sqlite3_exec(pointer, "ROLLBACK TO nested; RELEASE nested", nil, nil, nil)
            }
            throw error
        }
    }
}
