-- Documents that an older extractor read than the one used last
--
-- Loading them again reads them anew; decisions about their events and entities hold.
--
-- @example annals query stale
-- @param limit integer = 200: at most so many rows
WITH latest AS (
    -- Of each name the one that the latest batch used.
    SELECT name, id FROM (
        SELECT x.name, x.id, row_number() OVER (PARTITION BY x.name ORDER BY max(r.batch_id) DESC, x.id DESC) AS place
        FROM extractors x JOIN runs r ON r.extractor_id = x.id GROUP BY x.id
    ) WHERE place = 1
)
SELECT d.outlet, d.title, d.published, x.name AS extractor, x.version, substr(x.resources, 1, 12) AS resources,
    r.recorded AS read, d.key AS id
FROM live_documents d
JOIN runs r ON r.id = d.run_id
JOIN extractors x ON x.id = r.extractor_id
WHERE r.extractor_id NOT IN (SELECT id FROM latest)
ORDER BY d.published IS NULL, d.published, d.key
LIMIT :limit
