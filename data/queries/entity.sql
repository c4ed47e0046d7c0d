-- What is known about an entity: names, whereabouts, lasting relations and numbers
--
-- @example annals query entity SBU
-- @param entity entity: who or what
SELECT 'name' AS what, e.name AS value, e.kind || coalesce(', ' || e.country, '') AS detail, NULL AS voice,
    NULL AS certainty, e.key AS id, NULL AS sentence
FROM entities e WHERE e.id = :entity
UNION ALL
SELECT 'about', e.summary, NULL, NULL, NULL, NULL, NULL FROM entities e WHERE e.id = :entity AND e.summary IS NOT NULL
UNION ALL
SELECT 'named in', n.documents || ' documents', n.mentions || ' mentions, ' || n.events || ' events', NULL, NULL, NULL,
    NULL
FROM entity_counts n WHERE n.entity_id = :entity
UNION ALL
SELECT * FROM (SELECT DISTINCT 'also called', n.name, n.origin, NULL, NULL, NULL, NULL
FROM (SELECT :entity AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = :entity) AS e
JOIN entity_names n ON n.entity_id = e.id
WHERE n.name <> (SELECT name FROM entities WHERE id = :entity) ORDER BY n.name)
UNION ALL
SELECT * FROM (SELECT DISTINCT 'known as' AS what, r.value, r.scheme AS detail, NULL, NULL, NULL, NULL
FROM (SELECT :entity AS id UNION SELECT entity_id FROM canonical_entities WHERE canonical_id = :entity) AS e
JOIN cross_references r ON r.entity_id = e.id ORDER BY r.scheme, r.value)
UNION ALL
SELECT 'lies at', printf('%.4f, %.4f', p.latitude, p.longitude), p.feature, NULL, NULL, NULL, NULL
FROM places p WHERE p.entity_id = :entity
UNION ALL
SELECT * FROM (SELECT 'lies in', e.name, e.kind, NULL, NULL, e.key, NULL
FROM place_containment h JOIN entities e ON e.id = h.container_id WHERE h.place_id = :entity ORDER BY h.depth)
UNION ALL
SELECT * FROM (SELECT CASE f.ended WHEN 1 THEN 'formerly: ' ELSE '' END || f.label, f.value, f.dates, f.voice, f.certainty_words, f.key, f.sentence
FROM fact_lines f WHERE f.subject_entity_id = :entity ORDER BY f.predicate, f.published, f.key)
