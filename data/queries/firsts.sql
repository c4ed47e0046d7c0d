-- What is called the first, only, largest … or is denied to be
--
-- @example annals query firsts
-- @param entity entity = none: only events it takes part in
-- @param limit integer = 100: at most so many rows
SELECT CASE k.holds WHEN 1 THEN k.kind ELSE 'not the ' || k.kind END AS claim, c.title AS event,
    CASE WHEN c.earliest IS NULL AND c.latest IS NULL THEN NULL WHEN c.earliest IS c.latest THEN c.earliest ELSE coalesce(c.earliest, 'before') || ' … ' || coalesce(c.latest, 'later') END AS date, coalesce(a.speaker, coalesce(o.name, v.title, v.key)) AS voice, k.words, coalesce(o.name, v.title, v.key) AS source,
    substr(v.published, 1, 10) AS published, c.key AS id, x.text AS sentence
FROM event_claims k
JOIN event_mentions m ON m.id = k.event_mention_id
JOIN events n ON n.id = m.event_id
JOIN event_cards c ON c.event_id = n.canonical_id
JOIN runs r ON r.id = m.run_id AND r.retracted IS NULL
JOIN versions v ON v.id = r.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN attributions a ON a.id = m.attribution_id
LEFT JOIN sentence_texts x ON x.id = m.sentence_id
WHERE (:entity IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = :entity))
ORDER BY k.kind, c.key, k.holds DESC, v.published, v.key
LIMIT :limit
