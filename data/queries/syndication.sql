-- Copies, and passages that were taken over: what counts as one text
--
-- A copy has most of its words from one earlier text; a passage is a sentence that stands in an earlier text while the
-- rest of its article is its own. Facts read there count for the earlier text. `share` is the part of the text's
-- fingerprints, or of its sentences, that it has from there.
--
-- @example annals query syndication
-- @param document document = none: only what this one took, or gave
-- @param limit integer = 200: at most so many rows
SELECT d.kind, round(d.share, 2) AS share, coalesce(c.outlet, c.title, c.key) AS taker, c.title, c.published,
    coalesce(f.outlet, f.title, f.key) AS source, f.title AS source_title, f.published AS source_published, c.key AS id,
    f.key AS source_id
FROM (
    SELECT 'copy' AS kind, t.share, t.version_id, t.text_id FROM independent_texts t WHERE t.version_id <> t.text_id
    UNION ALL
    SELECT 'passage', count(*) * 1.0 / (SELECT count(*) FROM live_runs l JOIN sentences s ON s.run_id = l.run_id
        WHERE l.version_id = p.version_id), p.version_id, p.text_id
    FROM copied_sentences p GROUP BY p.version_id, p.text_id
) AS d
JOIN live_documents c ON c.version_id = d.version_id
JOIN live_documents f ON f.version_id = d.text_id
WHERE :document IS NULL OR :document IN (d.version_id, d.text_id)
ORDER BY f.published IS NULL, f.published, f.key, d.kind, c.published, c.key
LIMIT :limit
