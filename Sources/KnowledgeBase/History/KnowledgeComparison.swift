internal import SQLite

/// Compares two pictures of one knowledge base.
struct KnowledgeComparison {
    let connection: Connection

    /// What `after` says that `before` does not, and the other way round. Both have been taken on this connection.
    func diff() throws(SQLiteError) -> KnowledgeDiff {
        var diff = KnowledgeDiff()
        diff.lines += try lines(.document, Self.documents)
        try connection.run("DROP TABLE IF EXISTS temp.event_ties")
        try connection.run("CREATE TEMP TABLE event_ties AS \(Self.eventTies)")
        try connection.run("CREATE INDEX temp.event_ties_by_new ON event_ties(new)")
        try connection.run("CREATE INDEX temp.event_ties_by_old ON event_ties(old)")
        for query in Self.events { diff.lines += try lines(.event, query) }
        for (change, column) in [
            ("type", "type"), ("date", "dates"), ("place", "place"), ("figures", "numbers"), ("polarity", "polarity"),
            ("texts", "texts"),
        ] {
            diff.lines += try lines(.event, Self.changed(change, column))
        }
        try connection.run("DROP TABLE temp.event_ties")
        try connection.run("DROP TABLE IF EXISTS temp.entity_ties")
        try connection.run("CREATE TEMP TABLE entity_ties AS \(Self.entityTies)")
        try connection.run("CREATE INDEX temp.entity_ties_by_new ON entity_ties(new)")
        try connection.run("CREATE INDEX temp.entity_ties_by_old ON entity_ties(old)")
        for query in Self.entities { diff.lines += try lines(.entity, query) }
        try connection.run("DROP TABLE temp.entity_ties")
        for query in Self.disputes { diff.lines += try lines(.disagreement, query) }
        diff.lines += try lines(.fact, Self.facts)
        return diff
    }

    /// - Parameter query: gives change, what, before, after, key.
    private func lines(_ subject: KnowledgeDiff.Subject, _ query: String) throws(SQLiteError) -> [KnowledgeDiff.Line] {
        var lines: [KnowledgeDiff.Line] = []
        try connection.each(query) { row in
            lines.append(
                KnowledgeDiff.Line(
                    subject: subject, change: row.text(0), what: row.text(1), before: row.optionalText(2),
                    after: row.optionalText(3), key: row.optionalText(4)))
        }
        return lines
    }

    private static let documents = """
        SELECT change, coalesce(v.title, v.key),
            CASE change WHEN 'vanished' THEN coalesce(o.name || ', ', '') || coalesce(substr(v.published, 1, 10), 'undated') END,
            CASE change WHEN 'appeared' THEN coalesce(o.name || ', ', '') || coalesce(substr(v.published, 1, 10), 'undated') END,
            v.key
        FROM (SELECT 'appeared' AS change, version_id FROM temp.after_documents
                WHERE version_id NOT IN (SELECT version_id FROM temp.before_documents)
            UNION ALL SELECT 'vanished', version_id FROM temp.before_documents
                WHERE version_id NOT IN (SELECT version_id FROM temp.after_documents)) d
        JOIN versions v ON v.id = d.version_id LEFT JOIN sources o ON o.id = v.source_id
        ORDER BY change, v.published IS NULL, v.published, v.key
        """

    // MARK: Events

    private static let eventTies = """
        SELECT DISTINCT b.event_id AS old, a.event_id AS new FROM temp.before_triggers b CROSS JOIN temp.after_triggers a
            ON a.version_id = b.version_id AND a.start_at = b.start_at AND a.place = b.place
        """

    private static let events = [
        """
        SELECT 'appeared', e.title, NULL, e.dates, e.key FROM temp.after_events e
        WHERE e.event_id NOT IN (SELECT new FROM temp.event_ties) ORDER BY e.earliest IS NULL, e.earliest, e.key
        """,
        """
        SELECT 'vanished', e.title, e.dates, NULL, e.key FROM temp.before_events e
        WHERE e.event_id NOT IN (SELECT old FROM temp.event_ties) ORDER BY e.earliest IS NULL, e.earliest, e.key
        """,
        """
        SELECT 'merged', e.title, (SELECT group_concat(key, ' + ') FROM
            (SELECT o.key FROM temp.event_ties t JOIN temp.before_events o ON o.event_id = t.old
             WHERE t.new = e.event_id ORDER BY o.key)), e.key, e.key
        FROM temp.after_events e
        WHERE (SELECT count(*) FROM temp.event_ties t WHERE t.new = e.event_id) > 1
        ORDER BY e.earliest IS NULL, e.earliest, e.key
        """,
        """
        SELECT 'split', e.title, e.key, (SELECT group_concat(key, ' + ') FROM
            (SELECT n.key FROM temp.event_ties t JOIN temp.after_events n ON n.event_id = t.new
             WHERE t.old = e.event_id ORDER BY n.key)), e.key
        FROM temp.before_events e
        WHERE (SELECT count(*) FROM temp.event_ties t WHERE t.old = e.event_id) > 1
        ORDER BY e.earliest IS NULL, e.earliest, e.key
        """,
    ]

    /// What is told differently of events that are one and the same in both.
    private static func changed(_ change: String, _ column: String) -> String {
        """
        SELECT '\(change)', n.title, CAST(o.\(column) AS TEXT), CAST(n.\(column) AS TEXT), n.key
        FROM temp.event_ties t JOIN temp.before_events o ON o.event_id = t.old JOIN temp.after_events n ON n.event_id = t.new
        WHERE o.\(column) IS NOT n.\(column)
            AND (SELECT count(*) FROM temp.event_ties x WHERE x.new = t.new) = 1
            AND (SELECT count(*) FROM temp.event_ties x WHERE x.old = t.old) = 1
        ORDER BY n.earliest IS NULL, n.earliest, n.key
        """
    }

    // MARK: Entities

    private static let entityTies = """
        SELECT DISTINCT b.canonical_id AS old, a.canonical_id AS new FROM temp.before_members b
        CROSS JOIN temp.after_members a ON a.entity_id = b.entity_id
        """

    /// What is known in one document only comes and goes with it, and is not listed by itself.
    private static let isKnownByName = "e.key NOT GLOB '[0-9a-f]*.c[0-9]*'"

    private static let entities = [
        """
        SELECT 'appeared', e.name, NULL, e.kind, e.key FROM (SELECT DISTINCT canonical_id AS id FROM temp.after_members) m
        JOIN entities e ON e.id = m.id
        WHERE m.id NOT IN (SELECT new FROM temp.entity_ties) AND \(isKnownByName) ORDER BY e.kind, e.name, e.key
        """,
        """
        SELECT 'vanished', e.name, e.kind, NULL, e.key FROM (SELECT DISTINCT canonical_id AS id FROM temp.before_members) m
        JOIN entities e ON e.id = m.id
        WHERE m.id NOT IN (SELECT old FROM temp.entity_ties) AND \(isKnownByName) ORDER BY e.kind, e.name, e.key
        """,
        """
        SELECT 'merged', e.name, (SELECT group_concat(key, ' + ') FROM (SELECT o.key FROM temp.entity_ties t
            JOIN entities o ON o.id = t.old WHERE t.new = e.id ORDER BY o.key)), e.key, e.key
        FROM (SELECT new FROM temp.entity_ties GROUP BY new HAVING count(*) > 1) m JOIN entities e ON e.id = m.new
        ORDER BY e.name, e.key
        """,
        """
        SELECT 'split', e.name, e.key, (SELECT group_concat(key, ' + ') FROM (SELECT n.key FROM temp.entity_ties t
            JOIN entities n ON n.id = t.new WHERE t.old = e.id ORDER BY n.key)), e.key
        FROM (SELECT old FROM temp.entity_ties GROUP BY old HAVING count(*) > 1) m JOIN entities e ON e.id = m.old
        ORDER BY e.name, e.key
        """,
    ]

    // MARK: Disagreements and facts

    private static let disputes = [
        """
        SELECT 'opened', coalesce(subject || ': ', '') || label, NULL, summary, key FROM temp.after_disputes
        WHERE identity NOT IN (SELECT identity FROM temp.before_disputes) ORDER BY 2, 4, 5
        """,
        """
        SELECT 'settled', coalesce(subject || ': ', '') || label, summary, NULL, key FROM temp.before_disputes
        WHERE identity NOT IN (SELECT identity FROM temp.after_disputes) ORDER BY 2, 3, 5
        """,
        """
        SELECT 'answers', coalesce(n.subject || ': ', '') || n.label, o.summary, n.summary, n.key
        FROM temp.before_disputes o JOIN temp.after_disputes n ON n.identity = o.identity
        WHERE o.summary <> n.summary ORDER BY 2, 4, 5
        """,
    ]

    /// By predicate: how many were read before and after, and how many of them came and went.
    private static let facts = """
        WITH came AS (SELECT predicate, count(*) AS number FROM
            (SELECT version_id, predicate, start_at, value FROM temp.after_facts
             EXCEPT SELECT version_id, predicate, start_at, value FROM temp.before_facts) GROUP BY predicate),
        went AS (SELECT predicate, count(*) AS number FROM
            (SELECT version_id, predicate, start_at, value FROM temp.before_facts
             EXCEPT SELECT version_id, predicate, start_at, value FROM temp.after_facts) GROUP BY predicate)
        SELECT coalesce(c.number, 0) || ' came, ' || coalesce(w.number, 0) || ' went', p.label,
            (SELECT count(*) FROM temp.before_facts f WHERE f.predicate = p.name),
            (SELECT count(*) FROM temp.after_facts f WHERE f.predicate = p.name), NULL
        FROM predicates p LEFT JOIN came c ON c.predicate = p.name LEFT JOIN went w ON w.predicate = p.name
        WHERE c.number > 0 OR w.number > 0 ORDER BY p.label, p.name
        """
}
