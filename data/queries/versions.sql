-- The texts that one document had, the one that counts first
--
-- Documents are one if they have the same address. Of their texts the one updated last counts, else the one published
-- last; facts of the others are retracted and can still be asked for with the query retracted.
--
-- @example annals query versions
-- @param document document = none: only this one; without it all that had several texts
-- @param limit integer = 200: at most so many rows
SELECT d.key AS document, CASE WHEN l.version_id IS NOT NULL THEN 'in force'
        WHEN EXISTS (SELECT 1 FROM runs r JOIN batch_runs h ON h.run_id = r.id WHERE r.version_id = v.id
            AND h.outcome <> 'reread' AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = h.batch_id AND u.redone IS NULL)) THEN 'replaced'
        ELSE 'undone' END AS state,
    v.title, o.name AS outlet, v.published,
    (SELECT max(h.updated) FROM runs r JOIN batch_runs h ON h.run_id = r.id WHERE r.version_id = v.id) AS updated, length(v.text) AS characters, v.key AS id
FROM versions v
JOIN documents d ON d.id = v.document_id
LEFT JOIN live_runs l ON l.version_id = v.id
LEFT JOIN sources o ON o.id = v.source_id
WHERE CASE WHEN :document IS NULL THEN (SELECT count(*) FROM versions o WHERE o.document_id = d.id) > 1
    ELSE d.id = (SELECT document_id FROM versions WHERE id = :document) END
ORDER BY d.key, l.version_id IS NULL, v.published DESC, v.key
LIMIT :limit
