-- How two entities hang together: the shortest chains of shared events
--
-- @example annals query path "Blinken" "Kursk" --steps 3
-- @param from entity: where the chain starts
-- @param to entity: where it ends
-- @param steps integer = 3: at most so many events, 4 at the very most
-- @param limit integer = 10: at most so many chains
WITH RECURSIVE walk(entity, depth, seen, words) AS (
    SELECT e.id, 0, '/' || e.id || '/', e.name FROM entities e WHERE e.id = :from
    UNION ALL
    SELECT b.entity_id, walk.depth + 1, walk.seen || b.entity_id || '/',
        walk.words || ' —[' || replace(c.type, '-', ' ') || coalesce(' ' || c.earliest, '') || ']→ ' || e.name
    FROM walk
    JOIN event_participants a ON a.entity_id = walk.entity
    JOIN event_participants b ON b.event_id = a.event_id AND b.entity_id <> a.entity_id
    JOIN event_cards c ON c.event_id = a.event_id
    JOIN entities e ON e.id = b.entity_id
    WHERE walk.depth < min(:steps, 4) AND walk.entity <> :to AND instr(walk.seen, '/' || b.entity_id || '/') = 0
    ORDER BY 2 LIMIT 20000
)
SELECT DISTINCT depth AS steps, words AS path FROM walk WHERE entity = :to AND depth > 0
ORDER BY depth, length(words), words
LIMIT :limit
