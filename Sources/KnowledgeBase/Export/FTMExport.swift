internal import SQLite
internal import Tables

/// Entities, articles, events and relations as FollowTheMoney has them (followthemoney.tech), one a line: first the
/// entities, then the articles, which are the proof of what comes after them.
final class FTMExport {
    private let rows: NetworkRows
    private let model: FTMModel
    private let coder: ActorCoder
    private var connection: Connection { rows.connection }
    /// The key and the schema of each entity that has been written, by row number.
    private var schemas: [Int64: (key: String, schema: String)] = [:]

    /// Roles of what an event does not involve: who tells of it, and where it is.
    private static let bystanders = "('source', 'place', 'origin', 'destination')"

    init(rows: NetworkRows, data: DataFolder) throws(DataError) {
        self.rows = rows
        model = try FTMModel(data: data)
        coder = ActorCoder(connection: rows.connection, tables: try ActorTables(data: data))
    }

    func write(_ write: (String) -> Void) throws(SQLiteError) -> ExportSummary {
        var summary = ExportSummary()
        let (entities, unknown) = try writeEntities(write)
        summary.wrote(entities, "entities")
        summary.wrote(try writeArticles(write), "articles")
        summary.wrote(try writeEvents(write), "events")
        summary.wrote(try writeRelations(write), "links")
        summary.left(unknown, "objects, which FollowTheMoney has no schema for")
        let unreal = try connection.integer("SELECT count(*) FROM event_cards c WHERE NOT (\(rows.isWanted))") ?? 0
        summary.left(Int(unreal), "events not said to have happened")
        return summary
    }

    // MARK: Entities

    private func writeEntities(_ write: (String) -> Void) throws(SQLiteError) -> (written: Int, unknown: Int) {
        var (written, unknown) = (0, 0)
        try rows.things { node throws(SQLiteError) in
            guard let id = try connection.integer("SELECT id FROM entities WHERE key = ?", node.key) else { return }
            let sector =
                node.kind == "agency" ? try coder.actor(id, on: nil, isMetonym: false)?.sector : nil
            guard let schema = model.schema(kind: node.kind, sector: sector) else { return unknown += 1 }
            schemas[id] = (node.key, schema)
            var entity = FTMEntity(schema: schema, of: node.key)
            if schema == "Address" {
                entity.add("full", node.name)
                entity.add("latitude", node.latitude.map { "\($0)" })
                entity.add("longitude", node.longitude.map { "\($0)" })
                if let precision = node.precision { entity.add("remarks", "within \(Int(precision)) metres") }
            }
            try describe(&entity, node, id)
            write(entity.line + "\n")
            written += 1
            if schema == "Address", try acts(id) {
                var actor = FTMEntity(schema: "LegalEntity", of: "actor", node.key)
                try describe(&actor, node, id)
                actor.add("addressEntity", entity.id)
                write(actor.line + "\n")
                written += 1
            }
        }
        return (written, unknown)
    }

    private func describe(_ entity: inout FTMEntity, _ node: NetworkRows.Node, _ id: Int64) throws(SQLiteError) {
        entity.add("name", node.name)
        entity.add("country", node.country?.lowercased())
        entity.add("summary", node.summary)
        entity.add("keywords", node.kind)
        try connection.each(
            """
            SELECT n.name FROM (SELECT ?1 AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?1) x
            JOIN entity_names n ON n.entity_id = x.id WHERE n.uses > 0 OR n.origin = 'reference' ORDER BY n.name
            """, id
        ) { row in if row.text(0) != node.name { entity.add("alias", row.text(0)) } }
        try connection.each(
            "SELECT value FROM cross_references WHERE entity_id = ? AND scheme = 'wikidata' ORDER BY value", id
        ) { row in entity.add("wikidataId", row.text(0)) }
        let schema = entity.schema
        try connection.each(
            """
            SELECT DISTINCT f.predicate, f.value, f.earliest, f.latest, f.granularity FROM facts f
            WHERE f.subject_entity_id = ? AND f.holds AND NOT f.ended AND f.certainty > 0
                AND f.modality IN ('asserted', 'hedged')
            ORDER BY f.predicate, f.value, f.earliest, f.latest
            """, id
        ) { row in
            guard let property = model.properties[row.text(0)], property.schemas.contains(schema) else { return }
            if property.name.hasSuffix("Date") {
                let dates = PartialDate.interval(
                    earliest: row.optionalText(2), latest: row.optionalText(3), granularity: row.optionalText(4))
                if let dates, dates.last == nil { entity.add(property.name, dates.first.iso) }
            } else {
                entity.add(property.name, row.text(1))
            }
        }
    }

    /// Whether a place does something or has it done, and is not only where it happens.
    private func acts(_ place: Int64) throws(SQLiteError) -> Bool {
        var acts =
            try connection.integer(
                """
                SELECT 1 FROM event_participants p JOIN event_cards c ON c.event_id = p.event_id
                WHERE p.entity_id = ? AND p.role NOT IN \(Self.bystanders) AND \(rows.isWanted) LIMIT 1
                """, place) != nil
        try connection.each(
            """
            SELECT DISTINCT f.predicate FROM facts f WHERE f.subject_entity_id = ?1 AND \(NetworkRows.isRelation)
            UNION SELECT DISTINCT f.predicate FROM facts f WHERE f.object_id = ?1 AND \(NetworkRows.isRelation)
            """, place
        ) { row in if model.relations[row.text(0)]?.valueIs != "Address" { acts = true } }
        return acts
    }

    // MARK: Articles

    private func writeArticles(_ write: (String) -> Void) throws(SQLiteError) -> Int {
        var count = 0
        try connection.each(
            "SELECT \(EvidenceFinder.sourceColumns) FROM live_documents v ORDER BY v.key"
        ) { row in
            let source = EvidenceFinder.source(row, at: 0)
            var article = FTMEntity(schema: "Article", of: "document", source.document)
            article.add("fileName", source.document)
            article.add("title", source.title ?? source.document)
            article.add("author", source.author)
            article.add("publisher", source.outlet)
            article.add("publishedAt", source.day)
            article.add("sourceUrl", ExportText.webAddress(source.url))
            write(article.line + "\n")
            count += 1
        }
        return count
    }

    private func cite(_ source: Evidence.Source, in entity: inout FTMEntity) {
        entity.add("proof", FTMEntity.id(["document", source.document]))
        entity.add("publisher", source.outlet)
        entity.add("sourceUrl", ExportText.webAddress(source.url))
    }

    // MARK: Events

    private func writeEvents(_ write: (String) -> Void) throws(SQLiteError) -> Int {
        let evidence = EvidenceFinder(connection: connection)
        let figures = EventFigures(connection: connection)
        var count = 0
        try connection.each(
            "SELECT \(ExportedEvent.columns) FROM event_lines c WHERE \(rows.isWanted) ORDER BY c.key"
        ) { row throws(SQLiteError) in
            let event = ExportedEvent(row)
            var entity = FTMEntity(schema: "Event", of: event.key)
            entity.add("name", event.title)
            entity.addDates(earliest: event.earliest, latest: event.latest, granularity: event.granularity)
            entity.add("location", event.place)
            entity.add("country", event.country?.lowercased())
            if let place = event.placeID, let known = schemas[place], known.schema == "Address" {
                entity.add("addressEntity", FTMEntity.id([known.key]))
            }
            try addParticipants(of: event.id, to: &entity)
            entity.add("summary", try evidence.best(of: event.id)?.sentence)
            entity.add("keywords", event.type)
            entity.add("keywords", event.group)
            entity.add("notes", event.support)
            if let words = event.dateWords { entity.add("notes", "dated by: “\(words)”") }
            for figure in try figures.of(event.id) { entity.add("notes", "\(figure.measure): \(figure.words)") }
            entity.add("recordId", event.key)
            for source in try evidence.sources(of: event.id) { cite(source, in: &entity) }
            write(entity.line + "\n")
            count += 1
        }
        return count
    }

    private func addParticipants(of event: Int64, to entity: inout FTMEntity) throws(SQLiteError) {
        try connection.each(
            """
            SELECT DISTINCT p.entity_id FROM event_participants p JOIN entities e ON e.id = p.entity_id
            WHERE p.event_id = ? AND p.role NOT IN \(Self.bystanders) ORDER BY e.key
            """, event
        ) { row in
            guard let known = schemas[row.integer(0)] else { return }
            entity.add("involved", FTMEntity.id(known.schema == "Address" ? ["actor", known.key] : [known.key]))
        }
    }

    // MARK: Relations

    private func writeRelations(_ write: (String) -> Void) throws(SQLiteError) -> Int {
        var (count, last) = (0, (key: "", entity: FTMEntity?.none))
        func flush() {
            guard let entity = last.entity else { return }
            write(entity.line + "\n")
            count += 1
        }
        try connection.each(
            """
            SELECT f.subject_entity_id, f.object_id, f.predicate, p.label, f.earliest, f.latest, f.granularity, f.value,
                (SELECT x.text FROM statements s JOIN sentence_texts x ON x.id = s.sentence_id WHERE s.id = f.id),
                \(EvidenceFinder.sourceColumns), f.ended
            FROM facts f JOIN predicates p ON p.name = f.predicate JOIN live_documents v ON v.version_id = f.version_id
            JOIN entities l ON l.id = f.subject_entity_id JOIN entities r ON r.id = f.object_id
            JOIN statements k ON k.id = f.id
            WHERE \(NetworkRows.isRelation) ORDER BY l.key, f.predicate, r.key, f.ended, f.published IS NULL, f.published, k.key
            """
        ) { row in
            guard let subject = schemas[row.integer(0)], let object = schemas[row.integer(1)] else { return }
            let (predicate, label) = (row.text(2), row.text(3))
            let isEnded = row.bool(9 + EvidenceFinder.sourceWidth)
            let key = [subject.key, predicate, object.key, isEnded ? "ended" : ""].joined(separator: "\u{0}")
            if key != last.key || last.entity == nil {
                flush()
                last = (key, link(predicate, label: label, isEnded: isEnded, from: subject, to: object))
            }
            last.entity?.addDates(
                earliest: row.optionalText(4), latest: row.optionalText(5), granularity: row.optionalText(6))
            last.entity?.add("summary", row.text(8))
            if var entity = last.entity {
                cite(EvidenceFinder.source(row, at: 9), in: &entity)
                last.entity = entity
            }
        }
        flush()
        return count
    }

    private func link(
        _ predicate: String, label: String, isEnded: Bool, from subject: (key: String, schema: String),
        to object: (key: String, schema: String)
    ) -> FTMEntity {
        let wanted = model.relations[predicate] ?? FTMModel.link
        // A place stands for itself where places are asked for, else for who acts in its name.
        let ends = wanted.valueIs == "Address"
        let subjectIs = ends || subject.schema != "Address" ? subject.schema : "LegalEntity"
        let objectIs = ends || object.schema != "Address" ? object.schema : "LegalEntity"
        let fits = model.schema(subjectIs, is: wanted.subjectIs) && model.schema(objectIs, is: wanted.valueIs)
        let relation = fits ? wanted : FTMModel.link
        var entity = FTMEntity(schema: relation.schema, of: subject.key, predicate, object.key, isEnded ? "ended" : "")
        func id(_ end: (key: String, schema: String), _ schema: String) -> String {
            FTMEntity.id(schema == end.schema ? [end.key] : ["actor", end.key])
        }
        entity.add(relation.from, id(subject, subjectIs))
        entity.add(relation.to, id(object, objectIs))
        let isFamily = relation.schema == "Family"
        entity.add(isFamily ? "relationship" : "role", isFamily && isEnded ? "formerly \(label)" : label)
        if isEnded, !isFamily { entity.add("status", "ended") }
        return entity
    }
}
