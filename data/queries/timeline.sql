-- The dated events of an entity or a place, oldest first
--
-- Of a person, agency, unit or group: the events it takes part in. Of a place also those that took place in it or in what lies
-- in it. Dates are those of the event, never of a report about it. `texts` counts independent texts: copies count once.
-- `figures` shows how a figure changed: "killed 11 (3 Mar, BBC) → 14 (5 Mar, AFP)". A range of dates means that the words do
-- not settle the day. Events without any date come last, in the order in which they were told; see also the query undated.
-- What is only planned, demanded, supposed or usual is left out unless --all is given.
--
-- @example annals query timeline "Zelensky" --from 2025-01-01
-- @example annals query timeline "Kursk Oblast"
-- @param entity entity: whose timeline, or of which place
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param undated flag = yes: also the events without a date, at the end
-- @param all flag = no: also what is planned, ordered, supposed or usual
-- @param limit integer = 100: at most so many rows
WITH chosen AS MATERIALIZED (
    SELECT c.event_id FROM event_cards c
    WHERE c.event_id IN (
            SELECT event_id FROM event_participants WHERE entity_id = :entity
            UNION SELECT b.event_id FROM event_cards b WHERE b.place_id = :entity
            UNION SELECT b.event_id FROM place_containment h CROSS JOIN event_cards b ON b.place_id = h.place_id
                WHERE h.container_id = :entity)
        AND (:from IS NULL OR c.latest >= :from) AND (:to IS NULL OR c.earliest <= :to)
        AND (:undated OR c.earliest IS NOT NULL)
        AND (:all OR c.modality IN ('asserted', 'hedged', 'denied'))
    ORDER BY c.earliest IS NULL, c.earliest, c.latest, c.announced IS NULL, c.announced, substr(c.key, 1, 12), length(c.key),
        c.key
    LIMIT :limit
)
SELECT c.dates AS date, c.granularity AS precision, c.type,
    (SELECT group_concat(role, ', ') FROM (SELECT p.role FROM event_participants p
     WHERE p.entity_id = :entity AND p.event_id = c.event_id ORDER BY p.role)) AS role,
    c.title AS event, c.place, c.numbers AS figures, c.certainty_words AS certainty, c.modality, c.texts, c.disputed,
    c.key AS id, c.sentence
FROM chosen h CROSS JOIN event_lines c ON c.event_id = h.event_id
ORDER BY c.earliest IS NULL, c.earliest, c.latest, c.announced IS NULL, c.announced, substr(c.key, 1, 12), length(c.key), c.key
