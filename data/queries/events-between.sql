-- Events of a time, by type, country or place
--
-- @example annals query events-between --from 2024-08 --to 2024-09 --type conflict
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param type eventtype = none: only events of this type or class
-- @param country country = none: only events in this country
-- @param limit integer = 100: at most so many rows
SELECT c.dates AS date, c.granularity AS precision, c.type, c.title AS event, c.place, c.certainty_words AS certainty,
    c.modality, c.texts, c.disputed, c.key AS id, c.sentence
FROM event_lines c
WHERE c.earliest IS NOT NULL AND (:from IS NULL OR c.latest >= :from) AND (:to IS NULL OR c.earliest <= :to)
    AND (:type IS NULL OR c.type = :type OR c.class = :type)
    AND (:country IS NULL OR c.country = :country)
ORDER BY c.earliest, c.latest, c.key
LIMIT :limit
