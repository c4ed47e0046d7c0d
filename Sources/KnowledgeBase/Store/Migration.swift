internal import CSQLite
internal import SQLite
internal import Tables

/// Brings a file that an earlier version made up to date, in one transaction: it is the old one or the new one.
struct Migration {
    let connection: Connection
    let data: DataFolder

    /// Moves the rows, and makes anew what is derived. References between tables are not being enforced.
    ///
    /// Each earlier version has a script that leads to the present one. From version 2 on tables only grow, so that their
    /// rows are copied by the columns that both versions have, and the script sees to the rest.
    func run(from version: Int) throws {
        guard let script = annals_migration(Int32(truncatingIfNeeded: version)), let schema = annals_schema() else {
            return
        }
        try connection.transaction {
            let old = try putAside(version: version)
            try connection.execute(String(cString: schema))
            if version >= 2 { try copySources(of: old, version: version) }
            try connection.execute(String(cString: script))
            if version == 1 { try renameInSignatures() }
            for table in old { try connection.run("DROP TABLE \"\(table)\"") }
            try connection.run("INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')")
            try completeSignatures()
            try Derivation(connection: connection, data: data).rebuild()
        }
    }

    /// Adds what events are compared by since version 3: the words of their triggers, and what their texts are about.
    private func completeSignatures() throws {
        let lexicon = try EventLexicon(data: data)
        var profiles: [(run: Int64, terms: String)] = []
        try connection.each(
            """
            SELECT r.id, v.text FROM runs r JOIN versions v ON v.id = r.version_id
            WHERE EXISTS (SELECT 1 FROM events e JOIN event_signatures s ON s.event_id = e.id WHERE e.run_id = r.id)
                AND NOT EXISTS (SELECT 1 FROM text_profiles p WHERE p.run_id = r.id)
            """
        ) { row in
            profiles.append((row.integer(0), TextProfile(text: Array(row.text(1).utf8), lexicon: lexicon).stored))
        }
        for (run, terms) in profiles {
            try connection.run("INSERT INTO text_profiles (run_id, terms) VALUES (?, ?)", run, terms)
        }
        var words: [Int64: Set<String>] = [:]
        try connection.each(
            "SELECT m.event_id, m.words FROM event_signatures s JOIN event_mentions m ON m.event_id = s.event_id"
        ) { row in words[row.integer(0), default: []].formUnion(lexicon.stems(ofTrigger: row.text(1))) }
        var signatures: [(event: Int64, json: String)] = []
        try connection.each("SELECT event_id, signature FROM event_signatures") { row in
            guard var signature = EventSignature(json: row.text(1)), signature.words.isEmpty else { return }
            signature.words = (words[row.integer(0)] ?? []).sorted()
            signatures.append((row.integer(0), signature.json))
        }
        for (event, json) in signatures {
            try connection.run("UPDATE event_signatures SET signature = ? WHERE event_id = ?", json, event)
        }
    }

    /// Copies the rows of the tables that are not derived. Columns that are new are NULL or what the schema gives them.
    private func copySources(of tables: [String], version: Int) throws(SQLiteError) {
        let derived = Set(Derivation.tables)
        for old in tables.reversed() {
            let table = String(old.dropFirst("v\(version)_".count))
            guard !derived.contains(table) else { continue }
            var columns: [String] = []
            try connection.each(
                """
                SELECT n.name FROM pragma_table_info(?1) n JOIN pragma_table_info(?2) o ON o.name = n.name ORDER BY n.cid
                """, table, old
            ) { row in columns.append("\"\(row.text(0))\"") }
            guard !columns.isEmpty else { continue }
            let list = columns.joined(separator: ", ")
            try connection.run("INSERT INTO \"\(table)\" (\(list)) SELECT \(list) FROM \"\(old)\"")
        }
    }

    /// Gives the tables other names, and drops what is made of them.
    /// - Returns: the new names, tables that refer to others first.
    private func putAside(version: Int) throws(SQLiteError) -> [String] {
        func names(_ condition: String) throws(SQLiteError) -> [String] {
            var names: [String] = []
            try connection.each(
                "SELECT name FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND \(condition) ORDER BY rowid DESC"
            ) { row in names.append(row.text(0)) }
            return names
        }
        for view in try names("type = 'view'") { try connection.run("DROP VIEW \"\(view)\"") }
        for table in try names("type = 'table' AND sql LIKE 'CREATE VIRTUAL%'") {
            try connection.run("DROP TABLE \"\(table)\"")
        }
        for index in try names("type = 'index'") { try connection.run("DROP INDEX \"\(index)\"") }
        // With the usual meaning of renaming, references would follow and the rows end where they began.
        try connection.setPragma("legacy_alter_table", 1)
        var renamed: [String] = []
        for table in try names("type = 'table'") {
            try connection.run("ALTER TABLE \"\(table)\" RENAME TO \"v\(version)_\(table)\"")
            renamed.append("v\(version)_\(table)")
        }
        try connection.setPragma("legacy_alter_table", 0)
        return renamed
    }

    /// Entities known in their document only are named by their place since version 2, also where events are compared by them.
    private func renameInSignatures() throws(SQLiteError) {
        var keys: [String: String] = [:]
        try connection.each("SELECT old, new FROM temp.entity_keys") { row in keys[row.text(0)] = row.text(1) }
        var signatures: [(Int64, EventSignature)] = []
        try connection.each("SELECT event_id, signature FROM event_signatures WHERE signature LIKE '%.c%'") { row in
            guard var signature = EventSignature(json: row.text(1)) else { return }
            for index in signature.participants.indices {
                if let new = signature.participants[index].entity.flatMap({ keys[$0] }) {
                    signature.participants[index].entity = new
                }
            }
            for index in signature.places.indices {
                if let new = keys[signature.places[index].entity] { signature.places[index].entity = new }
            }
            signatures.append((row.integer(0), signature))
        }
        for (event, signature) in signatures {
            try connection.run("UPDATE event_signatures SET signature = ? WHERE event_id = ?", signature.json, event)
        }
    }
}
