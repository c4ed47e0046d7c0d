internal import SQLite

/// A folder of Markdown notes for Obsidian: one an entity, with front matter, its timeline, relations, disagreements and
/// articles, and a wikilink wherever another entity with a note is named.
struct NotesExport {
    let rows: NetworkRows
    private var connection: Connection { rows.connection }

    init(rows: NetworkRows) { self.rows = rows }

    private struct Entity {
        var id: Int64
        var key: String
        var kind: String
        var name: String
        var country: String?
        var summary: String?
        var documents: Int
        var mentions: Int
        var events: Int
        var latitude: Double?
        var longitude: Double?
        var precision: Double?
    }

    func write(to folder: ExportFolder) throws -> ExportSummary {
        var entities: [Entity] = []
        try connection.each(
            """
            SELECT e.id, e.key, e.kind, e.name, e.country, e.summary, n.documents, n.mentions, n.events, p.latitude,
                p.longitude, p.precision
            FROM entity_counts n JOIN entities e ON e.id = n.entity_id LEFT JOIN places p ON p.entity_id = e.id
            WHERE ? OR \(NetworkRows.isNamed) ORDER BY e.key
            """, rows.includesAll
        ) { row in
            entities.append(
                Entity(
                    id: row.integer(0), key: row.text(1), kind: row.text(2), name: row.text(3),
                    country: row.optionalText(4), summary: row.optionalText(5), documents: row.int(6),
                    mentions: row.int(7), events: row.int(8), latitude: row.optionalReal(9),
                    longitude: row.optionalReal(10), precision: row.optionalReal(11)))
        }
        let names = NoteNames(entities.map { ($0.id, $0.key, $0.name) })
        for entity in entities {
            try folder.file((names.stems[entity.id] ?? "unnamed") + ".md") { write in
                try note(entity, names, write)
            }
        }
        let all = try connection.integer("SELECT count(*) FROM entity_counts") ?? 0
        var summary = ExportSummary()
        summary.wrote(entities.count, "notes")
        summary.left(Int(all) - entities.count, "entities that only one article knows, without a name (--all)")
        return summary
    }

    private func note(_ entity: Entity, _ names: NoteNames, _ write: (String) -> Void) throws(SQLiteError) {
        try frontMatter(entity, write)
        write("# \(ExportText.markdown(entity.name))\n\n")
        if let summary = entity.summary, !summary.isEmpty { write("\(ExportText.markdown(summary))\n\n") }
        try timeline(entity, names, isDated: true, write)
        try timeline(entity, names, isDated: false, write)
        try relations(entity, names, write)
        try disagreements(entity, write)
        try articles(entity, write)
    }

    private func frontMatter(_ entity: Entity, _ write: (String) -> Void) throws(SQLiteError) {
        write("---\nkey: \(ExportText.yaml(entity.key))\nkind: \(ExportText.yaml(entity.kind))\n")
        var aliases: [String] = []
        try connection.each(
            """
            SELECT DISTINCT n.name FROM (SELECT ?1 AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?1) x
            JOIN entity_names n ON n.entity_id = x.id ORDER BY n.name
            """, entity.id
        ) { row in if row.text(0) != entity.name { aliases.append(row.text(0)) } }
        if !aliases.isEmpty {
            write("aliases:\n")
            for alias in aliases { write("  - \(ExportText.yaml(alias))\n") }
        }
        if let country = entity.country { write("country: \(ExportText.yaml(country))\n") }
        if let latitude = entity.latitude, let longitude = entity.longitude {
            write("location: [\(latitude), \(longitude)]\n")
            if let precision = entity.precision { write("precision_m: \(precision)\n") }
        }
        write("documents: \(entity.documents)\nmentions: \(entity.mentions)\nevents: \(entity.events)\n")
        write("tags:\n  - \(ExportText.yaml("annals/" + entity.kind))\n---\n\n")
    }

    // MARK: Events

    private func timeline(
        _ entity: Entity, _ names: NoteNames, isDated: Bool, _ write: (String) -> Void
    ) throws(SQLiteError) {
        let evidence = EvidenceFinder(connection: connection)
        var isFirst = true
        try connection.each(
            """
            SELECT \(ExportedEvent.columns), (SELECT group_concat(role, ', ') FROM (SELECT p.role FROM event_participants p
                WHERE p.entity_id = ?1 AND p.event_id = c.event_id ORDER BY p.role))
            FROM event_lines c
            WHERE c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = ?1) AND \(rows.isWanted)
                AND (coalesce(c.earliest, c.latest) IS NOT NULL) = ?2
            ORDER BY coalesce(c.earliest, c.latest), c.latest, c.announced IS NULL, c.announced, c.key
            """, entity.id, isDated
        ) { row throws(SQLiteError) in
            let event = ExportedEvent(row)
            if isFirst { write(isDated ? "## Timeline\n\n" : "## Without a date\n\n") }
            isFirst = false
            write("- ")
            if let dates = event.dates {
                write("**\(ExportText.markdown(dates))** ")
                if event.granularity != "day", let words = event.dateWords {
                    write("(“\(ExportText.markdown(words))”) ")
                }
            } else if let words = event.dateWords {
                write("(“\(ExportText.markdown(words))”) ")
            }
            write(ExportText.markdown(event.title))
            write(" (\(ExportText.markdown(row.text(ExportedEvent.width))))")
            let others = try others(in: event, than: entity, names)
            if !others.isEmpty { write(": " + others.joined(separator: ", ")) }
            write("\n")
            if let best = try evidence.best(of: event.id) {
                write("  > \(ExportText.markdown(best.sentence))\n  > — \(Self.source(best.source)); ")
                write("\(ExportText.markdown(event.support)); `\(ExportText.clean(event.key))`\n")
            }
        }
        if !isFirst { write("\n") }
    }

    /// Who else takes part, and where it is.
    private func others(
        in event: ExportedEvent, than entity: Entity, _ names: NoteNames
    ) throws(SQLiteError) -> [String] {
        var others: [String] = []
        try connection.each(
            """
            SELECT x.entity_id, e.name, group_concat(x.role, ', ') FROM (
                SELECT entity_id, role FROM event_participants WHERE event_id = ?1
                UNION SELECT place_id, 'place' FROM event_cards WHERE event_id = ?1 AND place_id IS NOT NULL
                ORDER BY 1, 2) x
            JOIN entities e ON e.id = x.entity_id WHERE x.entity_id <> ?2
            GROUP BY x.entity_id ORDER BY min(x.role), e.name, e.key
            """, event.id, entity.id
        ) { row in
            others.append("\(names.link(row.integer(0), row.text(1))) (\(ExportText.markdown(row.text(2))))")
        }
        return others
    }

    private static func source(_ source: Evidence.Source) -> String {
        let line = ExportText.markdown(source.line)
        return ExportText.webAddress(source.url).map { "[\(line)](<\($0)>)" } ?? line
    }

    // MARK: Relations

    private func relations(_ entity: Entity, _ names: NoteNames, _ write: (String) -> Void) throws(SQLiteError) {
        var isFirst = true
        try connection.each(
            """
            SELECT f.subject_entity_id, s.name, CASE WHEN f.ended THEN 'formerly ' ELSE '' END || p.label, f.object_id,
                coalesce(o.name, min(f.value)), min(f.earliest), max(f.latest), count(DISTINCT f.text_id)
            FROM (SELECT id FROM facts WHERE subject_entity_id = ?1 UNION SELECT id FROM facts WHERE object_id = ?1) x
            JOIN facts f ON f.id = x.id JOIN predicates p ON p.name = f.predicate
            JOIN entities s ON s.id = f.subject_entity_id LEFT JOIN entities o ON o.id = f.object_id
            WHERE f.holds AND f.certainty > 0 AND f.modality IN ('asserted', 'hedged')
                AND (f.object_id IS NULL OR f.object_id <> f.subject_entity_id)
            GROUP BY f.subject_entity_id, f.predicate, f.ended, f.object_id, CASE WHEN f.object_id IS NULL THEN f.value END
            ORDER BY f.subject_entity_id <> ?1, f.predicate, f.ended, coalesce(o.name, f.value), s.name, coalesce(o.key, ''), s.key
            """, entity.id
        ) { row in
            if isFirst { write("## Relations\n\n") }
            isFirst = false
            let object = names.link(row.optionalInteger(3), row.text(4))
            write("- \(names.link(row.integer(0), row.text(1))) — \(ExportText.markdown(row.text(2))) — \(object)")
            let dates = [row.optionalText(5), row.optionalText(6)].compactMap { $0 }
            if !dates.isEmpty { write(", \(ExportText.markdown(Array(Set(dates)).sorted().joined(separator: " … ")))") }
            let texts = row.int(7)
            write(" (\(texts) independent text\(texts == 1 ? "" : "s"))\n")
        }
        if !isFirst { write("\n") }
    }

    private func disagreements(_ entity: Entity, _ write: (String) -> Void) throws(SQLiteError) {
        var last: Int64?
        try connection.each(
            """
            SELECT d.id, d.summary, d.kind, d.nature, l.value, l.voice, l.source, l.day, l.sentence
            FROM disagreements d JOIN disagreement_sides s ON s.disagreement_id = d.id JOIN fact_lines l ON l.id = s.fact_id
            JOIN statements f ON f.id = d.first_fact_id
            WHERE d.subject_entity_id = ? ORDER BY d.predicate, f.key, d.nature, d.kind, s.number, l.key
            """, entity.id
        ) { row in
            let words = (1...8).map { ExportText.markdown(row.text($0)) }
            if last == nil { write("## Disagreements\n\n") }
            if last != row.integer(0) { write("- \(words[0]) (\(words[1]), \(words[2]))\n") }
            last = row.integer(0)
            write("  - \(words[3]) — \(words[4]); \(words[5]), \(words[6])\n    > \(words[7])\n")
        }
        if last != nil { write("\n") }
    }

    private func articles(_ entity: Entity, _ write: (String) -> Void) throws(SQLiteError) {
        var isFirst = true
        try connection.each(
            """
            SELECT DISTINCT \(EvidenceFinder.sourceColumns)
            FROM (SELECT ?1 AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?1) x
            CROSS JOIN chains c ON c.entity_id = x.id CROSS JOIN live_documents v ON v.run_id = c.run_id
            ORDER BY v.published IS NULL, v.published, v.key
            """, entity.id
        ) { row in
            if isFirst { write("## Articles\n\n") }
            isFirst = false
            let source = EvidenceFinder.source(row, at: 0)
            let title = source.outlet == nil ? "" : source.title.map { ": " + ExportText.markdown($0) } ?? ""
            write("- \(Self.source(source))\(title)\n")
        }
    }
}
