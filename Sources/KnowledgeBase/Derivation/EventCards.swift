internal import SQLite

/// Events at a glance: what a timeline or a list shows of them.
struct EventCards {
    let connection: Connection

    /// Makes the cards of the events anew of which something has changed.
    func update() throws(SQLiteError) {
        try connection.run("DELETE FROM event_cards WHERE event_id IN (SELECT event_id FROM temp.dirty_events)")
        try connection.run(
            """
            INSERT INTO event_cards (event_id, key, type, class, title, earliest, latest, granularity, date_words, announced,
                place_id, agents, patients, numbers, polarity, modality, certainty, mentions, documents, texts, voices, disputed)
            SELECT e.id, e.key, e.type, coalesce(t.class, ''), '', d.earliest, d.latest, d.granularity, d.value,
                (SELECT min(coalesce(a.earliest, substr(a.published, 1, 10))) FROM facts a
                 WHERE a.subject_event_id = e.id AND a.predicate IN ('announced-date', 'happened')),
                (SELECT f.object_id FROM facts f JOIN entities o ON o.id = f.object_id
                 LEFT JOIN places p ON p.entity_id = f.object_id
                 WHERE f.subject_event_id = e.id AND f.predicate IN ('place', 'destination')
                 GROUP BY f.object_id
                 ORDER BY min(f.predicate = 'destination'), count(*) DESC, p.precision IS NULL, p.precision, o.key LIMIT 1),
                \(Self.fillers("agent", of: "e.id")), \(Self.fillers("patient", of: "e.id")),
                (SELECT group_concat(value, '; ') FROM (SELECT min(f.value) AS value FROM facts f
                 WHERE f.subject_event_id = e.id AND f.point IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM disagreements g WHERE g.subject_event_id = e.id AND g.predicate = f.predicate
                        AND g.kind = 'number' AND g.nature IN ('change', 'revision'))
                 GROUP BY f.predicate, f.low, f.high, f.unit ORDER BY count(DISTINCT f.text_id) DESC, min(f.value))),
                (SELECT group_concat(polarity, '/') FROM (SELECT DISTINCT m.polarity FROM canonical_events x
                 CROSS JOIN event_mentions m ON m.event_id = x.event_id
                 WHERE x.canonical_id = e.id ORDER BY m.polarity DESC)),
                (SELECT coalesce(m.modality, 'asserted') FROM canonical_events x
                 CROSS JOIN event_mentions m ON m.event_id = x.event_id
                 WHERE x.canonical_id = e.id
                 ORDER BY CASE coalesce(m.modality, 'asserted') WHEN 'asserted' THEN 0 WHEN 'hedged' THEN 1 WHEN 'denied' THEN 2
                    WHEN 'future' THEN 3 WHEN 'ordered' THEN 4 WHEN 'conditional' THEN 5 ELSE 6 END LIMIT 1),
                counts.certainty, counts.mentions, counts.documents, counts.texts,
                (SELECT count(DISTINCT f.voice_key) FROM facts f WHERE f.subject_event_id = e.id AND f.predicate = 'happened'),
                (SELECT count(*) FROM disagreements g
                 WHERE g.subject_event_id = e.id AND g.nature IN ('conflict', 'revision'))
            FROM temp.dirty_events w
            CROSS JOIN events e ON e.id = w.event_id
            LEFT JOIN event_types t ON t.name = e.type
            JOIN (
                SELECT x.canonical_id AS event_id, max(coalesce(m.certainty, 3)) AS certainty, count(*) AS mentions,
                    count(DISTINCT l.version_id) AS documents,
                    count(DISTINCT coalesce(p.text_id, i.text_id, l.version_id)) AS texts
                FROM temp.dirty_events w
                CROSS JOIN canonical_events x ON x.canonical_id = w.event_id
                CROSS JOIN event_mentions m ON m.event_id = x.event_id
                CROSS JOIN live_runs l ON l.run_id = m.run_id
                LEFT JOIN independent_texts i ON i.version_id = l.version_id
                LEFT JOIN copied_sentences p ON p.sentence_id = m.sentence_id
                GROUP BY x.canonical_id
            ) AS counts ON counts.event_id = e.id
            LEFT JOIN (
                SELECT * FROM (
                    SELECT f.subject_event_id, f.earliest, f.latest, f.granularity, f.value,
                        row_number() OVER (PARTITION BY f.subject_event_id ORDER BY f.earliest IS NULL,
                            f.predicate = 'date' DESC, julianday(f.latest) - julianday(f.earliest), f.published IS NULL,
                            f.published, s.key) AS place
                    FROM temp.dirty_events w
                    CROSS JOIN facts f ON f.subject_event_id = w.event_id AND f.predicate IN ('date', 'start-date', 'end-date')
                    CROSS JOIN statements s ON s.id = f.id
                ) WHERE place = 1
            ) AS d ON d.subject_event_id = e.id
            """)
        try writeTitles()
    }

    /// The names in a role, those that most mentions give first. Of a country and several of its groups ("two North Korean
    /// soldiers", "North Korean military personnel"), of groups with one last word ("14 people", "the 20 people"), and of several
    /// things with one name, the one most often meant speaks for all.
    private static func fillers(_ role: String, of event: String) -> String {
        """
        (SELECT group_concat(name, ', ') FROM (
            SELECT name FROM (
                SELECT n.name, n.reference, n.key, p.mentions, row_number() OVER (
                    PARTITION BY CASE WHEN n.country IS NOT NULL AND (n.kind = 'group'
                        OR EXISTS (SELECT 1 FROM places c WHERE c.entity_id = n.id AND c.feature LIKE 'PCL%'))
                        THEN n.country
                        WHEN n.kind = 'group' THEN replace(lower(n.name), rtrim(lower(n.name), replace(lower(n.name), ' ', '')), '')
                        ELSE lower(n.name) END
                    ORDER BY p.mentions DESC, length(n.name) DESC, n.key) AS place
                FROM event_participants p JOIN entities n ON n.id = p.entity_id
                WHERE p.event_id = \(event) AND p.role = '\(role)')
            WHERE place = 1 ORDER BY reference DESC, mentions DESC, length(name) DESC, key LIMIT 3))
        """
    }

    /// One line each: "Ukrainian forces — capture → two North Korean soldiers, Kursk Oblast".
    private func writeTitles() throws(SQLiteError) {
        try connection.run(
            """
            UPDATE event_cards SET title = trim(
                CASE polarity WHEN 'NEG' THEN 'not: ' ELSE '' END
                || CASE WHEN agents IS NULL THEN '' ELSE agents || ' — ' END
                || replace(type, '-', ' ')
                || CASE WHEN coalesce(patients, partners, themes) IS NULL THEN ''
                    ELSE ' → ' || coalesce(patients, partners, themes) END
                || CASE WHEN place IS NULL OR instr(coalesce(agents, '') || coalesce(patients, ''), place) > 0 THEN ''
                    ELSE ', ' || place END)
            FROM (
                SELECT c.event_id AS id, \(Self.fillers("partner", of: "c.event_id")) AS partners, \(Self.fillers("theme", of: "c.event_id")) AS themes,
                    e.name AS place
                FROM temp.dirty_events w CROSS JOIN event_cards c ON c.event_id = w.event_id
                LEFT JOIN entities e ON e.id = c.place_id
            ) AS more
            WHERE more.id = event_cards.event_id
            """)
    }
}
