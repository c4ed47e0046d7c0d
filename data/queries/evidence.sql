-- The sentence behind a statement, and who stands between it and us
--
-- The voices are listed from the innermost speaker outwards.
--
-- @example annals query evidence 3f9a2c1b04de.s3
-- @param statement text: the statement's id, as other queries show it
WITH RECURSIVE statement(id) AS (
    -- A text may have been read several times: the reading that counts, else the latest.
    SELECT x.id FROM statements x LEFT JOIN live_runs l ON l.run_id = x.run_id
    WHERE x.key = :statement ORDER BY l.run_id IS NULL, x.run_id DESC LIMIT 1
),
chain(depth, id) AS (
    SELECT 1, attribution_id FROM statements WHERE id = (SELECT id FROM statement) AND attribution_id IS NOT NULL
    UNION ALL
    SELECT depth + 1, a.parent_id FROM chain JOIN attributions a ON a.id = chain.id
    WHERE a.parent_id IS NOT NULL AND depth < 20
)
SELECT s.key AS id, s.predicate AS what, f.value, CASE s.holds WHEN 1 THEN 'yes' ELSE 'no' END AS holds,
    substr(v.text, s.start_at + 1, s.end_at - s.start_at) AS words,
    CASE s.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful'
        WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty,
    coalesce((SELECT group_concat(words, ' ← ') FROM (
        SELECT coalesce(a.speaker, 'nobody named') || coalesce(' (' || a.cue || ')', '') AS words
        FROM chain JOIN attributions a ON a.id = chain.id ORDER BY chain.depth)),
        f.voice, o.name, v.title, v.key) AS voices,
    coalesce(o.name, v.title, v.key) AS source, v.title, d.url, v.published, s.start_at AS start, s.end_at AS end,
    s.rule, CASE WHEN f.id IS NULL THEN 'retracted' ELSE 'in force' END AS state, (SELECT x.text FROM sentence_texts x WHERE x.id = s.sentence_id) AS sentence
FROM statements s
JOIN runs r ON r.id = s.run_id
JOIN versions v ON v.id = r.version_id
JOIN documents d ON d.id = v.document_id
LEFT JOIN facts f ON f.id = s.id
LEFT JOIN sources o ON o.id = v.source_id
WHERE s.id = (SELECT id FROM statement)
