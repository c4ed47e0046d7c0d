-- Everything that is told about an event, account by account
--
-- @example annals query event 3f9a2c1b04de.e3
-- @param event event: which event
SELECT CASE f.holds WHEN 1 THEN p.label ELSE 'not: ' || p.label END AS what, f.value,
    CASE WHEN f.earliest IS NULL AND f.latest IS NULL THEN NULL WHEN f.earliest IS f.latest THEN f.earliest ELSE coalesce(f.earliest, 'before') || ' … ' || coalesce(f.latest, 'later') END AS date, f.voice, CASE f.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty, f.modality,
    coalesce(o.name, v.title, v.key) AS source, substr(f.published, 1, 10) AS published, s.key AS id, x.text AS sentence
FROM facts f
JOIN predicates p ON p.name = f.predicate
JOIN statements s ON s.id = f.id
JOIN versions v ON v.id = f.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN sentence_texts x ON x.id = s.sentence_id
WHERE f.subject_event_id = :event
ORDER BY f.predicate <> 'happened', f.predicate, f.published IS NULL, f.published, s.key
