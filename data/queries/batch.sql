-- What a load brought: documents, failures, events, merges and disagreements
--
-- A document is new, changed (it was known with another text or reading) or same (it was there). Merges are accounts of
-- its documents that the machine takes for one event with accounts in others; disagreements are those in which one of
-- its statements takes part.
--
-- @example annals query batch 1
-- @param batch integer: the number that `annals log` shows
-- @param limit integer = 1000: at most so many rows
WITH held AS (
    SELECT h.run_id, h.outcome, h.input, r.version_id, l.run_id IS NOT NULL AS live
    FROM batch_runs h JOIN runs r ON r.id = h.run_id LEFT JOIN live_runs l ON l.run_id = h.run_id
    WHERE h.batch_id = :batch
)
SELECT what, state, subject, detail, id FROM (
    SELECT 1 AS section, 'document' AS what, h.outcome || CASE h.live WHEN 1 THEN '' ELSE ', not in force' END AS state,
        coalesce(v.title, h.input) AS subject, coalesce(o.name || ', ', '') || coalesce(v.published, 'undated') AS detail,
        v.key AS id, v.published AS at
    FROM held h JOIN versions v ON v.id = h.version_id LEFT JOIN sources o ON o.id = v.source_id
    UNION ALL
    SELECT 2, 'failure', 'failed', f.input, f.reason, NULL, NULL FROM failures f WHERE f.batch_id = :batch
    UNION ALL
    SELECT 3, 'event', c.texts || ' text(s)', c.title, c.dates, c.key, c.earliest
    FROM (SELECT DISTINCT i.canonical_id FROM held h JOIN events e ON e.run_id = h.run_id
        JOIN canonical_events i ON i.event_id = e.id) AS told
    JOIN event_lines c ON c.event_id = told.canonical_id
    UNION ALL
    SELECT DISTINCT 4, 'merge', CAST(round(100 * p.score) AS INTEGER) || ' %', p.reasons, r.key, l.key, NULL
    FROM held h JOIN events e ON e.run_id = h.run_id
    JOIN event_pairs p ON p.left_id = e.id OR p.right_id = e.id
    JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
    WHERE p.verdict = 'same'
    UNION ALL
    SELECT DISTINCT 5, 'disagreement', d.nature, d.summary, d.kind, l.key, NULL
    FROM held h JOIN facts f ON f.version_id = h.version_id
    JOIN disagreement_sides x ON x.fact_id = f.id JOIN disagreements d ON d.id = x.disagreement_id
    JOIN statements l ON l.id = d.first_fact_id
)
ORDER BY section, at IS NULL, at, id, subject
LIMIT :limit
