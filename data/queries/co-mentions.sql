-- Who is named in the same sentences as an entity, most often first
--
-- @example annals query co-mentions Kursk
-- @param entity entity: with whom or what
-- @param limit integer = 100: at most so many rows
WITH here AS (
    SELECT DISTINCT m.sentence_id, r.version_id
    FROM (SELECT :entity AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = :entity) AS l
    JOIN chains c ON c.entity_id = l.id JOIN live_runs r ON r.run_id = c.run_id JOIN mentions m ON m.chain_id = c.id
    WHERE m.sentence_id IS NOT NULL
)
SELECT e.name, e.kind, e.country, t.sentences, t.documents, e.key AS id, x.text AS sentence
FROM (
    SELECT coalesce(i.canonical_id, c.entity_id) AS entity_id, count(DISTINCT here.sentence_id) AS sentences,
        count(DISTINCT here.version_id) AS documents, min(here.sentence_id) AS sentence_id
    FROM here
    JOIN mentions m ON m.sentence_id = here.sentence_id
    JOIN chains c ON c.id = m.chain_id
    LEFT JOIN canonical_entities i ON i.entity_id = c.entity_id
    WHERE c.entity_id IS NOT NULL AND coalesce(i.canonical_id, c.entity_id) <> :entity
    GROUP BY 1
) AS t
JOIN entities e ON e.id = t.entity_id
JOIN sentence_texts x ON x.id = t.sentence_id
ORDER BY t.sentences DESC, t.documents DESC, e.name, e.key
LIMIT :limit
