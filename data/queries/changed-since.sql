-- What the knowledge base has learnt, or takes back, since a moment
--
-- Times are those of loading, in UTC: what was published when makes no difference. A day means its first moment.
--
-- @example annals query changed-since 2025-01-13
-- @param since text: a day or a moment, 2025-01-13 or 2025-01-13T08:00
-- @param limit integer = 500: at most so many rows
SELECT at, what, subject, detail, id FROM (
    SELECT b.started AS at, CASE h.outcome WHEN 'new' THEN 'new document' WHEN 'reread' THEN 'read again' ELSE 'new version' END AS what,
        coalesce(v.title, h.input) AS subject,
        (SELECT count(DISTINCT i.canonical_id) FROM events e JOIN canonical_events i ON i.event_id = e.id
         WHERE e.run_id = h.run_id) || ' events, ' || (SELECT count(*) FROM facts f WHERE f.version_id = v.id) || ' facts' AS detail,
        v.key AS id
    FROM batches b CROSS JOIN batch_runs h ON h.batch_id = b.id CROSS JOIN live_runs l ON l.run_id = h.run_id
    CROSS JOIN versions v ON v.id = l.version_id
    WHERE h.outcome <> 'same' AND b.started >= :since
    UNION ALL
    SELECT u.undone, 'batch undone', 'batch ' || u.batch_id, b.command, u.batch_id
    FROM undos u JOIN batches b ON b.id = u.batch_id WHERE u.undone >= :since
    UNION ALL
    SELECT u.redone, 'batch redone', 'batch ' || u.batch_id, b.command, u.batch_id
    FROM undos u JOIN batches b ON b.id = u.batch_id WHERE u.redone >= :since
    UNION ALL
    SELECT d.made, 'decision: ' || d.verdict, d.left_key || ' / ' || d.right_key, d.author || coalesce(': ' || d.reasons, ''),
        'd' || d.id
    FROM decisions d WHERE d.made >= :since
)
ORDER BY at, what, id
LIMIT :limit
