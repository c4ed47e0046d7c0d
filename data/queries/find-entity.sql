-- Entities whose name holds these words, the most often named first
--
-- Any script and any piece of three characters or more: "елен", "김정", "Antony". Shorter pieces must start a name.
--
-- @example annals query find-entity Зеленс
-- @param name text: a name or a piece of one
-- @param kind text = none: only these: person, agency, place, unit, group or object
-- @param limit integer = 100: at most so many rows
SELECT c.name, c.kind, c.country, c.summary, coalesce(n.documents, 0) AS documents, coalesce(n.mentions, 0) AS mentions,
    group_concat(DISTINCT hit.name) AS found, c.key AS id
FROM (
    SELECT rowid AS name_id FROM name_search WHERE name_search MATCH :name_fragment AND length(:name) >= 3
    UNION SELECT id FROM entity_names WHERE name_key >= :name_key AND name_key < :name_key || ' '  || char(1114111)
        AND (name_key = :name_key OR name_key >= :name_key || ' ')
    UNION SELECT id FROM entity_names WHERE length(:name) < 3 AND :name_key <> ''
        AND name_key >= :name_key AND name_key < :name_key || char(1114111)
) AS found
JOIN entity_names hit ON hit.id = found.name_id
LEFT JOIN canonical_entities i ON i.entity_id = hit.entity_id
JOIN entities c ON c.id = coalesce(i.canonical_id, hit.entity_id)
LEFT JOIN entity_counts n ON n.entity_id = c.id
WHERE :kind IS NULL OR c.kind = :kind
GROUP BY c.id
ORDER BY documents DESC, mentions DESC, c.reference DESC, c.name, c.key
LIMIT :limit
