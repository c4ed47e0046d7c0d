-- Events that one independent text alone tells of
--
-- @example annals query single-source --entity SBU
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT CASE WHEN c.earliest IS NULL AND c.latest IS NULL THEN NULL WHEN c.earliest IS c.latest THEN c.earliest ELSE coalesce(c.earliest, 'before') || ' … ' || coalesce(c.latest, 'later') END AS date, c.type, c.title AS event, place.name AS place, c.texts, c.documents, c.voices,
    CASE c.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty, c.disputed, c.key AS id, (SELECT x.text FROM event_mentions m JOIN events a ON a.id = m.event_id JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE a.canonical_id = c.event_id ORDER BY m.id LIMIT 1) AS sentence
FROM event_cards c LEFT JOIN entities place ON place.id = c.place_id
WHERE c.texts = 1 AND (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY c.earliest IS NULL, c.earliest, c.key
LIMIT :limit
