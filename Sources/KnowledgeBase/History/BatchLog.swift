internal import SQLite

/// A line of the log.
public struct BatchEntry: Sendable, Equatable {
    public var number: Int
    public var started: String
    /// Nil for a load that was cut off.
    public var finished: String?
    public var command: String
    public var new: Int
    public var changed: Int
    public var same: Int
    public var failed: Int
    /// When it was undone; nil while it counts.
    public var undone: String?
}

/// What is in a store, in numbers.
public struct StoreStatus: Sendable, Equatable {
    /// Counts with their names, in the order to show.
    public var counts: [(name: String, count: Int)]
    public var earliestPublished: String?
    public var latestPublished: String?

    public static func == (left: StoreStatus, right: StoreStatus) -> Bool {
        left.counts.map(\.name) == right.counts.map(\.name) && left.counts.map(\.count) == right.counts.map(\.count)
            && left.earliestPublished == right.earliestPublished && left.latestPublished == right.latestPublished
    }
}

extension Store {
    /// All batches, the newest first.
    public func batches() throws(StoreError) -> [BatchEntry] {
        try guarded {
            var entries: [BatchEntry] = []
            try connection.each(
                """
                SELECT id, started, finished, coalesce(command, ''), new_documents, changed_documents, same_documents,
                    failed_documents, (SELECT undone FROM undos u WHERE u.batch_id = b.id AND u.redone IS NULL)
                FROM batches b ORDER BY id DESC
                """
            ) { row in
                entries.append(
                    BatchEntry(
                        number: Int(row.integer(0)), started: row.text(1), finished: row.isNull(2) ? nil : row.text(2),
                        command: row.text(3), new: Int(row.integer(4)), changed: Int(row.integer(5)),
                        same: Int(row.integer(6)), failed: Int(row.integer(7)),
                        undone: row.isNull(8) ? nil : row.text(8)))
            }
            return entries
        }
    }

    /// The inputs of a batch that could not be read, with the reasons.
    public func failures(ofBatch batch: Int) throws(StoreError) -> [(input: String, reason: String)] {
        try guarded {
            var failures: [(input: String, reason: String)] = []
            try connection.each("SELECT input, reason FROM failures WHERE batch_id = ? ORDER BY id", batch) { row in
                failures.append((row.text(0), row.text(1)))
            }
            return failures
        }
    }

    /// What the store holds now.
    public func status() throws(StoreError) -> StoreStatus {
        try guarded {
            var counts: [(name: String, count: Int)] = []
            for (name, query) in [
                ("documents", "SELECT count(*) FROM live_documents"),
                ("independent texts", "SELECT count(DISTINCT text_id) FROM independent_texts"),
                ("outlets", "SELECT count(DISTINCT outlet) FROM live_documents"),
                ("entities", "SELECT count(*) FROM entity_counts"),
                ("events", "SELECT count(*) FROM event_cards"),
                ("events told by several texts", "SELECT count(*) FROM event_cards WHERE texts > 1"),
                ("statements", "SELECT count(*) FROM facts"),
                ("disagreements", "SELECT count(*) FROM disagreements"),
                ("decisions by people", "SELECT count(*) FROM live_decisions"),
                ("batches", "SELECT count(*) FROM batches"),
                ("inputs that failed", "SELECT count(*) FROM failures"),
            ] {
                counts.append((name, Int(try connection.integer(query) ?? 0)))
            }
            var status = StoreStatus(counts: counts)
            try connection.each("SELECT min(published), max(published) FROM live_documents") { row in
                status.earliestPublished = row.isNull(0) ? nil : row.text(0)
                status.latestPublished = row.isNull(1) ? nil : row.text(1)
            }
            return status
        }
    }

    /// Runs a body and turns what it throws into an error for people.
    func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        do {
            return try body()
        } catch {
            throw Self.explained(error, path: path)
        }
    }
}
