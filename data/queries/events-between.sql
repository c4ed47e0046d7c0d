-- Events of a time, by type, country or place
--
-- @example annals query events-between --from 2024-08 --to 2024-09 --type conflict
-- @param from date = none: the first day
-- @param to date = none: the last day
-- @param type eventtype = none: only events of this type or class
-- @param country country = none: only events in this country
-- @param limit integer = 100: at most so many rows
SELECT CASE WHEN c.earliest IS NULL AND c.latest IS NULL THEN NULL WHEN c.earliest IS c.latest THEN c.earliest ELSE coalesce(c.earliest, 'before') || ' … ' || coalesce(c.latest, 'later') END AS date, c.granularity AS precision, c.type, c.title AS event, place.name AS place,
    CASE c.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful' WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty, c.modality, c.texts, c.disputed, c.key AS id, (SELECT x.text FROM event_mentions m JOIN events a ON a.id = m.event_id JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE a.canonical_id = c.event_id ORDER BY m.id LIMIT 1) AS sentence
FROM event_cards c LEFT JOIN entities place ON place.id = c.place_id
WHERE c.earliest IS NOT NULL AND (:from IS NULL OR c.latest >= :from) AND (:to IS NULL OR c.earliest <= :to)
    AND (:type IS NULL OR c.type = :type OR c.class = :type)
    AND (:country IS NULL OR place.country = :country)
ORDER BY c.earliest, c.latest, c.key
LIMIT :limit
