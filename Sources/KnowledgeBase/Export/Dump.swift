internal import SQLite

extension Store {
    /// Writes the content of the store in a canonical text form: one line a fact of the layers, sorted, with public keys in place of
    /// row numbers, and without load times and batch numbers. Two stores with the same knowledge have the same dump.
    /// - Parameter line: called for each line, without its line end.
    public func dump(_ line: (String) -> Void) throws(StoreError) {
        try guarded {
            for section in Self.sections {
                line("# \(section.name)")
                try connection.each(section.query) { row in line(row.text(0)) }
            }
        }
    }

    /// Each query gives one text column, in an order that follows from content.
    private static let sections: [(name: String, query: String)] = [
        (
            "documents",
            """
            SELECT json_object('key', v.key, 'document', d.key, 'title', v.title, 'outlet', v.outlet,
                'published', v.published, 'independent', t.key,
                'other versions', (SELECT json_group_array(key) FROM
                    (SELECT o.key FROM versions o WHERE o.document_id = d.id AND o.id <> v.version_id
                        AND EXISTS (SELECT 1 FROM runs r JOIN batch_runs h ON h.run_id = r.id WHERE r.version_id = o.id
                            AND h.outcome <> 'reread' AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = h.batch_id AND u.redone IS NULL))
                     ORDER BY o.key))) AS line
            FROM live_documents v JOIN versions w ON w.id = v.version_id JOIN documents d ON d.id = w.document_id
            LEFT JOIN versions t ON t.id = v.text_id ORDER BY v.key
            """
        ),
        (
            "entities",
            """
            SELECT json_object('key', e.key, 'kind', e.kind, 'name', e.name, 'country', e.country,
                'mentions', c.mentions, 'documents', c.documents, 'events', c.events)
            FROM entity_counts c JOIN entities e ON e.id = c.entity_id ORDER BY e.key
            """
        ),
        (
            "names",
            """
            SELECT json_array(e.key, n.name, n.uses) FROM entity_names n JOIN entities e ON e.id = n.entity_id
            WHERE n.uses > 0 ORDER BY e.key, n.name
            """
        ),
        (
            "passages",
            """
            SELECT json_array(v.key, s.start_at, s.end_at, t.key) FROM copied_sentences c
            JOIN sentences s ON s.id = c.sentence_id JOIN versions v ON v.id = c.version_id
            JOIN versions t ON t.id = c.text_id ORDER BY v.key, s.ordinal
            """
        ),
        (
            "mentions",
            """
            SELECT json_array(v.key, m.start_at, m.end_at, m.words, m.kind, m.form, c.ordinal, e.key)
            FROM live_runs r JOIN mentions m ON m.run_id = r.run_id JOIN versions v ON v.id = r.version_id
            JOIN chains c ON c.id = m.chain_id LEFT JOIN entity_identities n ON n.entity_id = c.entity_id
            LEFT JOIN entities e ON e.id = n.canonical_id ORDER BY v.key, m.ordinal
            """
        ),
        (
            "events",
            """
            SELECT json_object('key', c.key, 'type', c.type, 'title', c.title, 'earliest', c.earliest, 'latest', c.latest,
                'place', p.key, 'polarity', c.polarity, 'modality', c.modality, 'certainty', c.certainty,
                'mentions', c.mentions, 'documents', c.documents, 'texts', c.texts, 'voices', c.voices,
                'accounts', (SELECT json_group_array(key) FROM
                    (SELECT a.key FROM canonical_events x JOIN events a ON a.id = x.event_id
                     WHERE x.canonical_id = c.event_id ORDER BY a.key)))
            FROM event_cards c LEFT JOIN entities p ON p.id = c.place_id ORDER BY c.key
            """
        ),
        (
            "facts",
            """
            SELECT json_object('key', s.key, 'subject', coalesce(e.key, v.key), 'predicate', f.predicate, 'value', f.value,
                'object', o.key, 'low', f.low, 'high', f.high, 'earliest', f.earliest, 'latest', f.latest, 'scope', p.key,
                'holds', f.holds, 'certainty', f.certainty, 'modality', f.modality, 'voice', f.voice)
            FROM facts f JOIN statements s ON s.id = f.id
            LEFT JOIN entities e ON e.id = f.subject_entity_id LEFT JOIN events v ON v.id = f.subject_event_id
            LEFT JOIN entities o ON o.id = f.object_id LEFT JOIN entities p ON p.id = f.scope_id ORDER BY s.key
            """
        ),
        (
            "disagreements",
            """
            SELECT json_array(d.kind, d.nature, d.summary, (SELECT json_group_array(json_array(key, texts, voices)) FROM
                (SELECT s.key, x.texts, x.voices FROM disagreement_sides x JOIN statements s ON s.id = x.fact_id
                 WHERE x.disagreement_id = d.id ORDER BY x.number))) AS line
            FROM disagreements d JOIN statements l ON l.id = d.first_fact_id
            ORDER BY l.key, d.nature, d.kind
            """
        ),
        (
            "decisions",
            """
            SELECT DISTINCT json_array(d.subject, d.left_key, d.right_key, d.verdict, d.reasons, d.author) AS line
            FROM live_decisions l JOIN decisions d ON d.id = l.decision_id ORDER BY line
            """
        ),
        (
            "pairs",
            """
            SELECT json_array(l.key, r.key, p.verdict, p.score, p.reasons) FROM event_pairs p
            JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id ORDER BY l.key, r.key
            """
        ),
    ]
}
