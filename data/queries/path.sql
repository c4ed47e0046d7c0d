-- How two entities hang together: the shortest chains of shared events
--
-- @example annals query path "Blinken" "Kursk" --steps 3
-- @param from entity: where the chain starts
-- @param to entity: where it ends
-- @param steps integer = 3: at most so many events, 4 at the very most
-- @param limit integer = 10: at most so many chains
WITH RECURSIVE
-- How far everything lies from the end, each entity once for each distance: without this step, the chains through a
-- country that takes part in thousands of events would be too many to walk.
reach(entity, depth) AS (
    SELECT :to, 0
    UNION
    SELECT b.entity_id, reach.depth + 1
    FROM reach
    JOIN event_participants a ON a.entity_id = reach.entity
    JOIN event_participants b ON b.event_id = a.event_id
    WHERE reach.depth < min(:steps, 4) AND reach.entity <> :from
),
far(entity, depth) AS MATERIALIZED (SELECT entity, min(depth) FROM reach GROUP BY entity),
-- From the start, always nearer to the end; what is furthest along goes on first.
walk(entity, depth, words) AS (
    SELECT e.id, 0, e.name FROM entities e JOIN far ON far.entity = e.id WHERE e.id = :from AND :from <> :to
    UNION
    SELECT b.entity_id, walk.depth + 1,
        walk.words || ' —[' || replace(c.type, '-', ' ') || coalesce(' ' || c.earliest, '') || ']→ ' || e.name
    FROM walk
    JOIN far AS here ON here.entity = walk.entity
    JOIN event_participants a ON a.entity_id = walk.entity
    JOIN event_participants b ON b.event_id = a.event_id
    JOIN far AS next ON next.entity = b.entity_id AND next.depth = here.depth - 1
    JOIN event_cards c ON c.event_id = a.event_id
    JOIN entities e ON e.id = b.entity_id
    WHERE walk.entity <> :to
    ORDER BY 2 DESC, 3 LIMIT 1000
)
SELECT DISTINCT depth AS steps, words AS path FROM walk WHERE entity = :to AND depth > 0
ORDER BY depth, length(words), words
LIMIT :limit
