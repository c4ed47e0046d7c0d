-- What accounts answer differently: each question with all its answers, side by side
--
-- conflict: voices at odds; revision: one voice, later, another value; change: the thing itself changed (a toll that rose, an age
-- that grew); refinement: the values fit, one is wider, coarser or about more. A line for each answer, in the order of
-- publication. `texts` counts independent texts, `voices` independent voices: a speaker in ten outlets counts once.
--
-- @example annals query disagreements --entity "North Korea" --kind number
-- @param entity entity = none: only those about it or an event it takes part in
-- @param event event = none: only those about this event
-- @param kind text = none: only number, date, place, participant, polarity, denial or rank
-- @param nature text = none: only conflict, revision, change or refinement
-- @param all flag = no: also finer days and places, which are left out unless --nature asks for them
-- @param limit integer = 100: at most so many questions
WITH asked AS (
    -- One part for each way to a row, so that each can use its index.
    SELECT id FROM disagreements WHERE :entity IS NULL AND :event IS NULL
    UNION SELECT id FROM disagreements WHERE subject_entity_id = :entity
    UNION SELECT g.id FROM event_participants t JOIN disagreements g ON g.subject_event_id = t.event_id
        WHERE t.entity_id = :entity
    UNION SELECT id FROM disagreements WHERE subject_event_id = :event
), chosen AS MATERIALIZED (
    SELECT d.*, f.key AS first_key FROM asked a JOIN disagreements d ON d.id = a.id JOIN statements f ON f.id = d.first_fact_id
    WHERE (:kind IS NULL OR d.kind = :kind) AND CASE WHEN :nature IS NULL THEN :all OR d.nature <> 'refinement' OR d.kind = 'number' ELSE d.nature = :nature END
    ORDER BY d.nature <> 'conflict', d.nature <> 'revision', d.nature <> 'change', d.texts DESC, d.kind, f.key
    LIMIT :limit
)
SELECT d.first_key || '.' || d.nature AS question, d.summary, d.kind, d.nature, l.subject, p.label AS what, s.number AS side,
    CASE WHEN d.kind IN ('polarity', 'denial', 'rank') THEN CASE l.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE l.value END AS value,
    l.voice, s.texts, s.voices, l.day AS published, l.scope AS "where", l.key AS id, l.sentence
FROM chosen d
CROSS JOIN predicates p ON p.name = d.predicate
CROSS JOIN disagreement_sides s ON s.disagreement_id = d.id
CROSS JOIN fact_lines l ON l.id = s.fact_id
ORDER BY d.nature <> 'conflict', d.nature <> 'revision', d.nature <> 'change', d.texts DESC, d.kind, d.first_key, s.number
