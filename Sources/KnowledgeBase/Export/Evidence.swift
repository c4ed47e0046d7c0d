internal import SQLite

/// A sentence that tells of an event, with where it stands.
struct Evidence {
    var sentence: String
    var source: Source

    /// A document as a source.
    struct Source {
        var document: String
        var outlet: String?
        var title: String?
        var url: String?
        var author: String?
        /// ISO 8601.
        var published: String?

        /// Who published it, else what it is.
        var name: String { outlet ?? title ?? document }
        var day: String? { published.map { String($0.prefix(10)) } }
        /// "Baltic Courier, 2025-01-14".
        var line: String { [name, day].compactMap { $0 }.joined(separator: ", ") }
    }
}

/// Finds the evidence of events.
struct EvidenceFinder {
    let connection: Connection

    /// Columns of `live_documents` as `v`.
    static let sourceColumns = "v.key, v.outlet, v.title, v.url, v.author, v.published"
    /// How many they are.
    static let sourceWidth = 6

    static func source(_ row: Row, at column: Int) -> Evidence.Source {
        Evidence.Source(
            document: row.text(column), outlet: row.optionalText(column + 1), title: row.optionalText(column + 2),
            url: row.optionalText(column + 3), author: row.optionalText(column + 4),
            published: row.optionalText(column + 5))
    }

    /// The sentence that shows an event best: of the account that stands for it, with the most arguments.
    func best(of event: Int64) throws(SQLiteError) -> Evidence? {
        var found: Evidence?
        try connection.each(
            """
            SELECT substr(v.text, s.start_at + 1, s.end_at - s.start_at), \(Self.sourceColumns)
            FROM canonical_events a
            CROSS JOIN event_mentions m ON m.event_id = a.event_id
            CROSS JOIN sentences s ON s.id = m.sentence_id
            CROSS JOIN live_documents v ON v.run_id = s.run_id
            WHERE a.canonical_id = ?
            ORDER BY a.event_id <> a.canonical_id,
                (SELECT count(*) FROM event_arguments g WHERE g.event_mention_id = m.id) DESC, v.key, m.ordinal
            LIMIT 1
            """, event
        ) { row in
            found = Evidence(sentence: ExportText.clean(row.text(0)), source: Self.source(row, at: 1))
        }
        return found
    }

    /// The documents that tell of an event, the first published first.
    func sources(of event: Int64) throws(SQLiteError) -> [Evidence.Source] {
        var found: [Evidence.Source] = []
        try connection.each(
            """
            SELECT DISTINCT \(Self.sourceColumns)
            FROM canonical_events x CROSS JOIN events e ON e.id = x.event_id
            CROSS JOIN live_documents v ON v.run_id = e.run_id
            WHERE x.canonical_id = ? ORDER BY v.published IS NULL, v.published, v.key
            """, event
        ) { row in found.append(Self.source(row, at: 0)) }
        return found
    }
}
