-- Facts that cannot both be exactly right, side by side
--
-- conflict: two voices; revision: one voice, later; refinement: the bounds fit, or one holds for a narrower place.
--
-- @example annals query disagreements --entity "North Korea" --kind number
-- @param entity entity = none: only those about it or an event it takes part in
-- @param kind text = none: only number, date, place, participant, polarity or rank
-- @param nature text = none: only conflict, revision or refinement
-- @param limit integer = 100: at most so many rows
SELECT d.kind, d.nature, coalesce(e.name, c.title) AS subject, p.label AS what,
    CASE WHEN d.kind IN ('polarity', 'rank') THEN CASE l.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE l.value END AS left,
    l.voice AS left_voice, d.left_texts,
    CASE WHEN d.kind IN ('polarity', 'rank') THEN CASE r.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE r.value END AS right,
    r.voice AS right_voice, d.right_texts, ls.key AS left_id, rs.key AS right_id, lx.text AS left_sentence,
    rx.text AS right_sentence
FROM disagreements d
JOIN predicates p ON p.name = d.predicate
JOIN facts l ON l.id = d.left_fact_id
JOIN facts r ON r.id = d.right_fact_id
JOIN statements ls ON ls.id = l.id
JOIN statements rs ON rs.id = r.id
LEFT JOIN sentence_texts lx ON lx.id = ls.sentence_id
LEFT JOIN sentence_texts rx ON rx.id = rs.sentence_id
LEFT JOIN entities e ON e.id = d.subject_entity_id
LEFT JOIN event_cards c ON c.event_id = d.subject_event_id
WHERE (:kind IS NULL OR d.kind = :kind) AND (:nature IS NULL OR d.nature = :nature)
    AND (:entity IS NULL OR d.subject_entity_id = :entity
        OR d.subject_event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY d.nature, d.left_texts + d.right_texts DESC, d.kind, ls.key, rs.key
LIMIT :limit
