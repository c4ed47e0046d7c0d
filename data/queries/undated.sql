-- Events without a date, with the words that leave it open
--
-- `known_by` is the earliest day on which it was told: the event is no later.
--
-- @example annals query undated --entity SBU
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT c.type, c.title AS event, c.place, c.date_words AS words, c.announced AS known_by,
    c.certainty_words AS certainty, c.modality, c.texts, c.key AS id, c.sentence
FROM event_lines c
WHERE c.earliest IS NULL AND c.latest IS NULL
    AND (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY c.announced IS NULL, c.announced, c.key
LIMIT :limit
