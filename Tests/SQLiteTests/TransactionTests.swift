internal import SQLite
internal import Testing

@Suite("Transactions")
struct TransactionTests {
    struct Refusal: Error, Equatable { var reason = "" }
    let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:", mode: .create)
        try connection.execute("CREATE TABLE t (x UNIQUE)")
    }

    private var rows: [Int64] {
        get throws {
            var rows: [Int64] = []
            try connection.each("SELECT x FROM t ORDER BY x") { rows.append($0.integer(0)) }
            return rows
        }
    }

    @Test("what a block throws takes back what it did", arguments: [TransactionKind.immediate, .deferred])
    func rollback(_ kind: TransactionKind) throws {
        let result = try connection.transaction(kind) {
            try connection.insert("INSERT INTO t VALUES (1)")
            #expect(connection.isInTransaction)
            return "done"
        }
        #expect(result == "done")
        #expect(throws: Refusal(reason: "mine")) {
            try connection.transaction(kind) {
                try connection.insert("INSERT INTO t VALUES (2)")
                throw Refusal(reason: "mine")
            }
        }
        #expect(throws: SQLiteError.self) {
            try connection.transaction(kind) {
                try connection.insert("INSERT INTO t VALUES (3)")
                try connection.insert("INSERT INTO t VALUES (1)")
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try rows == [1])
    }

    @Test("a transaction inside a transaction fails by itself")
    func nested() throws {
        try connection.transaction {
            try connection.insert("INSERT INTO t VALUES (1)")
            try? connection.transaction {
                try connection.insert("INSERT INTO t VALUES (2)")
                try connection.savepoint { try connection.insert("INSERT INTO t VALUES (3)") }
                try? connection.savepoint {
                    try connection.insert("INSERT INTO t VALUES (4)")
                    throw Refusal()
                }
                #expect(try rows == [1, 2, 3])
                throw Refusal()
            }
            #expect(connection.isInTransaction)
            try connection.transaction { try connection.insert("INSERT INTO t VALUES (5)") }
        }
        #expect(try rows == [1, 5])
        #expect(!connection.isInTransaction)
    }

    @Test("foreign keys that fail at the commit take everything back")
    func deferredConstraint() throws {
        try connection.enforceForeignKeys()
        try connection.execute(
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (parent REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);
            """)
        #expect(throws: SQLiteError.self) {
            try connection.transaction { try connection.insert("INSERT INTO child VALUES (1)") }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.integer("SELECT count(*) FROM child") == 0)
    }
}
