internal import SQLite
internal import Testing

@Suite("Connections")
struct ConnectionTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func open(_ mode: OpenMode = .create, busyTimeout: Int = 50) throws -> Connection {
        try Connection(path: scratch.file("test.db"), mode: mode, busyTimeout: busyTimeout)
    }

    private func error(_ body: () throws -> Void) -> SQLiteError? {
        do {
            try body()
            return nil
        } catch { return error as? SQLiteError }
    }

    @Test("a script runs statement by statement, with its triggers and comments")
    func script() throws {
        let connection = try open()
        try connection.execute(
            """
            -- A comment; with a semicolon.
            CREATE TABLE t (x); /* another */
            CREATE TABLE log (x);
            CREATE TRIGGER copy AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.x); SELECT 1; END;
            INSERT INTO t VALUES ('Ж; ж'); ;
            -- the end
            """)
        #expect(try connection.text("SELECT x FROM log") == "Ж; ж")
        let failed = error { try connection.execute("INSERT INTO t VALUES (1); INSERT INTO none VALUES (2)") }
        #expect(failed?.message == "no such table: none")
        #expect(failed?.sql?.contains("INTO none") == true)
        #expect(try connection.integer("SELECT count(*) FROM t") == 2)
    }

    @Test("errors carry code, SQL and place")
    func errors() throws {
        let connection = try open()
        let syntax = error { try connection.run("SELECT * FORM t") }
        #expect(syntax?.name == "SQLITE_ERROR")
        #expect(syntax?.description == "near \"FORM\": syntax error (SQLITE_ERROR) at byte 9 of: SELECT * FORM t")
        try connection.execute("CREATE TABLE t (x UNIQUE NOT NULL)")
        try connection.insert("INSERT INTO t VALUES (?)", 1)
        let twice = error { try connection.insert("INSERT INTO t VALUES (?)", 1) }
        #expect(twice?.name == "SQLITE_CONSTRAINT_UNIQUE")
        #expect(twice?.isConstraint == true)
        #expect(twice?.description.contains("INSERT INTO t VALUES (?)") == true)
        #expect(
            error { try connection.insert("INSERT INTO t VALUES (?)", nil as Int?) }?.name
                == "SQLITE_CONSTRAINT_NOTNULL")
        // A failed statement can be used again.
        try connection.insert("INSERT INTO t VALUES (?)", 2)
    }

    @Test(
        "exactly one statement is prepared", arguments: ["", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; nonsense"])
    func oneStatement(_ sql: String) throws {
        let connection = try open()
        #expect(throws: SQLiteError.self) { try connection.prepare(sql) }
    }

    @Test(
        "what follows a statement may be a comment",
        arguments: ["SELECT 1;", "SELECT 1; -- one", "SELECT 1 /* one */ ; ;"])
    func trailing(_ sql: String) throws { #expect(try open().integer(sql) == 1) }

    @Test("a file opened for reading cannot be written")
    func readOnly() throws {
        #expect(error { _ = try open(.readOnly) }?.isCannotOpen == true)
        #expect(error { _ = try open(.readWrite) }?.isCannotOpen == true)
        try open().execute("CREATE TABLE t (x)")
        let connection = try open(.readOnly)
        #expect(connection.isReadOnly)
        let refused = error { try connection.insert("INSERT INTO t VALUES (1)") }
        #expect(refused?.isReadOnly == true)
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
        #expect(try open(.immutable).integer("SELECT count(*) FROM t") == 0)
    }

    @Test("a foreign file is told apart")
    func foreign() throws {
        try scratch.write(String(repeating: "this is no database ", count: 100), to: "test.db")
        let connection = try open()
        #expect(error { try connection.execute("CREATE TABLE t (x)") }?.isNotADatabase == true)
    }

    @Test("a second writer is told that the file is busy; readers read on under a write-ahead log")
    func busy() throws {
        let first = try open()
        #expect(try first.useWriteAheadLog())
        try first.execute("CREATE TABLE t (x)")
        let second = try open()
        try first.transaction { () -> Void in
            try first.insert("INSERT INTO t VALUES (1)")
            let refused = error { _ = try second.transaction { try second.insert("INSERT INTO t VALUES (2)") } }
            #expect(refused?.isBusy == true)
            #expect(try second.integer("SELECT count(*) FROM t") == 0)
        }
        try second.transaction { try second.insert("INSERT INTO t VALUES (2)") }
        #expect(try first.integer("SELECT count(*) FROM t") == 2)
        #expect(try first.checkpoint())
    }

    @Test("statements are kept up to a bound, and one in use is never handed out twice")
    func cache() throws {
        let connection = try Connection(path: ":memory:", mode: .create, cachedStatements: 3)
        try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)")
        for number in 0..<50 { #expect(try connection.integer("SELECT \(number)") == Int64(number)) }
        var pairs: [Int64] = []
        try connection.each("SELECT x FROM t ORDER BY x") { outer throws(SQLiteError) in
            try connection.each("SELECT x FROM t ORDER BY x") { inner in
                pairs.append(outer.integer(0) * 10 + inner.integer(0))
            }
        }
        #expect(pairs == [11, 12, 13, 21, 22, 23, 31, 32, 33])
    }

    @Test("rows may be left before their end")
    func rows() throws {
        let connection = try open()
        let sql =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n WHERE i >= ?"
        do {
            let rows = try connection.rows(sql, 5)
            #expect(rows.columns == ["i"])
            #expect(try rows.next()?.integer(0) == 5)
        }
        let rows = try connection.rows(sql, 999)
        #expect(try rows.next()?.integer(0) == 999)
        #expect(try rows.next()?.integer(0) == 1000)
        #expect(try rows.next() == nil)
        #expect(try rows.next() == nil)
    }

    @Test("Swift functions in SQL")
    func functions() throws {
        struct Refusal: Error {}
        let connection = try open()
        try connection.register("twice", arguments: 1) { values in
            .text((values[0].text ?? "") + (values[0].text ?? ""))
        }
        try connection.register("refuse", arguments: 0) { _ in throw Refusal() }
        try connection.register("count_all", arguments: -1) { .integer(Int64($0.count)) }
        #expect(try connection.text("SELECT twice('яє')") == "яєяє")
        #expect(try connection.integer("SELECT count_all(1, NULL, 'x')") == 3)
        #expect(error { try connection.run("SELECT refuse()") }?.message.contains("Refusal") == true)
    }

    @Test("a long statement can be interrupted, and a closed connection cannot")
    func interrupted() throws {
        var connection: Connection? = try open()
        let interrupter = try #require(connection).interrupter
        try connection?.register("stop", arguments: 0, isDeterministic: false) { _ in
            interrupter.interrupt()
            return .null
        }
        let endless =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*), stop() FROM n WHERE stop() IS NULL"
        #expect(error { try connection?.run(endless) }?.isInterrupted == true)
        connection = nil
        interrupter.interrupt()
    }

    @Test("settings, backups, side effects of nobody's SQL")
    func maintenance() throws {
        let connection = try open()
        try connection.enforceForeignKeys()
        #expect(try connection.pragma("foreign_keys") == 1)
        try connection.setPragma("user_version", 7)
        #expect(throws: SQLiteError.self) { try connection.pragma("user_version = 8; DROP TABLE t") }
        try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        try connection.backup(to: scratch.file("copy.db"))
        #expect(try Connection(path: scratch.file("copy.db"), mode: .readOnly).integer("SELECT x FROM t") == 1)
        // A word in double quotes is a column, never a text.
        #expect(throws: SQLiteError.self) { try connection.run("SELECT \"no such column\"") }
    }
}
