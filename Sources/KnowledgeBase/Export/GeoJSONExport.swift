internal import Record
internal import SQLite

/// Events at places as a FeatureCollection (RFC 7946): points of WGS 84, longitude first. How exact a place is stands in
/// `precision_m`, the radius in metres within which it lies; what has no place is counted in the foreign member `annals`.
struct GeoJSONExport {
    let connection: Connection
    let options: ExportOptions
    /// The entity whose events are wanted; nil for all.
    let entity: Int64?

    func write(_ write: (String) -> Void) throws(SQLiteError) -> ExportSummary {
        let evidence = EvidenceFinder(connection: connection)
        let figures = EventFigures(connection: connection)
        var counts = (features: 0, undated: 0, unplaced: 0, unreal: 0)
        write("{\"type\":\"FeatureCollection\",\"features\":[\n")
        try connection.each(
            """
            SELECT \(ExportedEvent.columns), p.longitude, p.latitude, p.precision, e.key, p.feature, \(ExportedEvent.isReal)
            FROM event_lines c LEFT JOIN places p ON p.entity_id = c.place_id LEFT JOIN entities e ON e.id = c.place_id
            WHERE \(ExportedEvent.ofEntity) ORDER BY c.key
            """, entity
        ) { row throws(SQLiteError) in
            let more = ExportedEvent.width
            guard options.includesAll || row.bool(more + 5) else { return counts.unreal += 1 }
            guard let longitude = row.optionalReal(more), let latitude = row.optionalReal(more + 1) else {
                return counts.unplaced += 1
            }
            let event = ExportedEvent(row)
            let (best, numbers) = (try evidence.best(of: event.id), try figures.of(event.id))
            if event.earliest == nil, event.latest == nil { counts.undated += 1 }
            var json = JSONText()
            json.object { json in
                json.field("type", "Feature")
                json.field("id", event.key)
                json.field("geometry") { point in
                    point.field("type", "Point")
                    point.field("coordinates", [longitude, latitude])
                }
                json.field("properties") { properties in
                    properties.field("key", event.key)
                    properties.field("type", event.type)
                    properties.field("class", event.group)
                    properties.field("title", event.title)
                    properties.field("place", event.place)
                    properties.field("place_key", row.optionalText(more + 3))
                    properties.field("place_feature", row.optionalText(more + 4))
                    properties.field("country", event.country)
                    properties.field("precision_m", row.optionalReal(more + 2))
                    properties.field("earliest", event.earliest)
                    properties.field("latest", event.latest)
                    properties.field("dates", event.dates)
                    properties.field("date_precision", event.granularity)
                    properties.field("date_words", event.dateWords)
                    properties.field("agents", event.agents)
                    properties.field("patients", event.patients)
                    properties.field("numbers", numbers) { $0.object($1.write) }
                    properties.field("texts", event.texts)
                    properties.field("documents", event.documents)
                    properties.field("voices", event.voices)
                    properties.field("disputed", event.disputed)
                    properties.field("polarity", event.polarity)
                    properties.field("modality", event.modality)
                    properties.field("certainty", event.certainty)
                    properties.field("sentence", best?.sentence)
                    properties.field("source", best?.source.name)
                    properties.field("published", best?.source.day)
                    properties.field("url", ExportText.webAddress(best?.source.url))
                }
            }
            write((counts.features == 0 ? "" : ",\n") + String(decoding: json.bytes, as: UTF8.self))
            counts.features += 1
        }
        var tail = JSONText()
        tail.object { json in
            json.field("features", counts.features)
            json.field("without_date", counts.undated)
            json.field("left_out") { left in
                left.field("without_place", counts.unplaced)
                left.field("not_said_to_have_happened", counts.unreal)
            }
        }
        write("\n],\"annals\":\(String(decoding: tail.bytes, as: UTF8.self))}\n")
        var summary = ExportSummary()
        summary.wrote(counts.features, "events at places (\(counts.undated) of them without a date)")
        summary.left(counts.unplaced, "without coordinates")
        summary.left(counts.unreal, "not said to have happened (--all)")
        return summary
    }
}
