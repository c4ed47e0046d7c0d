-- Pairs of events that may be one, for a person to decide
--
-- The machine was not sure, or it was but something keeps the two apart. `annals same` and `annals different` decide.
--
-- @example annals query merge-candidates
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 50: at most so many rows
SELECT p.score, p.reasons, a.title AS left, a.dates AS left_date, b.title AS right, b.dates AS right_date,
    l.key AS left_id, r.key AS right_id, a.sentence AS left_sentence, b.sentence AS right_sentence
FROM event_pairs p
JOIN events l ON l.id = p.left_id JOIN canonical_events x ON x.event_id = l.id JOIN event_lines a ON a.event_id = x.canonical_id
JOIN events r ON r.id = p.right_id JOIN canonical_events y ON y.event_id = r.id JOIN event_lines b ON b.event_id = y.canonical_id
WHERE x.canonical_id <> y.canonical_id
    AND (:entity IS NULL OR EXISTS (SELECT 1 FROM event_participants t
        WHERE t.entity_id = :entity AND t.event_id IN (x.canonical_id, y.canonical_id)))
    -- What a person has decided about is no candidate any more.
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.subject = 'event' AND d.left_key = l.key AND d.right_key = r.key
        AND d.verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id))
ORDER BY p.score DESC, l.key, r.key
LIMIT :limit
