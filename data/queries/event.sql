-- Everything that is told about an event, account by account
--
-- @example annals query event 3f9a2c1b04de.e3
-- @param event event: which event
SELECT f.label AS what, f.value, f.dates AS date, f.voice, f.certainty_words AS certainty, f.modality, f.source,
    f.day AS published, f.key AS id, f.sentence
FROM fact_lines f
WHERE f.subject_event_id = :event
ORDER BY f.predicate <> 'happened', f.predicate, f.published IS NULL, f.published, f.key
