-- From store version 2 to the present one. Before it runs, every table t of version 2 has become v2_t, schema.sql has been run,
-- and the rows of all that is not derived have been copied by the columns that both versions have; after it, the old tables
-- are dropped and the derived layer is made anew. It runs in one transaction.

-- The names of texts are derived, and the index of places is made of the places.
DELETE FROM entity_names WHERE origin = 'text';
UPDATE entity_names SET uses = 0;
INSERT INTO place_index (id, south, north, west, east)
SELECT entity_id, latitude, latitude, longitude, longitude FROM places;

-- Moments of loads, undos and decisions tell their order, those of decisions also where several were made in one second.
UPDATE batches SET started = strftime('%Y-%m-%dT%H:%M:%fZ', started), finished = strftime('%Y-%m-%dT%H:%M:%fZ', finished);
UPDATE undos SET undone = strftime('%Y-%m-%dT%H:%M:%fZ', undone), redone = strftime('%Y-%m-%dT%H:%M:%fZ', redone);
UPDATE decisions SET made = substr(made, 1, 19) || printf('.%03dZ', (SELECT count(*) FROM decisions o
    WHERE substr(o.made, 1, 19) = substr(decisions.made, 1, 19) AND o.id < decisions.id) % 1000);
