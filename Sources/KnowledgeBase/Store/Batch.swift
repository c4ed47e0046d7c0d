public import Record
internal import SQLite

/// Documents loaded together. Each is written in a transaction of its own: a crash or a full disk loses none that was
/// loaded and leaves none half loaded.
public final class Batch {
    public private(set) var summary = LoadSummary()
    private let store: Store
    private let row: Int64
    private let entities: EntityRegistry
    private var connection: Connection { store.connection }

    init(store: Store, command: String) throws(SQLiteError) {
        self.store = store
        entities = EntityRegistry(connection: store.connection)
        row = try store.connection.insert(
            "INSERT INTO batches (started, command) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)", command)
        summary.batch = Int(row)
    }

    /// Whether a document is in the store already, as it is and read by this extractor, so that reading it again can be spared.
    public func isKnown(_ document: Document, canonicalURL: String?, extractor: ExtractorVersion) throws(StoreError)
        -> Bool
    {
        do {
            let identity = VersionIdentity(AnnotationRecord(document: document), canonicalURL: canonicalURL)
            return try liveRun(of: identity, extractor) != nil
        } catch {
            throw Store.explained(error, path: store.path)
        }
    }

    /// Counts a document that `isKnown`.
    public func skip() { summary.count(.same) }

    /// Loads a record.
    /// - Parameters:
    ///   - input: the path or item that it was read from.
    ///   - canonicalURL: its URL without what varies between links to one page; documents are the same if it is.
    @discardableResult
    public func load(_ record: AnnotationRecord, input: String, canonicalURL: String? = nil) throws(StoreError)
        -> LoadOutcome
    {
        do {
            let outcome = try connection.transaction {
                try write(record, input: input, canonicalURL: canonicalURL)
            }
            summary.count(outcome)
            return outcome
        } catch {
            entities.reset()
            throw Store.explained(error, path: store.path)
        }
    }

    /// Lists an input that could not be read.
    public func fail(input: String, reason: String) throws(StoreError) {
        summary.failed += 1
        do {
            try connection.insert(
                "INSERT INTO failures (batch_id, input, reason) VALUES (?, ?, ?)", row, input, reason)
        } catch {
            throw Store.explained(error, path: store.path)
        }
    }

    /// Ends the batch and brings the derived layer up to date.
    public func finish() throws(StoreError) -> LoadSummary {
        do {
            try connection.transaction {
                try connection.insert(
                    """
                    UPDATE batches SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), new_documents = ?,
                        changed_documents = ?, same_documents = ?, failed_documents = ? WHERE id = ?
                    """,
                    summary.new, summary.changed, summary.same, summary.failed, row)
                try Derivation(connection: connection).rebuild()
            }
            return summary
        } catch {
            throw Store.explained(error, path: store.path)
        }
    }

    // MARK: Writing

    private func liveRun(of identity: VersionIdentity, _ extractor: ExtractorVersion) throws(SQLiteError) -> Int64? {
        try connection.integer(
            """
            SELECT r.id FROM versions v JOIN runs r ON r.version_id = v.id AND r.retracted IS NULL
            JOIN extractors x ON x.id = r.extractor_id
            WHERE v.hash = ? AND x.name = ? AND x.version = ? AND x.resources = ?
            """, identity.hash, extractor.name, extractor.version, extractor.resources)
    }

    private func write(
        _ record: AnnotationRecord, input: String, canonicalURL: String?
    ) throws(SQLiteError) -> LoadOutcome {
        let identity = VersionIdentity(record, canonicalURL: canonicalURL)
        let extractor = record.extractor ?? ExtractorVersion(name: "unknown", version: "", resources: "")
        if try liveRun(of: identity, extractor) != nil { return .same }
        let document = try documentRow(identity, url: record.url)
        // At most one run of a document is live: what was read from an earlier text or by an earlier extractor is retracted.
        try connection.insert(
            """
            UPDATE runs SET retracted = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), retracted_by = ?
            WHERE retracted IS NULL AND version_id IN (SELECT id FROM versions WHERE document_id = ?)
            """, row, document)
        let isChange = connection.changes > 0
        let version = try versionRow(identity, record, document: document, input: input)
        let run = try connection.insert(
            """
            INSERT INTO runs (version_id, extractor_id, batch_id, recorded)
            VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            """, version, try extractorRow(extractor), row)
        // Keys of parts name the version and not the run: those of a retracted run make room.
        try connection.insert(
            """
            UPDATE events SET key = key || '@' || run_id
            WHERE run_id IN (SELECT id FROM runs WHERE version_id = ? AND id <> ?) AND instr(key, '@') = 0
            """, version, run)
        try connection.insert(
            """
            UPDATE statements SET key = key || '@' || run_id
            WHERE run_id IN (SELECT id FROM runs WHERE version_id = ? AND id <> ?) AND instr(key, '@') = 0
            """, version, run)
        var writer = RecordWriter(
            record, versionKey: identity.key, version: version, run: run, connection: connection,
            ontology: store.ontology, entities: entities)
        try writer.write()
        try EventIdentity(connection: connection).compare(run: run, batch: row)
        return isChange ? .changed : .new
    }

    private func documentRow(_ identity: VersionIdentity, url: String?) throws(SQLiteError) -> Int64 {
        if let known = try connection.integer("SELECT id FROM documents WHERE key = ?", identity.documentKey) {
            return known
        }
        return try connection.insert("INSERT INTO documents (key, url) VALUES (?, ?)", identity.documentKey, url)
    }

    private func versionRow(
        _ identity: VersionIdentity, _ record: AnnotationRecord, document: Int64, input: String
    ) throws(SQLiteError) -> Int64 {
        if let known = try connection.integer("SELECT id FROM versions WHERE hash = ?", identity.hash) { return known }
        var source: Int64?
        if let outlet = record.outlet, !outlet.isEmpty {
            source = try connection.integer("SELECT id FROM sources WHERE name = ?", outlet)
            if source == nil { source = try connection.insert("INSERT INTO sources (name) VALUES (?)", outlet) }
        }
        let sketch = TextSketch(text: record.text)
        let version = try connection.insert(
            """
            INSERT INTO versions (key, hash, document_id, source_id, batch_id, input, title, author, language, published,
                text, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            identity.key, identity.hash, document, source, row, input, record.title, record.author, record.language,
            record.published, record.text, sketch.isEmpty ? nil : sketch.bytes)
        for field in record.origins.keys.sorted() {
            try connection.insert(
                "INSERT INTO metadata_origins (version_id, field, origin) VALUES (?, ?, ?)", version, field,
                record.origins[field])
        }
        if !sketch.isEmpty {
            for (band, hash) in sketch.bands.enumerated() {
                try connection.insert(
                    "INSERT OR IGNORE INTO sketch_bands (band, hash, version_id) VALUES (?, ?, ?)", band, hash, version)
            }
        }
        return version
    }

    private func extractorRow(_ extractor: ExtractorVersion) throws(SQLiteError) -> Int64 {
        let known = try connection.integer(
            "SELECT id FROM extractors WHERE name = ? AND version = ? AND resources = ?", extractor.name,
            extractor.version, extractor.resources)
        if let known { return known }
        return try connection.insert(
            "INSERT INTO extractors (name, version, resources) VALUES (?, ?, ?)", extractor.name, extractor.version,
            extractor.resources)
    }
}
