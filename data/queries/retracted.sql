-- Statements of texts that do not count any more: replaced by another version or reading, or undone
--
-- @example annals query retracted
-- @param document document = none: only those of earlier texts of this one
-- @param limit integer = 200: at most so many rows
SELECT coalesce(o.name, v.title, v.key) AS source, v.published, s.predicate AS what,
    substr(v.text, s.start_at + 1, s.end_at - s.start_at) AS words, s.key AS id,
    (SELECT x.text FROM sentence_texts x WHERE x.id = s.sentence_id) AS sentence
FROM runs r
JOIN versions v ON v.id = r.version_id
JOIN statements s ON s.run_id = r.id
LEFT JOIN sources o ON o.id = v.source_id
WHERE r.id NOT IN (SELECT run_id FROM live_runs)
    AND (:document IS NULL OR v.document_id = (SELECT document_id FROM versions WHERE id = :document))
ORDER BY v.published IS NULL, v.published, v.key, r.id, s.start_at, s.id
LIMIT :limit
