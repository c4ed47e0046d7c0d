-- Outlets, with how much each has and how much of it is its own
--
-- `alone` counts the events that no other independent text tells of.
--
-- @example annals query sources
WITH texts AS (
    SELECT version_id, run_id, coalesce(outlet, '(no outlet)') AS outlet, published, text_id FROM live_documents
)
SELECT t.outlet, count(DISTINCT t.version_id) AS documents, count(DISTINCT coalesce(t.text_id, t.version_id)) AS texts,
    count(DISTINCT i.canonical_id) AS events, count(DISTINCT CASE c.texts WHEN 1 THEN c.event_id END) AS alone,
    min(substr(t.published, 1, 10)) AS earliest, max(substr(t.published, 1, 10)) AS latest
FROM texts t
LEFT JOIN events e ON e.run_id = t.run_id
LEFT JOIN canonical_events i ON i.event_id = e.id
LEFT JOIN event_cards c ON c.event_id = i.canonical_id
GROUP BY t.outlet
ORDER BY documents DESC, t.outlet
