internal import SQLite
internal import Testing

@Suite("Binding and reading values")
struct BindingTests {
    let connection: Connection

    init() throws { connection = try Connection(path: ":memory:", mode: .create) }

    static let values: [Value] = [
        .null, .integer(0), .integer(-1), .integer(.max), .integer(.min), .real(0.1), .real(-1e300), .real(.infinity),
        .text(""), .text("plain"), .text("Зеленський 김정은 🇺🇦 e\u{301}"), .text("with\0zero"), .text("it's \"quoted\""),
        .text(String(repeating: "long ", count: 50_000)), .blob([]), .blob([0, 1, 255]),
        .blob([UInt8](repeating: 7, count: 100_000)),
    ]

    @Test("a value comes back as it went in", arguments: values)
    func roundTrip(_ value: Value) throws {
        #expect(try connection.firstRow("SELECT ?", value) == [value])
        try connection.execute("CREATE TABLE t (x)")
        try connection.insert("INSERT INTO t VALUES (?)", value)
        #expect(try connection.firstRow("SELECT x FROM t") == [value])
    }

    @Test("Swift types bind as what they are")
    func types() throws {
        let row = try connection.firstRow(
            "SELECT ?, ?, ?, ?, ?, ?, ?", 7, Int64(8), true, 0.5, "word", [UInt8](arrayLiteral: 1), nil as String?)
        #expect(row == [7, 8, 1, 0.5, "word", .blob([1]), nil])
        #expect(try connection.firstRow("SELECT ?", Double.nan) == [.null])
    }

    @Test("columns are read by position and by name; what is not there is NULL")
    func columns() throws {
        try connection.each("SELECT 1 AS one, 'two' AS two, NULL AS none, 2.5 AS real") { row in
            #expect(row.columns == ["one", "two", "none", "real"])
            #expect(row.int(0) == 1)
            #expect(row.text("two") == "two")
            #expect(row.real("real") == 2.5)
            #expect(row.isNull("none") && row.optionalText(2) == nil)
            #expect(row["nowhere"] == .null && row.isNull("nowhere"))
            #expect(row.value(99) == .null && row.text(-1).isEmpty)
            #expect(row.values == [1, "two", nil, 2.5])
        }
    }

    @Test("named parameters")
    func named() throws {
        let statement = try connection.prepare("SELECT :a || :b, :a")
        #expect(statement.parameterNames == [":a", ":b"])
        try statement.bind("x", to: ":a")
        try statement.bind("y", to: ":b")
        #expect(try statement.step())
        #expect(statement.row.values == ["xy", "x"])
        #expect(try !statement.step())
        #expect(throws: SQLiteError.self) { try statement.bind(1, to: ":c") }
        statement.reset()
        #expect(throws: SQLiteError.self) { try statement.bind(1, at: 9) }
    }

    @Test("as many values as parameters")
    func counts() throws {
        #expect(throws: SQLiteError.self) { try connection.run("SELECT ?, ?", 1) }
        #expect(throws: SQLiteError.self) { try connection.run("SELECT ?", 1, 2) }
        #expect(try connection.integer("SELECT ?1 + ?1", 21) == 42)
    }

    @Test(
        "values for people",
        arguments: [
            (Value.null, ""), (.integer(-5), "-5"), (.real(12_000), "12000"), (.real(0.25), "0.25"),
            (.text("a b"), "a b"),
            (.blob([0, 255]), "x'00ff'"), (.real(.infinity), "inf"), (.real(1e20), "1e+20"),
        ])
    func description(_ value: Value, _ text: String) { #expect(value.description == text) }
}
