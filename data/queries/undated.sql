-- Events without a date, with the words that leave it open
--
-- `known_by` is the earliest day on which it was told: the event is no later.
--
-- @example annals query undated --entity SBU
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT c.type, c.title AS event, place.name AS place, c.date_words AS words, c.announced AS known_by, CASE c.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty, c.modality,
    c.texts, c.key AS id, (SELECT x.text FROM event_mentions m JOIN events a ON a.id = m.event_id JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE a.canonical_id = c.event_id ORDER BY m.id LIMIT 1) AS sentence
FROM event_cards c LEFT JOIN entities place ON place.id = c.place_id
WHERE c.earliest IS NULL AND c.latest IS NULL AND (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY c.announced IS NULL, c.announced, c.key
LIMIT :limit
