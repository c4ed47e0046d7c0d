-- Why things were taken for one: every merge and every decision, with reasons
--
-- What people decided comes first, the latest on top, also what they took back; then the machine's merges, the surest
-- first.
--
-- @example annals query merge-log
-- @param limit integer = 200: at most so many rows
SELECT author, verdict, subject, left, right, score, reasons, made, id FROM (
    SELECT 1 AS section, d.author, CASE WHEN d.undoes IS NULL THEN d.verdict ELSE d.verdict || ' of d' || d.undoes END AS verdict,
        d.subject, d.left_key AS left, d.right_key AS right, NULL AS score, d.reasons, d.made, 'd' || d.id AS id, -d.id AS place
    FROM decisions d
    UNION ALL
    SELECT 2, 'annals', CASE WHEN x.canonical_id = y.canonical_id THEN 'same' ELSE 'same, kept apart' END, 'event', l.key,
        r.key, p.score, p.reasons, NULL, NULL, -p.score
    FROM event_pairs p JOIN events l ON l.id = p.left_id JOIN events r ON r.id = p.right_id
    JOIN canonical_events x ON x.event_id = l.id JOIN canonical_events y ON y.event_id = r.id
    WHERE p.verdict = 'same'
    UNION ALL
    SELECT 3, 'annals', CASE WHEN x.canonical_id = y.canonical_id THEN 'same' ELSE 'same, kept apart' END, 'entity', l.key,
        r.key, k.score, k.reasons, NULL, NULL, -k.score
    FROM entity_links k JOIN entities l ON l.id = k.left_id JOIN entities r ON r.id = k.right_id
    JOIN entity_identities x ON x.entity_id = l.id JOIN entity_identities y ON y.entity_id = r.id
    WHERE k.verdict = 'same'
)
ORDER BY section, place, left, right
LIMIT :limit
