-- Pairs worth a person's look: near misses, doubtful merges, and what people disagree about
--
-- What people say that cannot all hold comes first; then the machine's opinions, those nearest to the line between one and
-- two on top, of each two things one pair. `annals same`, `different` and `unsure` decide; what is decided is not listed.
--
-- @example annals query candidates
-- @param kind text = none: only event or entity
-- @param entity entity = none: only this one, or events it takes part in
-- @param limit integer = 50: at most so many rows
WITH said AS (
    SELECT d.subject AS kind, CASE d.contested WHEN 1 THEN 'people differ' ELSE 'said to be one, kept apart' END AS state,
        NULL AS score, d.reasons, d.left_key AS left_id, d.right_key AS right_id, l.id AS left_row, r.id AS right_row,
        x.canonical_id AS left_of, y.canonical_id AS right_of, NULL AS distance, d.contested
    FROM decided_pairs d JOIN events l ON l.key = d.left_key JOIN events r ON r.key = d.right_key
    JOIN canonical_events x ON x.event_id = l.id JOIN canonical_events y ON y.event_id = r.id
    WHERE d.subject = 'event' AND (d.contested = 1 OR d.verdict = 'same' AND x.canonical_id <> y.canonical_id)
    UNION ALL
    SELECT d.subject, CASE d.contested WHEN 1 THEN 'people differ' ELSE 'said to be one, kept apart' END, NULL, d.reasons,
        d.left_key, d.right_key, l.id, r.id, x.canonical_id, y.canonical_id, NULL, d.contested
    FROM decided_pairs d JOIN entities l ON l.key = d.left_key JOIN entities r ON r.key = d.right_key
    JOIN entity_identities x ON x.entity_id = l.id JOIN entity_identities y ON y.entity_id = r.id
    WHERE d.subject = 'entity' AND (d.contested = 1 OR d.verdict = 'same' AND x.canonical_id <> y.canonical_id)
),
thought AS (
    SELECT 'event' AS kind, CASE WHEN x.canonical_id = y.canonical_id THEN 'taken for one'
            WHEN p.verdict = 'same' THEN 'alike, kept apart' ELSE 'near miss' END AS state,
        p.score, p.reasons, l.key AS left_id, r.key AS right_id, l.id AS left_row, r.id AS right_row,
        x.canonical_id AS left_of, y.canonical_id AS right_of,
        abs(p.score - coalesce((SELECT min(score) FROM event_pairs WHERE verdict = 'same'), 1)) AS distance
    FROM event_pairs p JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
    JOIN canonical_events x ON x.event_id = l.id JOIN canonical_events y ON y.event_id = r.id
    WHERE (p.verdict = 'same' OR x.canonical_id <> y.canonical_id)
    UNION ALL
    SELECT 'entity', CASE WHEN x.canonical_id = y.canonical_id THEN 'taken for one'
            WHEN k.verdict = 'same' THEN 'alike, kept apart' ELSE 'near miss' END,
        k.score, k.reasons, l.key, r.key, l.id, r.id, x.canonical_id, y.canonical_id,
        abs(k.score - coalesce((SELECT min(score) FROM entity_links WHERE verdict = 'same' AND event_id = 0), 1))
    FROM entity_links k JOIN entities l ON l.id = k.left_id JOIN entities r ON r.id = k.right_id
    JOIN entity_identities x ON x.entity_id = l.id JOIN entity_identities y ON y.entity_id = r.id
    -- Who shares a role of one event is one with it: the event is what to look at.
    WHERE (k.verdict = 'same' AND k.event_id = 0 OR x.canonical_id <> y.canonical_id)
),
open AS (
    SELECT t.*, row_number() OVER (
        PARTITION BY kind, state, min(left_of, right_of), max(left_of, right_of) ORDER BY distance IS NULL, distance, left_id, right_id
    ) AS place
    FROM thought t
    -- What a person has decided about is no candidate any more.
    WHERE NOT EXISTS (SELECT 1 FROM decided_pairs d
        WHERE d.subject = t.kind AND d.left_key = t.left_id AND d.right_key = t.right_id)
),
found AS (
    SELECT 1 AS section, kind, state, score, reasons, left_id, right_id, left_row, right_row, left_of, right_of, distance FROM said
    UNION ALL
    SELECT 2, kind, state, score, reasons, left_id, right_id, left_row, right_row, left_of, right_of, distance FROM open
    WHERE place = 1
),
chosen AS (
    SELECT * FROM found f
    WHERE (:kind IS NULL OR f.kind = :kind)
        AND (:entity IS NULL
            OR f.kind = 'entity' AND :entity IN (f.left_of, f.right_of)
            OR f.kind = 'event' AND EXISTS (SELECT 1 FROM event_participants t
                WHERE t.entity_id = :entity AND t.event_id IN (f.left_of, f.right_of)))
    ORDER BY section, distance IS NULL, distance, kind, left_id, right_id
    LIMIT :limit
)
SELECT c.kind, c.state, c.score, c.reasons,
    coalesce(a.title, m.name) AS left, a.dates AS left_date,
    CASE c.kind WHEN 'event' THEN
        (SELECT x.text FROM event_mentions g JOIN sentence_texts x ON x.id = g.sentence_id
         WHERE g.event_id = c.left_row ORDER BY g.ordinal LIMIT 1)
    ELSE
        (SELECT x.text FROM mentions g JOIN sentence_texts x ON x.id = g.sentence_id WHERE g.chain_id =
            (SELECT h.id FROM chains h JOIN live_runs u ON u.run_id = h.run_id JOIN versions v ON v.id = u.version_id
             WHERE h.entity_id = c.left_row ORDER BY v.published IS NULL, v.published, v.key, h.ordinal LIMIT 1)
         ORDER BY g.start_at LIMIT 1)
    END AS left_sentence,
    coalesce(b.title, n.name) AS right, b.dates AS right_date,
    CASE c.kind WHEN 'event' THEN
        (SELECT x.text FROM event_mentions g JOIN sentence_texts x ON x.id = g.sentence_id
         WHERE g.event_id = c.right_row ORDER BY g.ordinal LIMIT 1)
    ELSE
        (SELECT x.text FROM mentions g JOIN sentence_texts x ON x.id = g.sentence_id WHERE g.chain_id =
            (SELECT h.id FROM chains h JOIN live_runs u ON u.run_id = h.run_id JOIN versions v ON v.id = u.version_id
             WHERE h.entity_id = c.right_row ORDER BY v.published IS NULL, v.published, v.key, h.ordinal LIMIT 1)
         ORDER BY g.start_at LIMIT 1)
    END AS right_sentence,
    c.left_id, c.right_id
FROM chosen c
LEFT JOIN event_lines a ON c.kind = 'event' AND a.event_id = c.left_of
LEFT JOIN event_lines b ON c.kind = 'event' AND b.event_id = c.right_of
LEFT JOIN entities m ON c.kind = 'entity' AND m.id = c.left_row
LEFT JOIN entities n ON c.kind = 'entity' AND n.id = c.right_row
ORDER BY c.section, c.distance IS NULL, c.distance, c.kind, c.left_id, c.right_id
