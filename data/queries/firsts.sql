-- What is called the first, only, largest … or is denied to be
--
-- @example annals query firsts
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT CASE k.holds WHEN 1 THEN k.kind ELSE 'not the ' || k.kind END AS claim, c.title AS event, c.dates AS date,
    coalesce(a.speaker, o.name, v.title, v.key) AS voice, k.words, coalesce(o.name, v.title, v.key) AS source,
    substr(v.published, 1, 10) AS published, c.key AS id,
    (SELECT x.text FROM sentence_texts x WHERE x.id = m.sentence_id) AS sentence
FROM event_claims k
JOIN event_mentions m ON m.id = k.event_mention_id
JOIN canonical_events n ON n.event_id = m.event_id
JOIN event_lines c ON c.event_id = n.canonical_id
JOIN live_runs r ON r.run_id = m.run_id
JOIN versions v ON v.id = r.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN attributions a ON a.id = m.attribution_id
WHERE :entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity)
ORDER BY k.kind, c.key, k.holds DESC, v.published, v.key
LIMIT :limit
