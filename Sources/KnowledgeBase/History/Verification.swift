internal import Record
internal import SQLite

extension Store {
    /// Checks the file, its references, every text against its hash, that every span names the words that are stored for it, and that the derived
    /// layer is what follows from its sources. Changes nothing.
    /// - Returns: what is wrong, in words; empty if nothing is.
    public func verify() throws(StoreError) -> [String] {
        try guarded {
            var problems: [String] = []
            try connection.each("PRAGMA integrity_check") { row in
                if row.text(0) != "ok" { problems.append("file: \(row.text(0))") }
            }
            // What follows would only repeat, in worse words, that the file is damaged.
            guard problems.isEmpty else { return problems }
            try connection.each("PRAGMA foreign_key_check") { row in
                problems.append(
                    "\(row.text(0)) row \(row.integer(1)): refers to a row of \(row.text(2)) that is not there")
            }
            for table in ["mentions", "times", "quantities", "event_mentions"] {
                try connection.each(
                    """
                    SELECT v.key, x.start_at, x.end_at, x.words FROM \(table) x JOIN runs r ON r.id = x.run_id
                    JOIN versions v ON v.id = r.version_id
                    WHERE substr(v.text, x.start_at + 1, x.end_at - x.start_at) <> x.words ORDER BY v.key, x.start_at
                    """
                ) { row in
                    problems.append(
                        "\(table): \(row.text(0)) \(row.integer(1))-\(row.integer(2)) does not say “\(row.text(3))”")
                }
            }
            problems += try textProblems()
            problems += try nameProblems()
            problems += try derivedProblems()
            let unfinished =
                try connection.integer(
                    """
                    SELECT count(*) FROM batches b WHERE finished IS NULL
                        AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = b.id AND u.redone IS NULL)
                    """) ?? 0
            if unfinished > 0 {
                problems.append("\(unfinished) load(s) were cut off: load the same input again to finish them")
            }
            return problems
        }
    }

    /// Makes the derived layer anew from its sources.
    /// - Returns: how many rows were different before, by table; empty if nothing was wrong.
    public func rebuild() throws(StoreError) -> [(table: String, rows: Int)] {
        try guarded {
            try connection.transaction {
                for table in Self.compared {
                    try connection.run("CREATE TEMP TABLE before_\(table) AS SELECT * FROM main.\(table)")
                }
                try Derivation(connection: connection, data: data).rebuild()
                var differences: [(table: String, rows: Int)] = []
                for table in Self.compared {
                    let rows = try difference(in: table, "temp.before_\(table)", "main.\(table)")
                    if rows > 0 { differences.append((table, rows)) }
                    try connection.run("DROP TABLE temp.before_\(table)")
                }
                return differences
            }
        }
    }

    // MARK: Texts against their hashes

    /// Versions of which a character has changed since they were written.
    private func textProblems() throws(SQLiteError) -> [String] {
        var problems: [String] = []
        try connection.each(
            """
            SELECT v.key, v.hash, d.key, v.title, o.name, v.author, v.language, v.published, v.text, d.url FROM versions v
            JOIN documents d ON d.id = v.document_id LEFT JOIN sources o ON o.id = v.source_id ORDER BY v.key
            """
        ) { row in
            var record = AnnotationRecord(document: Document(id: "", text: row.text(8)))
            record.title = row.optionalText(3)
            record.author = row.optionalText(5)
            record.language = row.optionalText(6)
            record.published = row.optionalText(7)
            // A document may have been loaded by its text although it has an address.
            let addresses = row.text(2).hasPrefix("text:") ? [nil, row.optionalText(9)] : [row.text(2)]
            // An outlet without a name is none, but has its own hash.
            let outlets = row.isNull(4) ? [nil, ""] : [row.text(4)]
            let isWhole = outlets.contains { outlet in
                record.outlet = outlet
                return addresses.contains { address in
                    VersionIdentity(record, canonicalURL: address).hash == row.text(1)
                }
            }
            if !isWhole { problems.append("versions: \(row.text(0)) is not the text that was loaded") }
        }
        return problems
    }

    // MARK: The derived layer against its sources

    /// Names of texts have row numbers of their own, and are compared without.
    private static let compared = Derivation.tables + ["entity_names"]

    private func derivedProblems() throws -> [String] {
        let snapshot = Snapshot(connection: connection, data: data)
        try snapshot.make(Scope())
        var problems: [String] = []
        for table in Derivation.tables {
            let rows = try difference(in: table, "main.\(table)", "temp.\(table)")
            if rows > 0 { problems.append("\(table): \(rows) row(s) \(Self.wrong)") }
        }
        try snapshot.remove()
        return problems
    }

    private static let wrong = "are not what follows from the texts; `annals verify --rebuild` makes them anew"

    /// How many rows stand in one table and not in the other.
    private func difference(in table: String, _ one: String, _ other: String) throws(SQLiteError) -> Int {
        var columns: [String] = []
        try connection.each("SELECT name FROM pragma_table_info(?) ORDER BY cid", table) { row in
            columns.append(row.text(0))
        }
        // Row numbers that nothing follows from.
        if table == "disagreements" || table == "entity_names" { columns.removeAll { $0 == "id" } }
        if table == "disagreement_sides" { columns.removeAll { $0 == "disagreement_id" } }
        let list = columns.joined(separator: ", ")
        return Int(
            try connection.integer(
                """
                SELECT (SELECT count(*) FROM (SELECT \(list) FROM \(one) EXCEPT SELECT \(list) FROM \(other)))
                    + (SELECT count(*) FROM (SELECT \(list) FROM \(other) EXCEPT SELECT \(list) FROM \(one)))
                """) ?? 0)
    }

    /// Names that live runs do not have, or have more or less often.
    private func nameProblems() throws(SQLiteError) -> [String] {
        let names = EntityNames(connection: connection)
        var uses: [NameOfEntity: Int] = [:]
        var runs: [Int64] = []
        try connection.each("SELECT run_id FROM live_runs") { row in runs.append(row.integer(0)) }
        for run in runs {
            for (entity, name) in try names.names(of: run) {
                uses[NameOfEntity(entity: entity, name: name), default: 0] += 1
            }
        }
        var wrong = 0
        try connection.each("SELECT entity_id, name, uses FROM entity_names WHERE uses > 0 OR origin = 'text'") { row in
            let known = uses.removeValue(forKey: NameOfEntity(entity: row.integer(0), name: row.text(1))) ?? 0
            if known != row.int(2) { wrong += 1 }
        }
        wrong += uses.count
        guard wrong > 0 else { return [] }
        return ["entity_names: \(wrong) row(s) \(Self.wrong)"]
    }
}

private struct NameOfEntity: Hashable {
    var entity: Int64
    var name: String
}
