-- An event as it was told: its accounts in the order of publication, with figures as they changed
--
-- A line for each document and voice. `changed` says which of its figures and dates differ from the account before that gave
-- one. `new` is no for a copy of a text that stands above.
--
-- @example annals query accounts 3f9a2c1b04de.e3
-- @param event event: which event
WITH told AS MATERIALIZED (
    SELECT f.*, p.label AS what, p.object AS sort FROM facts f JOIN predicates p ON p.name = f.predicate
    WHERE f.subject_event_id = :event
), steps AS (
    SELECT t.id, t.version_id, t.voice, t.what, t.value, t.sort, t.published,
        lag(t.value) OVER (PARTITION BY t.predicate ORDER BY t.published IS NULL, t.published, s.key) AS before
    FROM told t JOIN statements s ON s.id = t.id WHERE t.sort IN ('quantity', 'time') AND t.predicate <> 'announced-date'
)
SELECT substr(a.published, 1, 10) AS published, coalesce(o.name, v.title, v.key) AS source, a.voice,
    CASE min(a.certainty) WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful'
        WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty,
    (SELECT group_concat(line, '; ') FROM (SELECT DISTINCT x.what || ' ' || x.value AS line FROM steps x
     WHERE x.version_id = a.version_id AND x.voice = a.voice ORDER BY x.sort, 1)) AS figures,
    (SELECT group_concat(line, '; ') FROM (SELECT DISTINCT x.what || ' ' || x.before || ' → ' || x.value AS line FROM steps x
     WHERE x.version_id = a.version_id AND x.voice = a.voice AND x.before <> x.value ORDER BY x.sort, 1)) AS changed,
    CASE WHEN a.text_id = a.version_id THEN 'yes' ELSE 'no' END AS new, e.key AS id,
    (SELECT x.text FROM statements s JOIN sentence_texts x ON x.id = s.sentence_id WHERE s.id = min(a.id)) AS sentence
FROM told a
JOIN versions v ON v.id = a.version_id
LEFT JOIN sources o ON o.id = v.source_id
JOIN statements t ON t.id = a.id
JOIN events e ON e.id = t.subject_event_id
WHERE a.predicate = 'happened' OR a.sort = 'quantity'
GROUP BY a.version_id, a.voice
ORDER BY a.published IS NULL, a.published, v.key, a.voice
