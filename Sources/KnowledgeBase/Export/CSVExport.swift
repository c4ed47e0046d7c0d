internal import SQLite

/// Two tables: things (entities and events) and links between them. An event is a thing of its own, so that what three
/// take part in stays one; links lead from its agents to it and from it to all others.
struct CSVExport {
    let rows: NetworkRows
    let options: ExportOptions

    private static let thingColumns = [
        "id", "type", "subtype", "label", "country", "latitude", "longitude", "precision_m", "earliest", "latest",
        "date_precision", "date_words", "mentions", "documents", "texts", "voices", "disputed", "polarity", "modality",
        "certainty", "summary", "source", "published", "url",
    ]
    private static let linkColumns = [
        "id", "from", "to", "type", "label", "earliest", "latest", "texts", "certainty",
    ]

    func write(to folder: ExportFolder) throws -> ExportSummary {
        var csv = CSVText(keepsFormulas: options.keepsFormulas)
        var counts = (things: 0, events: 0, links: 0)
        try folder.file("things.csv") { write in
            write(csv.line(Self.thingColumns.map { .text($0) }))
            try rows.things { node in
                counts.things += 1
                write(
                    csv.line([
                        .text(node.key), .text(node.kind), .text(nil), .text(node.name), .text(node.country),
                        .real(node.latitude), .real(node.longitude), .real(node.precision), .text(nil), .text(nil),
                        .text(nil), .text(nil), .number(node.mentions), .number(node.documents), .text(nil), .text(nil),
                        .text(nil), .text(nil), .text(nil), .text(nil), .text(node.summary), .text(nil), .text(nil),
                        .text(nil),
                    ]))
            }
            try events { event, evidence in
                counts.events += 1
                write(csv.line(Self.cells(event, evidence)))
            }
        }
        try folder.file("links.csv") { write in
            write(csv.line(Self.linkColumns.map { .text($0) }))
            try participations { edge in
                counts.links += 1
                write(csv.line(Self.cells(edge)))
            }
            try rows.relations { edge in
                counts.links += 1
                write(csv.line(Self.cells(edge)))
            }
        }
        var summary = ExportSummary()
        summary.wrote(counts.things, "entities")
        summary.wrote(counts.events, "events")
        summary.wrote(counts.links, "links")
        if csv.guarded > 0 {
            summary.remark(
                "\(csv.guarded) cells that a spreadsheet could take for a formula got a ' before them (--keep-formulas leaves them as they are)."
            )
        }
        return summary
    }

    private func events(_ body: (ExportedEvent, Evidence?) -> Void) throws(SQLiteError) {
        let evidence = EvidenceFinder(connection: rows.connection)
        try rows.connection.each(
            "SELECT \(ExportedEvent.columns) FROM event_lines c WHERE \(rows.isWanted) ORDER BY c.key"
        ) { row throws(SQLiteError) in
            let event = ExportedEvent(row)
            body(event, try evidence.best(of: event.id))
        }
    }

    private static func cells(_ event: ExportedEvent, _ evidence: Evidence?) -> [CSVText.Cell] {
        [
            .text(event.key), .text("event"), .text(event.type), .text(event.title), .text(event.country), .text(nil),
            .text(nil), .text(nil), .text(event.earliest), .text(event.latest), .text(event.granularity),
            .text(event.dateWords), .number(event.mentions), .number(event.documents), .number(event.texts),
            .number(event.voices), .number(event.disputed), .text(event.polarity), .text(event.modality),
            .text(event.certainty), .text(evidence?.sentence), .text(evidence?.source.name),
            .text(evidence?.source.day), .text(evidence?.source.url),
        ]
    }

    /// Who takes part in which event, and where it was: a place that the event has besides.
    private func participations(_ body: (NetworkRows.Edge) -> Void) throws(SQLiteError) {
        try rows.connection.each(
            """
            SELECT c.key, e.key, x.role, c.earliest, c.latest, c.texts, c.certainty
            FROM (SELECT event_id, entity_id, role FROM event_participants
                UNION SELECT event_id, place_id, 'place' FROM event_cards WHERE place_id IS NOT NULL) x
            JOIN event_cards c ON c.event_id = x.event_id JOIN entities e ON e.id = x.entity_id
            WHERE \(rows.isWanted) ORDER BY c.key, x.role, e.key
            """
        ) { row in
            let (event, entity, role) = (row.text(0), row.text(1), row.text(2))
            let isAgent = role == "agent"
            body(
                NetworkRows.Edge(
                    id: NetworkRows.id(event, entity, role), source: isAgent ? entity : event,
                    target: isAgent ? event : entity, type: role, group: "event", label: role, role: role,
                    earliest: row.optionalText(3), latest: row.optionalText(4), texts: row.int(5),
                    certainty: row.int(6), disputed: 0, event: event))
        }
    }

    private static func cells(_ edge: NetworkRows.Edge) -> [CSVText.Cell] {
        [
            .text(edge.id), .text(edge.source), .text(edge.target), .text(edge.type), .text(edge.label),
            .text(edge.earliest), .text(edge.latest), .number(edge.texts), .number(edge.certainty),
        ]
    }
}
