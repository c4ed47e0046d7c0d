internal import SQLite

/// A form in which the events of a store can be taken to other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// A FeatureCollection of the events that have a place (RFC 7946).
    case geojson
    /// A timeline of dated events for TimelineJS (Knight Lab). A missing month or day stays missing.
    case timelinejs
    /// Two kinds of rows in JSON Lines: things and links between them.
    case graph
    /// Coded events in JSON Lines: the records of PLOVER, an interchange format of event data (openeventdata/PLOVER).
    case plover
}

extension Store {
    /// Writes the events in a form for other programs.
    /// - Parameter write: called with each piece of the text.
    public func export(_ format: ExportFormat, _ write: (String) -> Void) throws(StoreError) {
        try guarded {
            switch format {
            case .geojson:
                try exportList(
                    """
                    SELECT json_object('type', 'Feature',
                        'geometry', json_object('type', 'Point', 'coordinates', json_array(p.longitude, p.latitude)),
                        'properties', json_object('id', c.key, 'type', c.type, 'title', c.title, 'place', e.name,
                            'precision', p.precision, 'earliest', c.earliest, 'latest', c.latest, 'texts', c.texts,
                            'certainty', c.certainty, 'modality', c.modality))
                    FROM event_cards c JOIN places p ON p.entity_id = c.place_id JOIN entities e ON e.id = c.place_id
                    ORDER BY c.key
                    """, open: "{\"type\":\"FeatureCollection\",\"features\":[\n", close: "\n]}\n", write)
            case .timelinejs:
                try exportList(
                    """
                    SELECT json_object('unique_id', c.key, 'group', c.class,
                        'start_date', \(Self.date("c.earliest", finest: "c.granularity")),
                        'end_date', \(Self.date("c.latest", finest: "c.granularity")),
                        'display_date', c.date_words, 'text', json_object('headline', c.title))
                    FROM event_cards c WHERE c.earliest IS NOT NULL ORDER BY c.earliest, c.key
                    """, open: "{\"events\":[\n", close: "\n]}\n", write)
            case .graph:
                try exportLines(
                    """
                    SELECT json_object('thing', e.key, 'kind', e.kind, 'name', e.name, 'country', e.country)
                    FROM entity_counts c JOIN entities e ON e.id = c.entity_id ORDER BY e.key
                    """, write)
                try exportLines(
                    """
                    SELECT json_object('event', key, 'type', type, 'title', title, 'earliest', earliest, 'latest', latest)
                    FROM event_cards ORDER BY key
                    """, write)
                try exportLines(
                    """
                    SELECT json_object('link', p.role, 'event', c.key, 'thing', e.key)
                    FROM event_participants p JOIN event_cards c ON c.event_id = p.event_id
                    JOIN entities e ON e.id = p.entity_id ORDER BY c.key, p.role, e.key
                    """, write)
            case .plover:
                try PloverExport(connection: connection, data: data).write(write)
            }
        }
    }

    /// Year, month and day as far as the words say them.
    private static func date(_ column: String, finest: String) -> String {
        """
        CASE \(finest) WHEN 'year' THEN json_object('year', substr(\(column), 1, 4))
            WHEN 'month' THEN json_object('year', substr(\(column), 1, 4), 'month', substr(\(column), 6, 2))
            ELSE json_object('year', substr(\(column), 1, 4), 'month', substr(\(column), 6, 2), 'day', substr(\(column), 9, 2)) END
        """
    }

    private func exportList(_ query: String, open: String, close: String, _ write: (String) -> Void) throws {
        write(open)
        var isFirst = true
        try connection.each(query) { row in
            write((isFirst ? "" : ",\n") + row.text(0))
            isFirst = false
        }
        write(close)
    }

    private func exportLines(_ query: String, _ write: (String) -> Void) throws {
        try connection.each(query) { row in write(row.text(0) + "\n") }
    }
}
