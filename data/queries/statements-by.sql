-- What a person, an agency or a government has said
--
-- @example annals query statements-by Blinken
-- @param speaker entity: who speaks
-- @param limit integer = 100: at most so many rows
SELECT f.day AS published, f.subject, f.label AS what, f.value, f.certainty_words AS certainty, f.modality, f.source,
    f.key AS id, f.sentence
FROM fact_lines f
WHERE f.voice_id = :speaker
ORDER BY f.published IS NULL, f.published, f.key
LIMIT :limit
