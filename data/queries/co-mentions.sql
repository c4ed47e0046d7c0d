-- Who is named in the same sentences as an entity, most often first
--
-- @example annals query co-mentions Kursk
-- @param entity entity: with whom or what
-- @param limit integer = 100: at most so many rows
WITH here AS (
    SELECT DISTINCT m.sentence_id, r.version_id
    FROM entities l JOIN chains c ON c.entity_id = l.id JOIN runs r ON r.id = c.run_id AND r.retracted IS NULL
    JOIN mentions m ON m.chain_id = c.id
    WHERE l.canonical_id = :entity AND m.sentence_id IS NOT NULL
)
SELECT e.name, e.kind, e.country, count(DISTINCT here.sentence_id) AS sentences,
    count(DISTINCT here.version_id) AS documents, e.key AS id,
    (SELECT x.text FROM sentence_texts x WHERE x.id = min(here.sentence_id)) AS sentence
FROM here
JOIN mentions m ON m.sentence_id = here.sentence_id
JOIN chains c ON c.id = m.chain_id
JOIN entities l ON l.id = c.entity_id
JOIN entities e ON e.id = l.canonical_id
WHERE e.id <> :entity
GROUP BY e.id
ORDER BY sentences DESC, documents DESC, e.name, e.key
LIMIT :limit
