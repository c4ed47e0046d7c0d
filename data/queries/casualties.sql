-- Killed, wounded, captured and missing, with bounds and voices
--
-- Figures of one event stand together in the order of publication, so that a toll can be read as it rose; `disagreement` says in
-- a sentence what others say.
--
-- @example annals query casualties --country "North Korea"
-- @param country country = none: only those of this country, or in it
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param limit integer = 100: at most so many rows
SELECT f.subject, f.label AS what, f.value, f.low, f.high, f.unit, f.scope AS "where", f.dates AS date, f.voice,
    f.certainty_words AS certainty, f.source, f.day AS published,
    (SELECT d.summary FROM disagreement_sides x JOIN disagreements d ON d.id = x.disagreement_id
     WHERE x.fact_id = f.id ORDER BY d.nature <> 'conflict', d.nature, d.summary LIMIT 1) AS disagreement, f.key AS id, f.sentence
FROM fact_lines f
LEFT JOIN entities subject ON subject.id = f.subject_entity_id
LEFT JOIN event_cards event ON event.event_id = f.subject_event_id
LEFT JOIN entities place ON place.id = event.place_id
LEFT JOIN entities scope ON scope.id = f.scope_id
WHERE f.predicate IN ('killed', 'wounded', 'casualties', 'captured', 'missing', 'executed', 'tortured', 'kidnapped')
    AND (:country IS NULL OR :country IN (subject.country, place.country, scope.country))
    AND (:from IS NULL OR coalesce(f.latest, event.latest) >= :from)
    AND (:to IS NULL OR coalesce(f.earliest, event.earliest) <= :to)
ORDER BY f.label, f.subject, f.published IS NULL, f.published, f.key
LIMIT :limit
