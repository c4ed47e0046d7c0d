-- Lasting relations of an entity: offices, memberships, family, where things lie
--
-- @example annals query relations Blinken
-- @param entity entity: of whom or what
-- @param limit integer = 100: at most so many rows
SELECT f.subject, CASE f.ended WHEN 1 THEN 'formerly: ' ELSE '' END || f.label AS relation, f.value AS object, f.dates AS holds_at, f.voice, f.certainty_words AS certainty,
    f.source, f.day AS published, f.key AS id, f.sentence
FROM fact_lines f
WHERE f.subject_entity_id IS NOT NULL
    AND (f.point IS NULL OR (SELECT s.quantity_id FROM statements s WHERE s.id = f.id) IS NULL) AND f.id IN (
    SELECT id FROM facts WHERE subject_entity_id = :entity UNION SELECT id FROM facts WHERE object_id = :entity)
ORDER BY f.label, f.published IS NULL, f.published, f.key
LIMIT :limit
