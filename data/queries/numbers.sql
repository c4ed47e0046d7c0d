-- Numbers that are given about an entity or in its events
--
-- Figures of one subject stand together in the order of publication; `disagreement` says in a sentence what others say.
--
-- @example annals query numbers "North Korea"
-- @param entity entity: about whom or what
-- @param limit integer = 100: at most so many rows
SELECT f.subject, f.label AS what, f.value, f.low, f.high, f.unit, f.scope AS "where", f.dates AS date, f.voice,
    f.certainty_words AS certainty, f.source, f.day AS published,
    (SELECT d.summary FROM disagreement_sides x JOIN disagreements d ON d.id = x.disagreement_id
     WHERE x.fact_id = f.id ORDER BY d.nature <> 'conflict', d.nature, d.summary LIMIT 1) AS disagreement, f.key AS id, f.sentence
FROM fact_lines f
WHERE (f.point IS NOT NULL OR f.low IS NOT NULL OR f.high IS NOT NULL) AND f.id IN (
    SELECT id FROM facts WHERE subject_entity_id = :entity
    UNION SELECT n.id FROM event_participants t JOIN facts n ON n.subject_event_id = t.event_id
        WHERE t.entity_id = :entity AND t.role <> 'source')
ORDER BY f.label, f.subject, f.published IS NULL, f.published, f.key
LIMIT :limit
