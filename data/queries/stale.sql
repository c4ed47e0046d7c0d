-- Documents that an older extractor read, or one with older tables
--
-- `annals reextract` reads them anew; decisions about their events and entities hold. Without a version and a hash the latest
-- extractor of each name that read something is what the others are measured by.
--
-- @example annals query stale
-- @param version text = none: of the program that documents should have been read by
-- @param resources text = none: hash of the tables that documents should have been read with
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
WHERE CASE WHEN :resources IS NULL AND :version IS NULL THEN r.extractor_id NOT IN (SELECT id FROM latest)
    ELSE x.name = 'annals' AND (coalesce(x.resources <> :resources, 0) OR coalesce(x.version <> :version, 0)) END
ORDER BY d.published IS NULL, d.published, d.key
LIMIT :limit
