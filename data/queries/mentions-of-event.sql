-- Every sentence that an event was read from, in all documents
--
-- The voices are listed from the innermost speaker outwards; where nobody is named the outlet speaks.
--
-- @example annals query mentions-of-event 3f9a2c1b04de.e3
-- @param event event: which event
SELECT coalesce(o.name, v.title, v.key) AS source, v.published, v.title,
    (SELECT x.text FROM sentence_texts x WHERE x.id = m.sentence_id) AS sentence, m.words, m.type AS what,
    (SELECT group_concat(role || ': ' || words, ', ') FROM (SELECT DISTINCT a.role, a.words FROM event_arguments a
     WHERE a.event_mention_id = m.id ORDER BY a.start_at)) AS value,
    CASE WHEN m.polarity = 'NEG' THEN 'denied' WHEN m.modality IS NULL OR m.modality = 'asserted' THEN
        CASE m.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' ELSE 'unknown' END
        ELSE m.modality END AS certainty,
    m.start_at AS start, m.end_at AS end,
    (WITH RECURSIVE outward(depth, id) AS (
        SELECT 1, m.attribution_id WHERE m.attribution_id IS NOT NULL
        UNION ALL
        SELECT depth + 1, a.parent_id FROM outward JOIN attributions a ON a.id = outward.id
        WHERE a.parent_id IS NOT NULL AND depth < 20
     ) SELECT group_concat(words, ' ← ') FROM (
        SELECT coalesce(a.speaker, 'nobody named') || coalesce(' (' || a.cue || ')', '') AS words
        FROM outward JOIN attributions a ON a.id = outward.id ORDER BY outward.depth)) AS voices,
    m.rule, v.key AS document
FROM canonical_events e
JOIN event_mentions m ON m.event_id = e.event_id
JOIN live_runs r ON r.run_id = m.run_id
JOIN versions v ON v.id = r.version_id
LEFT JOIN sources o ON o.id = v.source_id
WHERE e.canonical_id = :event
ORDER BY v.published IS NULL, v.published, v.key, m.start_at
