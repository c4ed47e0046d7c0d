internal import SQLite

/// The brief of one canonical entity.
struct EntityBrief {
    let connection: Connection

    /// Items of a section at most: a brief is one page.
    private static let limit = 12
    /// Texts that are cited for one event at most.
    private static let citations = 4

    func brief(of entity: EntityCandidate) throws(SQLiteError) -> Brief {
        var sources = BriefSources(connection: connection)
        var brief = Brief(title: entity.name, lead: try lead(of: entity), sections: [], sources: [])
        let events = try events(of: entity.id)
        brief.sections.append(try relations(of: entity.id, citing: &sources))
        brief.sections.append(
            try chronology("Agreed", of: events.filter { $0.texts > 1 && $0.isFirm && !$0.isDisputed }, &sources))
        brief.sections.append(try BriefDisputes(connection: connection).section(ofEntity: entity.id, citing: &sources))
        brief.sections.append(
            try chronology("Open", of: events.filter { !$0.isDisputed && ($0.texts < 2 || !$0.isFirm) }, &sources))
        brief.sections.removeAll(where: \.items.isEmpty)
        brief.sources = try sources.list()
        return brief
    }

    private func lead(of entity: EntityCandidate) throws(SQLiteError) -> [String] {
        var lead: [String] = []
        try connection.each(
            "SELECT kind, country, summary, key FROM entities WHERE id = ?", entity.id
        ) { row in
            lead.append(
                [row.text(0), row.optionalText(1), row.optionalText(2), row.text(3)].compactMap { $0 }
                    .joined(separator: " · "))
        }
        try connection.each(
            "SELECT documents, mentions, events FROM entity_counts WHERE entity_id = ?", entity.id
        ) { row in
            lead.append(
                "named in \(counted(row.int(0), "document")), \(counted(row.int(1), "mention")) · "
                    + counted(row.int(2), "event"))
        }
        var names: [String] = []
        try connection.each(
            """
            SELECT n.name FROM (SELECT ?1 AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = ?1) AS e
            CROSS JOIN entity_names n ON n.entity_id = e.id WHERE n.uses > 0
            GROUP BY n.name ORDER BY sum(n.uses) DESC, n.name LIMIT 9
            """, entity.id
        ) { row in if row.text(0) != entity.name { names.append(row.text(0)) } }
        if !names.isEmpty { lead.append("also called " + names.joined(separator: ", ")) }
        return lead
    }

    /// Lasting relations and figures, each value once.
    private func relations(
        of entity: Int64, citing sources: inout BriefSources
    ) throws(SQLiteError) -> Brief.Section {
        var section = Brief.Section(title: "Known", items: [])
        var rows: [(label: String, value: String, dates: String?, texts: Int, versions: String)] = []
        try connection.each(
            """
            SELECT label, coalesce(o.name, f.value), min(dates), count(DISTINCT text_id), group_concat(DISTINCT text_id)
            FROM fact_lines f LEFT JOIN entities o ON o.id = f.object_id
            WHERE subject_entity_id = ?
            GROUP BY predicate, label, coalesce(object_id, ''), CASE WHEN object_id IS NULL THEN lower(f.value) ELSE '' END
            ORDER BY count(DISTINCT text_id) DESC, predicate, min(f.published), min(f.key)
            """, entity
        ) { row in rows.append((row.text(0), row.text(1), row.optionalText(2), row.int(3), row.text(4))) }
        section.more = max(0, rows.count - Self.limit)
        for row in rows.prefix(Self.limit) {
            let dates = row.dates.map { ", \($0)" } ?? ""
            section.items.append(
                Brief.Item(
                    label: row.label, text: "\(row.value)\(dates) (\(counted(row.texts, "text")))",
                    sources: sources.numbers(of: row.versions.split(separator: ",").compactMap { Int64($0) }.sorted())))
        }
        return section
    }

    // MARK: Events

    private struct EventLine {
        var id: Int64
        var dates: String?
        var order: String
        var title: String
        var texts: Int
        var isFirm: Bool
        var certainty: String
        var isDisputed: Bool
        var key: String
    }

    /// The events it takes part in that are told as having happened.
    private func events(of entity: Int64) throws(SQLiteError) -> [EventLine] {
        var events: [EventLine] = []
        try connection.each(
            """
            SELECT c.event_id, c.dates, coalesce(c.earliest, c.latest, c.announced, '9999'), c.title, c.texts,
                c.certainty >= 2 AND c.modality = 'asserted', c.certainty_words, c.disputed > 0, c.key
            FROM (SELECT DISTINCT event_id FROM event_participants WHERE entity_id = ?) AS p
            CROSS JOIN event_lines c ON c.event_id = p.event_id
            WHERE c.modality IN ('asserted', 'hedged', 'denied')
            """, entity
        ) { row in
            events.append(
                EventLine(
                    id: row.integer(0), dates: row.optionalText(1), order: row.text(2), title: row.text(3),
                    texts: row.int(4),
                    isFirm: row.bool(5), certainty: row.text(6), isDisputed: row.bool(7), key: row.text(8)))
        }
        return events
    }

    /// The events that most independent texts tell, by date.
    private func chronology(_ title: String, of events: [EventLine], _ sources: inout BriefSources)
        throws(SQLiteError) -> Brief.Section
    {
        let weightiest = events.sorted { ($1.texts, $0.order, $0.key) < ($0.texts, $1.order, $1.key) }.prefix(
            Self.limit)
        var section = Brief.Section(title: title, items: [], more: events.count - weightiest.count)
        for event in weightiest.sorted(by: { ($0.order, $0.key) < ($1.order, $1.key) }) {
            var versions: [Int64] = []
            try connection.each(
                """
                SELECT text_id FROM facts WHERE subject_event_id = ? AND predicate = 'happened'
                GROUP BY text_id ORDER BY min(published) IS NULL, min(published), text_id LIMIT \(Self.citations)
                """, event.id
            ) { row in versions.append(row.integer(0)) }
            section.items.append(
                Brief.Item(
                    label: event.dates ?? "undated",
                    text: "\(event.title) (\(event.certainty), \(counted(event.texts, "text")))",
                    key: event.key, sources: sources.numbers(of: versions)))
        }
        return section
    }
}
