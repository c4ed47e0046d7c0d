-- Facts that cannot both be exactly right, side by side
--
-- conflict: two voices; revision: one voice, later; refinement: the bounds fit, or one holds for a narrower place.
--
-- @example annals query disagreements --entity "North Korea" --kind number
-- @param entity entity = none: only those about it or an event it takes part in
-- @param kind text = none: only number, date, place, participant, polarity or rank
-- @param nature text = none: only conflict, revision or refinement
-- @param limit integer = 100: at most so many rows
SELECT d.kind, d.nature, l.subject, p.label AS what,
    CASE WHEN d.kind IN ('polarity', 'rank') THEN CASE l.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE l.value END AS left,
    l.voice AS left_voice, d.left_texts,
    CASE WHEN d.kind IN ('polarity', 'rank') THEN CASE r.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE r.value END AS right,
    r.voice AS right_voice, d.right_texts, l.key AS left_id, r.key AS right_id, l.sentence AS left_sentence,
    r.sentence AS right_sentence
FROM disagreements d
JOIN predicates p ON p.name = d.predicate
JOIN fact_lines l ON l.id = d.left_fact_id
JOIN fact_lines r ON r.id = d.right_fact_id
WHERE (:kind IS NULL OR d.kind = :kind) AND (:nature IS NULL OR d.nature = :nature)
    -- One part for each way to a row, so that each can use its index.
    AND d.id IN (
        SELECT id FROM disagreements WHERE :entity IS NULL
        UNION SELECT id FROM disagreements WHERE subject_entity_id = :entity
        UNION SELECT g.id FROM event_participants t JOIN disagreements g ON g.subject_event_id = t.event_id
            WHERE t.entity_id = :entity)
ORDER BY d.nature, d.left_texts + d.right_texts DESC, d.kind, l.key, r.key
LIMIT :limit
