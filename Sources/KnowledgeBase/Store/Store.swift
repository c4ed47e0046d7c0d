internal import CSQLite
internal import Record
public import SQLite
public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A knowledge base: one SQLite file that `schema.sql` defines.
///
///     let store = try Store(path: "annals.db", mode: .write, data: try DataFolder.locate())
///     let batch = try store.beginBatch(command: "example")
///     try batch.load(record, input: "article.txt")
///     let summary = try batch.finish()
public final class Store {
    public enum Mode: Sendable {
        /// Reading only; the file must exist.
        case read
        /// Reading and writing; the file is made if there is none.
        case write
    }

    /// The version of `schema.sql` that this program writes, its `user_version`.
    public static let schemaVersion = 3
    /// `ANLS`, the `application_id` of our files.
    static let applicationID = 0x414E_4C53

    public let path: String
    /// The connection, for queries.
    public let connection: Connection
    /// What the store knows of events and predicates.
    public let ontology: Ontology
    let data: DataFolder

    /// Opens a knowledge base.
    /// - Throws: `StoreError` if the file is missing, foreign, damaged or newer than this program, or if the data tables cannot be read.
    public init(path: String, mode: Mode, data: DataFolder) throws(StoreError) {
        self.path = path
        self.data = data
        do {
            ontology = try Ontology(data: data)
        } catch {
            throw .data(error)
        }
        do {
            connection = try Self.open(path, mode)
            let version = try Self.check(connection, path: path)
            switch version {
            case Self.schemaVersion: break
            case 0:
                guard mode == .write else { throw StoreError.missing(path: path) }
                try Self.create(connection)
            default:
                guard mode == .write else {
                    throw StoreError.tooOld(path: path, version: version, known: Self.schemaVersion)
                }
                try Migration(connection: connection, data: data).run(from: version)
            }
            if mode == .write { try connection.enforceForeignKeys() }
            if mode == .write { try OntologyTables(connection: connection, data: data).copy(ontology) }
            if mode == .write { try Self.copyCountries(data, into: connection) }
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    /// Starts a batch: documents loaded together, which can be undone together.
    /// - Parameters:
    ///   - command: what was asked for, for the log.
    ///   - breadth: which events are compared; all batches of a store with the same.
    public func beginBatch(
        command: String, breadth: ComparisonBreadth = .sure
    ) throws(StoreError) -> Batch {
        do {
            return try Batch(store: self, command: command, breadth: breadth)
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    /// Starts a batch of readings of texts that are in the store. It holds them as long as a load that brought them counts.
    /// - Parameter command: what was asked for, for the log.
    public func beginRereading(command: String) throws(StoreError) -> Batch {
        do {
            return try Batch(store: self, command: command, isRereading: true)
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    /// From now on lets queries answer from a part of the knowledge base only. The store has been opened for reading.
    public func look(at scope: Scope) throws(StoreError) {
        guard !scope.isEverything else { return }
        try guarded { try Snapshot(connection: connection, data: data).make(scope) }
    }

    /// By what events are compared. Read when first asked for: a question needs none of it.
    public func eventRules() throws(DataError) -> EventRules { try EventRules(data: data) }

    // MARK: Opening

    private static func open(_ path: String, _ mode: Mode) throws -> Connection {
        guard mode == .write else {
            return try openForReading(path)
        }
        // A foreign file is refused before it is opened for writing: closing it, SQLite would tidy its log away.
        if FileManager.default.fileExists(atPath: path) {
            _ = try check(try openForReading(path, toLookOnly: true), path: path)
        }
        let connection = try Connection(path: path, mode: .create)
        try connection.useWriteAheadLog()
        // Text indexes get their keys in random order: with SQLite's 2 MB they would be read again for each.
        try connection.setPragma("cache_size", -131_072)
        // Pages that one transaction after another changes are moved into the file once in a while, not after each.
        try connection.setPragma("wal_autocheckpoint", 8192)
        try connection.setPragma("temp_store", 2)
        return connection
    }

    /// - Parameter toLookOnly: whose file it is stands in it also where a write that was cut off has to be taken back first,
    ///   which the writer that comes next does.
    private static func openForReading(_ path: String, toLookOnly: Bool = false) throws -> Connection {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        let connection = try Connection(path: path, mode: .readOnly)
        do throws(SQLiteError) {
            _ = try connection.pragma("user_version")
            return connection
        } catch {
            // On a medium that cannot be written SQLite cannot make the shared-memory file of a write-ahead log;
            // nobody can be writing there either.
            guard error.isCannotOpen || toLookOnly && error.isReadOnly else { throw Self.explained(error, path: path) }
        }
        return try Connection(path: path, mode: .immutable)
    }

    private static func check(_ connection: Connection, path: String) throws -> Int {
        let application = try connection.pragma("application_id")
        let version = try connection.pragma("user_version")
        let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
        if application == 0, version == 0, tables == 0 { return 0 }
        guard application == applicationID, version >= 1 else {
            throw StoreError.foreign(
                path: path, detail: "its application id is \(application), its version \(version)")
        }
        guard version <= schemaVersion else {
            throw StoreError.tooNew(path: path, version: version, known: schemaVersion)
        }
        return version
    }

    private static func create(_ connection: Connection) throws {
        guard let schema = annals_schema() else { return }
        try connection.transaction { try connection.execute(String(cString: schema)) }
    }

    /// Any error of the layers below as one for people.
    static func explained(_ error: any Error, path: String) -> StoreError {
        if let error = error as? StoreError { return error }
        if let error = error as? DataError { return .data(error) }
        guard let error = error as? SQLiteError else { return .notFound("\(path): \(error)") }
        return StoreError(error, path: path)
    }

    // MARK: Reference data

    /// Makes every country known: events of "North Korean troops" count for North Korea, whether or not it is named.
    private static func copyCountries(_ data: DataFolder, into connection: Connection) throws {
        let known = try connection.integer("SELECT count(*) FROM places WHERE feature = 'PCLI'") ?? 0
        guard known == 0 else { return }
        let table = try data.table(
            "gazetteer/countries.tsv",
            columns: ["id", "iso2", "name", "aliases", "latitude", "longitude", "precision", "wikidata"])
        try connection.transaction {
            let entities = EntityRegistry(connection: connection)
            for row in table.rows {
                try entities.register(
                    EntityReference(
                        id: row["id"], kind: .place, name: row["name"], aliases: row.list("aliases"),
                        country: row["iso2"],
                        latitude: Double(row["latitude"]), longitude: Double(row["longitude"]),
                        precision: Double(row["precision"]), feature: "PCLI",
                        sameAs: row["wikidata"].isEmpty ? nil : ["wikidata:" + row["wikidata"]]))
            }
        }
    }
}
