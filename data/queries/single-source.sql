-- Events that one independent text alone tells of
--
-- @example annals query single-source --entity SBU
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT c.dates AS date, c.type, c.title AS event, c.place, c.texts, c.documents, c.voices,
    c.certainty_words AS certainty, c.disputed, c.key AS id, c.sentence
FROM event_lines c
WHERE c.texts = 1
    AND (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY c.earliest IS NULL, c.earliest, c.key
LIMIT :limit
