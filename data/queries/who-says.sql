-- Who says what about an entity: each voice, with its own words
--
-- @example annals query who-says "North Korea"
-- @param entity entity: about whom or what
-- @param limit integer = 100: at most so many rows
SELECT f.voice, f.subject, f.label AS what, f.value, f.certainty_words AS certainty, f.modality, f.source,
    f.day AS published, f.key AS id, f.sentence
FROM fact_lines f
WHERE f.id IN (
    SELECT id FROM facts WHERE subject_entity_id = :entity
    UNION SELECT id FROM facts WHERE object_id = :entity
    UNION SELECT h.id FROM event_participants t JOIN facts h ON h.subject_event_id = t.event_id AND h.predicate = 'happened'
        WHERE t.entity_id = :entity AND t.role <> 'source')
ORDER BY f.voice, f.published IS NULL, f.published, f.key
LIMIT :limit
