-- Events that several independent texts tell of, the best confirmed first
--
-- @example annals query corroboration --texts 3
-- @param entity entity = none: only events it takes part in
-- @param texts integer = 2: at least so many independent texts
-- @param limit integer = 100: at most so many rows
SELECT c.dates AS date, c.type, c.title AS event, c.place, c.texts, c.documents, c.voices,
    c.certainty_words AS certainty, c.disputed, c.key AS id, c.sentence
FROM event_lines c
WHERE c.texts >= :texts
    AND (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY c.texts DESC, c.voices DESC, c.earliest IS NULL, c.earliest, c.key
LIMIT :limit
