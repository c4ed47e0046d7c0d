-- Who does what to whom: countries, by PLOVER category
--
-- One line for each pair of countries and category, counted over merged events that somebody says have happened: the form in
-- which event data are used. A country counts with everybody who is of it. `annals export --to plover` has the events
-- one by one, with sectors.
--
-- @example annals query dyads --country Ukraine --from 2024
-- @param country country = none: only pairs with this country on one side
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param category text = none: only this category of PLOVER, such as ASSAULT
-- @param limit integer = 100: at most so many rows
SELECT s.country AS source, r.country AS target, t.plover AS category, t.cameo, count(DISTINCT c.event_id) AS events,
    min(c.earliest) AS first, max(c.latest) AS last, min(c.key) AS example
FROM event_types t
CROSS JOIN event_cards c ON c.type = t.name
CROSS JOIN event_participants a ON a.event_id = c.event_id AND a.role = 'agent'
CROSS JOIN entities s ON s.id = a.entity_id
CROSS JOIN event_participants b ON b.event_id = c.event_id AND b.role IN ('patient', 'recipient', 'partner')
CROSS JOIN entities r ON r.id = b.entity_id
WHERE t.plover IS NOT NULL AND s.country IS NOT NULL AND r.country IS NOT NULL
    AND c.polarity LIKE 'POS%' AND c.modality IN ('asserted', 'hedged')
    AND (:country IS NULL OR :country IN (s.country, r.country))
    AND (:from IS NULL OR c.latest >= :from) AND (:to IS NULL OR c.earliest <= :to)
    AND (:category IS NULL OR t.plover = upper(:category))
GROUP BY s.country, r.country, t.plover, t.cameo
ORDER BY events DESC, source, target, category
LIMIT :limit
