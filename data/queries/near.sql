-- Events within some kilometres of a place, nearest first
--
-- @example annals query near Kursk --km 50
-- @param place entity: a place with coordinates
-- @param km number = 50: how far away at most
-- @param type eventtype = none: only events of this type or class
-- @param limit integer = 100: at most so many rows
WITH centre AS (SELECT latitude, longitude FROM places WHERE entity_id = :place),
around AS (
    SELECT p.entity_id, 12742 * asin(min(1.0, sqrt(pow(sin(radians(p.latitude - centre.latitude) / 2), 2)
        + cos(radians(p.latitude)) * cos(radians(centre.latitude))
        * pow(sin(radians(p.longitude - centre.longitude) / 2), 2)))) AS km
    FROM centre
    -- The degrees of latitude narrow it down; longitude would have to mind the poles and the 180th meridian.
    JOIN place_index i ON i.south <= centre.latitude + :km / 111.0 AND i.north >= centre.latitude - :km / 111.0
    JOIN places p ON p.entity_id = i.id
)
SELECT round(around.km, 1) AS km, c.dates AS date, c.type, c.title AS event, c.place, c.certainty_words AS certainty,
    c.texts, c.key AS id, c.sentence
FROM around
LEFT JOIN canonical_entities i ON i.entity_id = around.entity_id
JOIN event_lines c ON c.place_id = coalesce(i.canonical_id, around.entity_id)
WHERE around.km <= :km AND (:type IS NULL OR c.type = :type OR c.class = :type)
ORDER BY around.km, c.earliest IS NULL, c.earliest, c.key
LIMIT :limit
