public import Record
internal import SQLite
public import Tables

/// Gives the events and things of many records names that hold across all of them, by the code that a knowledge base does it
/// with, in one that lives in memory.
public final class RecordLinker {
    private let store: Store
    private let batch: Batch
    private var records: [AnnotationRecord] = []

    public init(data: DataFolder) throws(StoreError) {
        store = try Store(path: ":memory:", mode: .write, data: data)
        batch = try store.beginBatch(command: "link", breadth: .wide)
    }

    /// Takes a record in. It counts as a document of its own, whatever its address.
    public func add(_ record: AnnotationRecord) throws(StoreError) {
        try batch.load(Self.standingAlone(record), input: record.id)
        records.append(record)
    }

    /// Hands out the records in the order they came in, `instance` set on their events and `entity` on their mentions.
    public func finish(_ receive: (AnnotationRecord) throws -> Void) throws {
        _ = try batch.finish()
        for record in records { try receive(try linked(record)) }
    }

    /// - Returns: the record without what makes two texts one document.
    private static func standingAlone(_ record: AnnotationRecord) -> AnnotationRecord {
        var record = record
        record.url = nil
        return record
    }

    private func linked(_ record: AnnotationRecord) throws -> AnnotationRecord {
        let identity = VersionIdentity(Self.standingAlone(record), canonicalURL: nil)
        var instances: [Int: String] = [:]
        try store.connection.each(
            """
            SELECT m.ordinal, k.key FROM versions v CROSS JOIN live_runs l ON l.version_id = v.id
            CROSS JOIN event_mentions m ON m.run_id = l.run_id CROSS JOIN canonical_events c ON c.event_id = m.event_id
            JOIN events k ON k.id = c.canonical_id WHERE v.key = ?
            """, identity.key
        ) { row in instances[Int(row.integer(0))] = row.text(1) }
        var entities: [Int: String] = [:]
        try store.connection.each(
            """
            SELECT c.ordinal, e.key FROM versions v CROSS JOIN live_runs l ON l.version_id = v.id
            CROSS JOIN chains c ON c.run_id = l.run_id JOIN entity_identities i ON i.entity_id = c.entity_id
            JOIN entities e ON e.id = i.canonical_id WHERE v.key = ?
            """, identity.key
        ) { row in entities[Int(row.integer(0))] = row.text(1) }
        var record = record
        for index in record.events.indices { record.events[index].instance = instances[index] }
        for index in record.mentions.indices {
            if let entity = entities[record.mentions[index].chain] { record.mentions[index].entity = entity }
        }
        return record
    }
}
