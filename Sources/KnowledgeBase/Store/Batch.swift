public import Record
internal import SQLite

/// Documents loaded together, which can be undone together.
///
/// Documents are written whole or not at all, some in one transaction with all that follows from them: whoever reads
/// meanwhile, and whoever comes after a crash, finds whole documents and a derived layer that fits them.
public final class Batch {
    public private(set) var summary = LoadSummary()
    /// The processor's time so far for working out what follows from the documents.
    public private(set) var resolving = Duration.zero
    private let store: Store
    private let rules: EventRules
    private let breadth: ComparisonBreadth
    private let row: Int64
    private let entities: EntityRegistry
    private let tables: RecordTables
    private let derivation: Derivation
    /// Documents of the open transaction.
    private var open: [Int64] = []
    /// What was counted when the latest transaction ended.
    private var committed = LoadSummary()
    private var sources: [String: Int64] = [:]
    private var extractors: [ExtractorVersion: Int64] = [:]
    /// True if the store held no text when the batch began: there is nothing to know.
    private let wasEmpty: Bool
    private var connection: Connection { store.connection }

    /// True if the batch reads texts again that others brought; it holds what it read as long as one of them counts.
    private let isRereading: Bool

    init(
        store: Store, command: String, breadth: ComparisonBreadth = .sure, isRereading: Bool = false
    ) throws {
        self.store = store
        self.breadth = breadth
        self.isRereading = isRereading
        rules = try store.eventRules()
        // A document's rows are written after those they refer to. Looking each up again would cost as much as writing
        // it; `annals verify` looks.
        try store.connection.setPragma("foreign_keys", 0)
        entities = EntityRegistry(connection: store.connection)
        tables = try RecordTables(store.connection)
        derivation = try Derivation(
            connection: store.connection, data: store.data, breadth: breadth)
        wasEmpty = try store.connection.integer("SELECT 1 FROM versions LIMIT 1") == nil
        row = try store.connection.transaction {
            try store.connection.insert(
                "INSERT INTO batches (started, command) VALUES (?, ?)",
                try HistoryClock(connection: store.connection).tick(), command)
        }
        summary.batch = Int(row)
        committed = summary
    }

    deinit {
        connection.rollback()
        // Only a closed connection could refuse it.
        _ = try? connection.enforceForeignKeys()
    }

    // MARK: Loading

    /// Asks for a document that is in the store already, as it is and read by this extractor, so that reading it again is spared.
    /// - Returns: nil if it has to be read.
    public func loadKnown(
        _ document: Document, input: String, canonicalURL: String?, extractor: ExtractorVersion
    ) throws(StoreError) -> LoadOutcome? {
        guard !wasEmpty else { return nil }
        let identity = VersionIdentity(AnnotationRecord(document: document), canonicalURL: canonicalURL)
        return try writing { () throws(SQLiteError) in
            guard let run = try run(of: identity, extractor) else { return nil }
            return try hold(run, identity, input: input, updated: document.metadata.updated)
        }
    }

    /// Loads a record.
    /// - Parameters:
    ///   - input: the path or item that it was read from.
    ///   - canonicalURL: its URL without what varies between links to one page; documents are the same if it is.
    @discardableResult
    public func load(_ record: AnnotationRecord, input: String, canonicalURL: String? = nil) throws(StoreError)
        -> LoadOutcome
    {
        try load(
            PreparedRecord(
                record, canonicalURL: canonicalURL, ontology: store.ontology, rules: rules, breadth: breadth),
            input: input)
    }

    /// Loads a record that was prepared before.
    /// - Parameter input: the path or item that it was read from.
    @discardableResult
    public func load(_ prepared: PreparedRecord, input: String) throws(StoreError) -> LoadOutcome {
        let outcome = try writing { () throws(SQLiteError) in
            if let run = try run(of: prepared.identity, prepared.extractor) {
                return try hold(run, prepared.identity, input: input, updated: prepared.record.updated)
            }
            return try write(prepared, input: input)
        }
        return outcome ?? .same
    }

    /// Asks for the reading of a text by this extractor that is in the store already.
    /// - Returns: nil if it has to be read.
    public func rereadKnown(_ text: StoredText, extractor: ExtractorVersion) throws(StoreError) -> LoadOutcome? {
        try writing { () throws(SQLiteError) in
            guard let run = try run(of: text.identity, extractor) else { return nil }
            return try hold(run, text.identity, input: text.input, updated: nil)
        }
    }

    /// Lists an input that could not be read.
    public func fail(input: String, reason: String) throws(StoreError) {
        try writing { () throws(SQLiteError) in
            try connection.insert(
                "INSERT INTO failures (batch_id, input, reason) VALUES (?, ?, ?)", row, input, reason)
            summary.failed += 1
            return nil
        }
    }

    /// Ends the batch.
    public func finish() throws(StoreError) -> LoadSummary {
        try writing { () throws(SQLiteError) in
            try connection.run(
                "UPDATE batches SET finished = ? WHERE id = ?", try HistoryClock(connection: connection).tick(), row)
            return nil
        }
        try commit()
        do {
            summary.superseded = Int(
                try connection.integer(
                    """
                    SELECT count(DISTINCT v.document_id) FROM batch_runs h JOIN runs r ON r.id = h.run_id
                    JOIN versions v ON v.id = r.version_id JOIN live_runs l ON l.document_id = v.document_id
                    WHERE h.batch_id = ?1 AND l.version_id NOT IN
                        (SELECT o.version_id FROM batch_runs b JOIN runs o ON o.id = b.run_id WHERE b.batch_id = ?1)
                    """, row) ?? 0)
            try connection.enforceForeignKeys()
        } catch {
            throw Store.explained(error, path: store.path)
        }
        return summary
    }

    // MARK: Transactions

    /// Runs a body in the open transaction, or begins one. If it fails, the documents of the transaction are taken back with
    /// it: a savepoint for each would copy every page that a document touches, and what fails is the disk.
    @discardableResult
    private func writing(_ body: () throws(SQLiteError) -> LoadOutcome?) throws(StoreError) -> LoadOutcome? {
        do {
            if !connection.isInTransaction { try connection.run("BEGIN IMMEDIATE") }
            let outcome = try body()
            if let outcome { summary.count(outcome) }
            // A transaction grows with the load, so that what follows from it is worked out a few times however much is loaded.
            if open.count >= max(256, min(4096, summary.loaded / 4)) { try commit() }
            return outcome
        } catch {
            connection.rollback()
            abandon()
            throw Store.explained(error, path: store.path)
        }
    }

    private func commit() throws(StoreError) {
        do {
            guard connection.isInTransaction else { return }
            let start = ProcessorTime.now
            try derivation.update(documents: open)
            resolving += ProcessorTime.now - start
            try connection.run(
                """
                UPDATE batches SET new_documents = ?, changed_documents = ?, same_documents = ?, failed_documents = ?
                WHERE id = ?
                """, summary.new, summary.changed, summary.same, summary.failed, row)
            try connection.run("COMMIT")
            open.removeAll(keepingCapacity: true)
            committed = summary
        } catch {
            connection.rollback()
            abandon()
            throw Store.explained(error, path: store.path)
        }
    }

    private func abandon() {
        entities.reset()
        sources.removeAll()
        extractors.removeAll()
        open.removeAll()
        summary = committed
    }

    // MARK: Writing

    private func run(of identity: VersionIdentity, _ extractor: ExtractorVersion) throws(SQLiteError) -> Int64? {
        try connection.integer(
            """
            SELECT r.id FROM versions v CROSS JOIN runs r ON r.version_id = v.id JOIN extractors x ON x.id = r.extractor_id
            WHERE v.hash = ? AND x.name = ? AND x.version = ? AND x.resources = ? ORDER BY r.id DESC LIMIT 1
            """, identity.hash, extractor.name, extractor.version, extractor.resources)
    }

    /// Lets the batch hold a run that is there. It counts as new or changed if no batch in force held it.
    private func hold(
        _ run: Int64, _ identity: VersionIdentity, input: String, updated: String?
    ) throws(SQLiteError) -> LoadOutcome {
        let document = try documentRow(identity, url: nil)
        let outcome: LoadOutcome =
            if isRereading { .reread } else if try Self.isHeld(run, connection) { .same } else {
                try outcome(of: document)
            }
        try connection.run(
            """
            INSERT INTO batch_runs (batch_id, run_id, input, outcome, updated) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (batch_id, run_id) DO UPDATE
            SET updated = nullif(max(coalesce(updated, ''), coalesce(excluded.updated, '')), '')
            """, row, run, input, outcome.rawValue, updated)
        open.append(document)
        return outcome
    }

    /// Whether a batch that counts asks for a run.
    private static func isHeld(_ run: Int64, _ connection: Connection) throws(SQLiteError) -> Bool {
        try connection.integer(
            """
            SELECT 1 FROM runs r CROSS JOIN batch_runs h ON h.run_id = r.id WHERE r.id = ?
                AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = h.batch_id AND u.redone IS NULL)
                AND (h.outcome <> 'reread' OR EXISTS (SELECT 1 FROM runs o CROSS JOIN batch_runs l ON l.run_id = o.id
                    WHERE o.version_id = r.version_id AND l.outcome <> 'reread'
                        AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = l.batch_id AND u.redone IS NULL)))
            LIMIT 1
            """, run) != nil
    }

    /// What it means that another run of a document comes.
    private func outcome(of document: Int64) throws(SQLiteError) -> LoadOutcome {
        let isKnown = try connection.integer(
            """
            SELECT 1 FROM versions v CROSS JOIN runs r ON r.version_id = v.id CROSS JOIN batch_runs h ON h.run_id = r.id
            WHERE v.document_id = ? AND h.outcome <> 'reread'
                AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = h.batch_id AND u.redone IS NULL) LIMIT 1
            """, document)
        return isKnown == nil ? .new : .changed
    }

    private func write(_ prepared: PreparedRecord, input: String) throws(SQLiteError) -> LoadOutcome {
        let record = prepared.record
        let document = try documentRow(prepared.identity, url: record.url)
        let outcome = isRereading ? .reread : try outcome(of: document)
        let version = try versionRow(prepared.identity, record, document: document, input: input)
        let run = try connection.insert(
            """
            INSERT INTO runs (version_id, extractor_id, batch_id, recorded)
            VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            """, version, try extractorRow(prepared.extractor), row)
        try connection.run(
            "INSERT INTO batch_runs (batch_id, run_id, input, outcome, updated) VALUES (?, ?, ?, ?, ?)", row, run,
            input,
            outcome.rawValue, record.updated)
        var writer = RecordWriter(
            prepared, run: run, connection: connection, tables: tables, entities: entities)
        try writer.write()
        open.append(document)
        return outcome
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
        let version = try connection.insert(
            """
            INSERT INTO versions (key, hash, document_id, source_id, batch_id, input, title, author, language, published,
                text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            identity.key, identity.hash, document, try sourceRow(record.outlet), row, input, record.title,
            record.author,
            record.language, record.published, record.text)
        for field in record.origins.keys.sorted() {
            try connection.run(
                "INSERT INTO metadata_origins (version_id, field, origin) VALUES (?, ?, ?)", version, field,
                record.origins[field])
        }
        return version
    }

    private func sourceRow(_ outlet: String?) throws(SQLiteError) -> Int64? {
        guard let outlet, !outlet.isEmpty else { return nil }
        if let known = sources[outlet] { return known }
        let known = try connection.integer("SELECT id FROM sources WHERE name = ?", outlet)
        if let known {
            sources[outlet] = known
            return known
        }
        let made = try connection.insert("INSERT INTO sources (name) VALUES (?)", outlet)
        sources[outlet] = made
        return made
    }

    private func extractorRow(_ extractor: ExtractorVersion) throws(SQLiteError) -> Int64 {
        if let known = extractors[extractor] { return known }
        try connection.run(
            "INSERT OR IGNORE INTO extractors (name, version, resources) VALUES (?, ?, ?)", extractor.name,
            extractor.version, extractor.resources)
        let row =
            try connection.integer(
                "SELECT id FROM extractors WHERE name = ? AND version = ? AND resources = ?", extractor.name,
                extractor.version, extractor.resources) ?? 0
        extractors[extractor] = row
        return row
    }
}
