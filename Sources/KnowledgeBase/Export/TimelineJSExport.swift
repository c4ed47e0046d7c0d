internal import Record
internal import SQLite

/// Dated events for TimelineJS 3 (timeline.knightlab.com/docs/json-format.html): a title slide, then a slide an event in the
/// order of dates. A date has as many of year, month and day as the words settle. Its texts are HTML: all that comes from
/// articles is escaped.
struct TimelineJSExport {
    let connection: Connection
    let options: ExportOptions
    /// The entity whose events are wanted; nil for all.
    let entity: Int64?

    func write(_ write: (String) -> Void) throws(SQLiteError) -> ExportSummary {
        let counts = try self.counts()
        write("{\"scale\":\"human\",\"title\":\(try title(counts)),\"events\":[\n")
        let evidence = EvidenceFinder(connection: connection)
        var isFirst = true
        try connection.each(
            """
            SELECT \(ExportedEvent.columns) FROM event_lines c
            WHERE \(ExportedEvent.ofEntity) AND coalesce(c.earliest, c.latest) IS NOT NULL
                AND (?2 OR \(ExportedEvent.isReal))
            ORDER BY coalesce(c.earliest, c.latest), c.latest IS NULL, c.latest, c.key
            """, entity, options.includesAll
        ) { row throws(SQLiteError) in
            let event = ExportedEvent(row)
            let slide = slide(event, evidence: try evidence.best(of: event.id))
            write((isFirst ? "" : ",\n") + slide)
            isFirst = false
        }
        write("\n]}\n")
        var summary = ExportSummary()
        summary.wrote(counts.dated, "events")
        summary.left(counts.undated, "without a date")
        summary.left(counts.unreal, "not said to have happened (--all)")
        return summary
    }

    private func counts() throws(SQLiteError) -> (dated: Int, undated: Int, unreal: Int) {
        var counts = (dated: 0, undated: 0, unreal: 0)
        try connection.each(
            """
            SELECT coalesce(c.earliest, c.latest) IS NOT NULL, (?2 OR \(ExportedEvent.isReal)), count(*)
            FROM event_cards c WHERE \(ExportedEvent.ofEntity) GROUP BY 1, 2
            """, entity, options.includesAll
        ) { row in
            if !row.bool(1) {
                counts.unreal += row.int(2)
            } else if row.bool(0) {
                counts.dated = row.int(2)
            } else {
                counts.undated = row.int(2)
            }
        }
        return counts
    }

    private func title(_ counts: (dated: Int, undated: Int, unreal: Int)) throws(SQLiteError) -> String {
        var name = options.databaseName
        if let entity { name = try connection.text("SELECT name FROM entities WHERE id = ?", entity) ?? name }
        let documents = try connection.integer("SELECT count(*) FROM live_runs") ?? 0
        var json = JSONText()
        json.object { json in
            json.field("unique_id", "title")
            json.field("text") { text in
                text.field("headline", ExportText.html(name))
                text.field(
                    "text",
                    "<p>\(counts.dated) dated events in \(documents) articles; \(counts.undated) more without a date.</p>"
                )
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func slide(_ event: ExportedEvent, evidence: Evidence?) -> String {
        let dates = PartialDate.interval(
            earliest: event.earliest, latest: event.latest, granularity: event.granularity)
        var json = JSONText()
        json.object { json in
            json.field("unique_id", event.key)
            if let dates { json.field("start_date") { Self.write(dates.first, &$0) } }
            if let last = dates?.last { json.field("end_date") { Self.write(last, &$0) } }
            if let shown = shownDate(of: event) { json.field("display_date", shown) }
            switch options.grouping {
            case .class: json.field("group", event.group)
            case .type: json.field("group", event.type)
            case .place: json.field("group", event.place.map(ExportText.html) ?? "elsewhere")
            case .none: break
            }
            json.field("autolink", false)
            json.field("text") { text in
                text.field("headline", ExportText.html(event.title))
                text.field("text", Self.body(of: event, evidence))
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ date: PartialDate, _ json: inout JSONText) {
        json.field("year", date.year)
        json.field("month", date.month)
        json.field("day", date.day)
    }

    /// TimelineJS words a day, a month and a year by itself; what is none of these is told as it was said.
    private func shownDate(of event: ExportedEvent) -> String? {
        let isPlain =
            ["day", "month", "year"].contains(event.granularity) && event.earliest != nil && event.latest != nil
        guard !isPlain, let dates = event.dates else { return nil }
        return ExportText.html(event.dateWords.map { "\($0): \(dates)" } ?? dates)
    }

    private static func body(of event: ExportedEvent, _ evidence: Evidence?) -> String {
        var html = ""
        if let evidence {
            html += "<blockquote>\(ExportText.html(evidence.sentence))</blockquote>"
            let line = ExportText.html(evidence.source.line)
            if let address = ExportText.webAddress(evidence.source.url) {
                html += "<p><a href=\"\(ExportText.html(address))\" rel=\"noopener\">\(line)</a></p>"
            } else {
                html += "<p>\(line)</p>"
            }
        }
        if let words = event.dateWords { html += "<p>Dated by: “\(ExportText.html(words))”</p>" }
        return html + "<p>\(ExportText.html(event.support))</p>"
    }
}
