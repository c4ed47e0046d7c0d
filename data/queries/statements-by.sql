-- What a person, an agency or a government has said
--
-- @example annals query statements-by Blinken
-- @param speaker entity: who speaks
-- @param limit integer = 100: at most so many rows
SELECT substr(f.published, 1, 10) AS published, coalesce(e.name, c.title) AS subject, CASE f.holds WHEN 1 THEN p.label ELSE 'not: ' || p.label END AS what, f.value,
    CASE f.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty, f.modality, coalesce(o.name, v.title, v.key) AS source, s.key AS id, x.text AS sentence
FROM facts f
JOIN predicates p ON p.name = f.predicate
JOIN statements s ON s.id = f.id
JOIN versions v ON v.id = f.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN entities e ON e.id = f.subject_entity_id
LEFT JOIN event_cards c ON c.event_id = f.subject_event_id
LEFT JOIN sentence_texts x ON x.id = s.sentence_id
WHERE f.voice_id = :speaker
ORDER BY f.published IS NULL, f.published, s.key
LIMIT :limit
