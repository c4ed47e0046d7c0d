-- Killed, wounded, captured and missing, with bounds and voices
--
-- @example annals query casualties --country "North Korea"
-- @param country country = none: only those of this country, or in it
-- @param from date = none: the first day
-- @param to date = none: the last day
-- @param limit integer = 100: at most so many rows
SELECT coalesce(e.name, c.title) AS subject, p.label AS what, f.value, f.low, f.high, f.unit, scope.name AS "where",
    CASE WHEN f.earliest IS NULL AND f.latest IS NULL THEN NULL WHEN f.earliest IS f.latest THEN f.earliest ELSE coalesce(f.earliest, 'before') || ' … ' || coalesce(f.latest, 'later') END AS date, f.voice, CASE f.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty,
    coalesce(o.name, v.title, v.key) AS source, substr(f.published, 1, 10) AS published, s.key AS id, x.text AS sentence
FROM facts f
JOIN predicates p ON p.name = f.predicate
JOIN statements s ON s.id = f.id
JOIN versions v ON v.id = f.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN entities e ON e.id = f.subject_entity_id
LEFT JOIN event_cards c ON c.event_id = f.subject_event_id
LEFT JOIN sentence_texts x ON x.id = s.sentence_id
LEFT JOIN entities scope ON scope.id = f.scope_id
LEFT JOIN entities place ON place.id = c.place_id
WHERE f.predicate IN ('killed', 'wounded', 'casualties', 'captured', 'missing', 'executed', 'tortured', 'kidnapped')
    AND (:country IS NULL OR e.country = :country OR place.country = :country OR scope.country = :country)
    AND (:from IS NULL OR coalesce(f.latest, c.latest) >= :from)
    AND (:to IS NULL OR coalesce(f.earliest, c.earliest) <= :to)
ORDER BY p.label, f.published IS NULL, f.published, s.key
LIMIT :limit
