internal import SQLite

/// Statements of live runs as comparable facts.
struct FactTable {
    let connection: Connection

    /// Notes the statements of which the fact is to be made anew: those of new and gone runs, and those that an entity, an event or
    /// a text has changed for. Notes with them what they are, or were, about.
    func collect() throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.dirty_facts
            SELECT s.id FROM temp.gone_runs g CROSS JOIN statements s ON s.run_id = g.run_id
            UNION SELECT s.id FROM temp.new_runs g CROSS JOIN statements s ON s.run_id = g.run_id
            UNION SELECT s.id FROM temp.moved_events m CROSS JOIN statements s ON s.subject_event_id = m.event_id
            UNION SELECT f.id FROM temp.changed_texts t CROSS JOIN facts f ON f.version_id = t.version_id
            """)
        for column in ["subject_entity_id", "object_id", "voice_id", "scope_id"] {
            try connection.run(
                """
                INSERT OR IGNORE INTO temp.dirty_facts
                SELECT f.id FROM temp.dirty_entities d CROSS JOIN facts f ON f.\(column) = d.entity_id
                """)
        }
        try noteSubjects()
    }

    /// Makes the facts anew that were noted.
    func update() throws(SQLiteError) {
        try connection.run("DELETE FROM facts WHERE id IN (SELECT statement_id FROM temp.dirty_facts)")
        // A number with neither bound stands for itself; what nobody is named for is said by who published the text first.
        try connection.run(
            """
            INSERT INTO facts (id, subject_entity_id, subject_event_id, predicate, object_id, low, high, point, qualifier,
                unit, earliest, latest, granularity, value, scope_id, holds, certainty, modality, voice_id, voice, version_id,
                text_id, published, ended, counted, voice_key)
            SELECT s.id,
                CASE WHEN s.subject_event_id IS NULL THEN
                    coalesce(subject.canonical_id, subjectChain.entity_id, country.canonical_id, s.subject_entity_id) END,
                event.canonical_id, s.predicate, coalesce(object.canonical_id, objectChain.entity_id),
                CASE WHEN q.low IS NULL AND q.high IS NULL THEN coalesce(q.point, s.number) ELSE q.low END,
                CASE WHEN q.low IS NULL AND q.high IS NULL THEN coalesce(q.point, s.number) ELSE q.high END,
                coalesce(q.point, s.number), q.qualifier, q.unit,
                coalesce(t.earliest, since.earliest), coalesce(t.latest, until.latest),
                coalesce(t.granularity, since.granularity, until.granularity),
                CASE
                    WHEN q.id IS NOT NULL THEN trim(coalesce(q.words, '') ||
                        CASE WHEN q.counted IS NULL OR instr(q.words, q.counted) > 0 OR instr(q.counted, q.words) > 0 THEN ''
                        ELSE ' ' || q.counted END)
                    WHEN objectChain.id IS NOT NULL THEN
                        CASE WHEN objectChain.named THEN coalesce(same.name, objectChain.name) ELSE objectChain.name END
                    WHEN s.value IS NOT NULL THEN s.value
                    WHEN t.id IS NOT NULL THEN t.words
                    ELSE CASE s.holds WHEN 1 THEN 'yes' ELSE 'no' END
                END,
                coalesce(scope.canonical_id, scopeChain.entity_id), s.holds, s.certainty, coalesce(s.modality, 'asserted'),
                coalesce(speaker.canonical_id, speakerChain.entity_id),
                \(Self.voice), v.id, told.id, v.published, coalesce(s.ended, 0), s.counted,
                lower(CASE WHEN voice.id IS NULL THEN coalesce(origin.name, told.key) ELSE \(Self.voice) END)
            FROM temp.dirty_facts d
            CROSS JOIN statements s ON s.id = d.statement_id
            CROSS JOIN live_runs r ON r.run_id = s.run_id
            CROSS JOIN versions v ON v.id = r.version_id
            LEFT JOIN independent_texts copies ON copies.version_id = v.id
            LEFT JOIN copied_sentences passage ON passage.sentence_id = s.sentence_id
            CROSS JOIN versions told ON told.id = coalesce(passage.text_id, copies.text_id, v.id)
            LEFT JOIN sources origin ON origin.id = told.source_id
            LEFT JOIN sources o ON o.id = v.source_id
            LEFT JOIN chains subjectChain ON subjectChain.id = s.subject_chain_id
            LEFT JOIN canonical_entities subject ON subject.entity_id = subjectChain.entity_id
            LEFT JOIN canonical_entities country ON country.entity_id = s.subject_entity_id
            LEFT JOIN canonical_events event ON event.event_id = s.subject_event_id
            LEFT JOIN chains objectChain ON objectChain.id = s.object_chain_id
            LEFT JOIN canonical_entities object ON object.entity_id = objectChain.entity_id
            LEFT JOIN entities same ON same.id = coalesce(object.canonical_id, objectChain.entity_id)
            LEFT JOIN quantities q ON q.id = s.quantity_id
            LEFT JOIN times t ON t.id = s.time_id
            LEFT JOIN times since ON since.id = s.since_id
            LEFT JOIN times until ON until.id = s.until_id
            LEFT JOIN chains scopeChain ON scopeChain.id = s.scope_chain_id
            LEFT JOIN canonical_entities scope ON scope.entity_id = scopeChain.entity_id
            LEFT JOIN attributions voice ON voice.id = s.voice_id
            LEFT JOIN chains speakerChain ON speakerChain.id = voice.speaker_chain_id
            LEFT JOIN canonical_entities speaker ON speaker.entity_id = speakerChain.entity_id
            LEFT JOIN entities known ON known.id = coalesce(speaker.canonical_id, speakerChain.entity_id)
            """)
        try noteSubjects()
    }

    /// The speaker by name, else in words that say who it is: of one that stays a pronoun nothing is known but who quotes it. Without a speaker the outlet, else the document.
    private static let voice = """
        coalesce(
            CASE WHEN speakerChain.named THEN known.name
                WHEN instr('|' || (SELECT line FROM summary_lines WHERE kind = 'word' AND nature = 'unfit') || '|',
                    '|' || lower(coalesce(speakerChain.name, voice.speaker)) || '|') > 0
                    THEN replace((SELECT line FROM summary_lines WHERE kind = 'word' AND nature = 'source'), '{}',
                        coalesce(o.name, v.title, v.key))
                ELSE speakerChain.name END,
            voice.speaker, o.name, v.title, v.key)
        """

    /// Notes what the facts that were noted are about at this moment.
    private func noteSubjects() throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.dirty_subjects
            SELECT f.subject_entity_id, f.predicate FROM temp.dirty_facts d CROSS JOIN facts f ON f.id = d.statement_id
            WHERE f.subject_entity_id IS NOT NULL
            """)
        try connection.run(
            """
            INSERT OR IGNORE INTO temp.dirty_events
            SELECT f.subject_event_id FROM temp.dirty_facts d CROSS JOIN facts f ON f.id = d.statement_id
            WHERE f.subject_event_id IS NOT NULL
            """)
    }
}
