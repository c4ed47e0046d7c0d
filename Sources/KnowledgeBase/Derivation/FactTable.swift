internal import SQLite

/// Statements of live runs as comparable facts.
struct FactTable {
    let connection: Connection

    func rebuild() throws(SQLiteError) {
        // A number with neither bound stands for itself; a voice without a name is the outlet's, else the document's own.
        try connection.run(
            """
            INSERT INTO facts (id, subject_entity_id, subject_event_id, predicate, object_id, low, high, point, qualifier,
                unit, earliest, latest, granularity, value, scope_id, holds, certainty, modality, voice_id, voice, version_id,
                text_id, published)
            SELECT s.id,
                CASE WHEN s.subject_event_id IS NULL THEN coalesce(subject.canonical_id, country.canonical_id) END,
                event.canonical_id, s.predicate, object.canonical_id,
                CASE WHEN q.low IS NULL AND q.high IS NULL THEN q.point ELSE q.low END,
                CASE WHEN q.low IS NULL AND q.high IS NULL THEN q.point ELSE q.high END,
                q.point, q.qualifier, q.unit, t.earliest, t.latest, t.granularity,
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
                scope.canonical_id, s.holds, s.certainty, coalesce(s.modality, 'asserted'), speaker.canonical_id,
                coalesce(CASE WHEN speakerChain.named THEN known.name END, voice.speaker, o.name, v.title, v.input),
                v.id, coalesce(copies.text_id, v.id), v.published
            FROM statements s
            JOIN runs r ON r.id = s.run_id AND r.retracted IS NULL
            JOIN versions v ON v.id = r.version_id
            LEFT JOIN independent_texts copies ON copies.version_id = v.id
            LEFT JOIN sources o ON o.id = v.source_id
            LEFT JOIN chains subjectChain ON subjectChain.id = s.subject_chain_id
            LEFT JOIN entities subject ON subject.id = subjectChain.entity_id
            LEFT JOIN entities country ON country.id = s.subject_entity_id
            LEFT JOIN events event ON event.id = s.subject_event_id
            LEFT JOIN chains objectChain ON objectChain.id = s.object_chain_id
            LEFT JOIN entities object ON object.id = objectChain.entity_id
            LEFT JOIN entities same ON same.id = object.canonical_id
            LEFT JOIN quantities q ON q.id = s.quantity_id
            LEFT JOIN times t ON t.id = s.time_id
            LEFT JOIN chains scopeChain ON scopeChain.id = s.scope_chain_id
            LEFT JOIN entities scope ON scope.id = scopeChain.entity_id
            LEFT JOIN attributions voice ON voice.id = s.voice_id
            LEFT JOIN chains speakerChain ON speakerChain.id = voice.speaker_chain_id
            LEFT JOIN entities speaker ON speaker.id = speakerChain.entity_id
            LEFT JOIN entities known ON known.id = speaker.canonical_id
            """)
    }
}
