internal import SQLite
internal import Tables

/// The derived layer made a second time in temporary tables of a connection, of all or of a part of the knowledge base.
///
/// Temporary tables go before those of the file that have the same names. So the very same queries answer as of an
/// earlier day, and what the file says can be compared with what follows from its sources. The file is not touched.
struct Snapshot {
    let connection: Connection
    let data: DataFolder

    /// Makes the tables and the views over them, and fills them.
    func make(_ scope: Scope) throws {
        // What temporary tables refer to stands in another schema, where SQLite does not look.
        try connection.setPragma("foreign_keys", 0)
        var definitions: [(kind: String, name: String, sql: String)] = []
        try connection.each(
            "SELECT type, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
        ) { row in definitions.append((row.text(0), row.text(1), row.text(2))) }
        let derived = Set(Derivation.tables)
        for (kind, name, sql) in definitions {
            switch kind {
            case "table" where derived.contains(name): try connection.run(Self.temporary(sql, "CREATE TABLE "))
            case "view": try connection.run(Self.temporary(sql, "CREATE VIEW "))
            default: break
            }
        }
        for (kind, name, sql) in definitions where kind == "index" && derived.contains(name) {
            // The index goes where its name says, and so does the table it is for.
            try connection.run(sql.replacing("CREATE INDEX ", with: "CREATE INDEX temp."))
        }
        try connection.transaction(.deferred) {
            try Derivation(connection: connection, data: data, scope: scope, keepsNames: false)
                .update(documents: nil)
        }
    }

    /// Takes the tables and views away, so that the names mean those of the file again.
    func remove() throws(SQLiteError) {
        var made: [(kind: String, name: String)] = []
        try connection.each(
            "SELECT type, name FROM temp.sqlite_schema WHERE type IN ('table', 'view') AND name IN (SELECT name FROM main.sqlite_schema) ORDER BY type DESC"
        ) { row in made.append((row.text(0), row.text(1))) }
        for (kind, name) in made { try connection.run("DROP \(kind) temp.\(name)") }
        if !connection.isReadOnly { try connection.enforceForeignKeys() }
    }

    private static func temporary(_ sql: String, _ opening: String) -> String {
        guard sql.hasPrefix(opening) else { return sql }
        return "CREATE TEMP " + sql.dropFirst("CREATE ".count)
    }
}
