-- The dated events that an entity takes part in, oldest first
--
-- Dates are those of the event, never of a report about it. `texts` counts independent texts: copies count once.
-- A range means that the words do not settle the day. Events without any date come last, in the order in which they were
-- told; see also the query undated. What is only planned, demanded, supposed or usual is left out unless --all is given.
--
-- @example annals query timeline "Zelensky" --from 2025-01-01
-- @param entity entity: whose timeline
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param undated flag = yes: also the events without a date, at the end
-- @param all flag = no: also what is planned, ordered, supposed or usual
-- @param limit integer = 100: at most so many rows
SELECT c.dates AS date, c.granularity AS precision, c.type,
    (SELECT group_concat(role, ', ') FROM (SELECT p.role FROM event_participants p
     WHERE p.entity_id = :entity AND p.event_id = c.event_id ORDER BY p.role)) AS role,
    c.title AS event, c.place, c.certainty_words AS certainty, c.modality, c.texts, c.disputed, c.key AS id, c.sentence
FROM event_lines c
WHERE c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity)
    AND (:from IS NULL OR c.latest >= :from) AND (:to IS NULL OR c.earliest <= :to)
    AND (:undated OR c.earliest IS NOT NULL)
    AND (:all OR c.modality IN ('asserted', 'hedged', 'denied'))
ORDER BY c.earliest IS NULL, c.earliest, c.latest, c.announced IS NULL, c.announced, substr(c.key, 1, 12), length(c.key), c.key
LIMIT :limit
