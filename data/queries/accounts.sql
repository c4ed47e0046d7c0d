-- An event as it was told: its accounts in the order of publication, with figures as they changed
--
-- A line for each document and voice. `changed` says which of its figures and dates differ from the account before that gave
-- one. `new` is no for a copy of a text that stands above.
--
-- @example annals query accounts 3f9a2c1b04de.e3
-- @param event event: which event
WITH told AS MATERIALIZED (
    SELECT f.*, s.key, s.sentence_id, s.subject_event_id AS account_id, p.label AS what, p.object AS sort
    FROM facts f JOIN predicates p ON p.name = f.predicate JOIN statements s ON s.id = f.id
    WHERE f.subject_event_id = :event
), steps AS MATERIALIZED (
    SELECT version_id, voice, what, value, sort, extent, lag(value) OVER told_before AS before,
        lag(extent) OVER told_before AS extent_before
    FROM (SELECT *, CASE sort WHEN 'time' THEN json_array(earliest, latest) ELSE json_array(low, high, unit) END AS extent FROM told)
    WHERE sort IN ('quantity', 'time') AND predicate <> 'announced-date'
    WINDOW told_before AS (PARTITION BY predicate ORDER BY published IS NULL, published, key)
), accounts AS (
    SELECT version_id, voice, min(certainty) AS certainty, min(id) AS first
    FROM told WHERE predicate = 'happened' OR sort = 'quantity' GROUP BY version_id, voice
)
SELECT substr(t.published, 1, 10) AS published, coalesce(o.name, v.title, v.key) AS source, a.voice,
    CASE a.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful'
        WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty,
    (SELECT group_concat(line, '; ') FROM (SELECT DISTINCT x.what || ' ' || x.value AS line FROM steps x
     WHERE x.version_id = a.version_id AND x.voice = a.voice ORDER BY x.sort, 1)) AS figures,
    (SELECT group_concat(line, '; ') FROM (SELECT DISTINCT x.what || ' ' || x.before || ' → ' || x.value AS line FROM steps x
     WHERE x.version_id = a.version_id AND x.voice = a.voice AND x.extent_before <> x.extent ORDER BY x.sort, 1)) AS changed,
    CASE WHEN t.text_id = t.version_id THEN 'yes' ELSE 'no' END AS new, e.key AS id,
    (SELECT x.text FROM sentence_texts x WHERE x.id = t.sentence_id) AS sentence
FROM accounts a
JOIN told t ON t.id = a.first
JOIN versions v ON v.id = a.version_id
LEFT JOIN sources o ON o.id = v.source_id
JOIN events e ON e.id = t.account_id
ORDER BY t.published IS NULL, t.published, v.key, a.voice
