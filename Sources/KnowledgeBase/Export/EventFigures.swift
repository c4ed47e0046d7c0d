internal import Record
internal import SQLite

/// What is counted of an event, each different figure once, with how many independent texts give it.
struct EventFigures {
    struct Figure {
        var measure: String
        var words: String
        var low: Double?
        var high: Double?
        var point: Double?
        var texts: Int

        func write(_ json: inout JSONText) {
            json.field("measure", measure)
            json.field("words", words)
            json.field("low", low)
            json.field("high", high)
            json.field("point", point)
            json.field("texts", texts)
        }
    }

    let connection: Connection

    func of(_ event: Int64) throws(SQLiteError) -> [Figure] {
        var figures: [Figure] = []
        try connection.each(
            """
            SELECT f.predicate, min(f.value), f.low, f.high, f.point, count(DISTINCT f.text_id) AS texts FROM facts f
            WHERE f.subject_event_id = ? AND f.holds AND coalesce(f.point, f.low, f.high) IS NOT NULL
            GROUP BY f.predicate, f.low, f.high, f.point ORDER BY f.predicate, texts DESC, f.low, f.high, f.point
            """, event
        ) { row in
            figures.append(
                Figure(
                    measure: row.text(0), words: ExportText.clean(row.text(1)), low: row.optionalReal(2),
                    high: row.optionalReal(3), point: row.optionalReal(4), texts: row.int(5)))
        }
        return figures
    }
}
