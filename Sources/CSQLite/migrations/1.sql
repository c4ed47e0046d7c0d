-- From store version 1 to the present one. Before it runs, every table t of version 1 has become v1_t and schema.sql has been
-- run; after it, the old tables are dropped and the derived layer is made anew. It runs in one transaction. Columns are named on
-- both sides, since tables have grown.

INSERT INTO batches (id, started, finished, command, new_documents, changed_documents, same_documents, failed_documents)
SELECT id, started, finished, command, new_documents, changed_documents, same_documents, failed_documents FROM v1_batches;

INSERT INTO undos (batch_id, undone) SELECT id, undone FROM v1_batches WHERE undone IS NOT NULL ORDER BY id;

INSERT INTO failures (id, batch_id, input, reason) SELECT id, batch_id, input, reason FROM v1_failures;
INSERT INTO extractors (id, name, version, resources) SELECT id, name, version, resources FROM v1_extractors;
INSERT INTO sources (id, name) SELECT id, name FROM v1_sources;
INSERT INTO documents (id, key, url) SELECT id, key, url FROM v1_documents;

INSERT INTO versions (id, key, hash, document_id, source_id, batch_id, input, title, author, language, published, text)
SELECT id, key, hash, document_id, source_id, batch_id, input, title, author, language, published, text FROM v1_versions;

INSERT INTO metadata_origins (version_id, field, origin) SELECT version_id, field, origin FROM v1_metadata_origins;

INSERT INTO runs (id, version_id, extractor_id, batch_id, recorded)
SELECT id, version_id, extractor_id, batch_id, recorded FROM v1_runs;

-- Version 1 wrote down what a batch read, not what it found there already.
INSERT INTO batch_runs (batch_id, run_id, input, outcome)
SELECT r.batch_id, r.id, v.input,
    CASE WHEN EXISTS (SELECT 1 FROM v1_runs o JOIN v1_versions w ON w.id = o.version_id
        WHERE w.document_id = v.document_id AND o.batch_id < r.batch_id) THEN 'changed' ELSE 'new' END
FROM v1_runs r JOIN v1_versions v ON v.id = r.version_id;

INSERT INTO sentences (id, run_id, ordinal, start_at, end_at) SELECT id, run_id, ordinal, start_at, end_at FROM v1_sentences;

-- Parts of a version are named by where they start, and no longer by their number.
CREATE TEMP TABLE event_keys AS
SELECT id, old, version || '.e' || start_at || CASE place WHEN 1 THEN '' ELSE '-' || place END AS new FROM (
    SELECT id, old, version, start_at,
        row_number() OVER (PARTITION BY run_id, start_at ORDER BY CAST(substr(old, length(version) + 3) AS INTEGER)) AS place
    FROM (
        SELECT e.id, e.run_id, v.key AS version, substr(e.key, 1, instr(e.key || '@', '@') - 1) AS old,
            (SELECT min(m.start_at) FROM v1_event_mentions m WHERE m.event_id = e.id) AS start_at
        FROM v1_events e JOIN v1_runs r ON r.id = e.run_id JOIN v1_versions v ON v.id = r.version_id));
CREATE INDEX temp.event_keys_by_id ON event_keys(id);
CREATE INDEX temp.event_keys_by_old ON event_keys(old);

CREATE TEMP TABLE entity_keys AS
SELECT id, old, version || '.c' || start_at || '-' || end_at AS new FROM (
    SELECT n.id, n.key AS old, v.key AS version, m.start_at, m.end_at,
        row_number() OVER (PARTITION BY n.id ORDER BY m.start_at, m.end_at, m.id) AS place
    FROM v1_entities n
    JOIN v1_chains c ON c.entity_id = n.id JOIN v1_runs r ON r.id = c.run_id JOIN v1_versions v ON v.id = r.version_id
    JOIN v1_mentions m ON m.chain_id = c.id
    WHERE n.key = v.key || '.c' || c.ordinal)
WHERE place = 1;
CREATE INDEX temp.entity_keys_by_id ON entity_keys(id);
CREATE INDEX temp.entity_keys_by_old ON entity_keys(old);

INSERT INTO entities (id, key, kind, name, country, summary, reference)
SELECT e.id, coalesce((SELECT k.new FROM temp.entity_keys k WHERE k.id = e.id), e.key), kind, name, country, summary, reference
FROM v1_entities e;

-- The names of texts are derived.
INSERT INTO entity_names (id, entity_id, name, name_key, origin, uses)
SELECT id, entity_id, name, name_key, origin, 0 FROM v1_entity_names WHERE origin = 'reference';

INSERT INTO cross_references (entity_id, scheme, value) SELECT entity_id, scheme, value FROM v1_cross_references;
INSERT INTO places (entity_id, latitude, longitude, precision, feature) SELECT entity_id, latitude, longitude,
    precision, feature FROM v1_places;
INSERT INTO place_index (id, south, north, west, east)
SELECT entity_id, latitude, latitude, longitude, longitude FROM v1_places;
INSERT INTO place_containment (place_id, container_id, depth) SELECT place_id, container_id, depth FROM
    v1_place_containment;

INSERT INTO times (id, run_id, ordinal, sentence_id, start_at, end_at, words, type, value, modifier, earliest, latest,
    granularity) SELECT id, run_id, ordinal, sentence_id, start_at, end_at, words, type, value, modifier, earliest,
    latest, granularity FROM v1_times;
INSERT INTO quantities (id, run_id, ordinal, sentence_id, start_at, end_at, words, low, high, point, qualifier, unit,
    counted) SELECT id, run_id, ordinal, sentence_id, start_at, end_at, words, low, high, point, qualifier, unit,
    counted FROM v1_quantities;
INSERT INTO chains (id, run_id, ordinal, kind, name, named, country, entity_id, rule) SELECT id, run_id, ordinal,
    kind, name, named, country, entity_id, rule FROM v1_chains;
INSERT INTO mentions (id, run_id, ordinal, chain_id, sentence_id, start_at, end_at, words, kind, form, metonym,
    quantity_id) SELECT id, run_id, ordinal, chain_id, sentence_id, start_at, end_at, words, kind, form, metonym,
    quantity_id FROM v1_mentions;
INSERT INTO attributions (id, run_id, ordinal, parent_id, sentence_id, speaker_chain_id, speaker, cue, kind,
    certainty, time_id) SELECT id, run_id, ordinal, parent_id, sentence_id, speaker_chain_id, speaker, cue, kind,
    certainty, time_id FROM v1_attributions;
INSERT INTO attribution_spans (attribution_id, part, start_at, end_at) SELECT attribution_id, part, start_at, end_at
    FROM v1_attribution_spans;

INSERT INTO event_types (name, class, definition, plover, mode, cameo, acled, number_role, measure) SELECT name,
    class, definition, plover, mode, cameo, acled, number_role, measure FROM v1_event_types;
INSERT INTO events (id, key, run_id, type)
SELECT e.id, k.new, e.run_id, e.type FROM v1_events e JOIN temp.event_keys k ON k.id = e.id;
INSERT INTO event_signatures (event_id, signature) SELECT event_id, signature FROM v1_event_signatures;
INSERT INTO event_mentions (id, event_id, run_id, ordinal, sentence_id, start_at, end_at, words, type, polarity,
    modality, tense, certainty, attribution_id, rule) SELECT id, event_id, run_id, ordinal, sentence_id, start_at,
    end_at, words, type, polarity, modality, tense, certainty, attribution_id, rule FROM v1_event_mentions;
INSERT INTO event_arguments (id, event_mention_id, role, start_at, end_at, words, chain_id, quantity_id) SELECT id,
    event_mention_id, role, start_at, end_at, words, chain_id, quantity_id FROM v1_event_arguments;
INSERT INTO event_times (event_mention_id, role, time_id) SELECT event_mention_id, role, time_id FROM v1_event_times;
INSERT INTO event_claims (id, event_mention_id, kind, holds, start_at, end_at, words) SELECT id, event_mention_id,
    kind, holds, start_at, end_at, words FROM v1_event_claims;

INSERT INTO predicates (name, label, subject, object, cardinality, tolerance, conflict, description) SELECT name,
    label, subject, object, cardinality, tolerance, conflict, description FROM v1_predicates;
INSERT INTO statements (id, key, run_id, subject_chain_id, subject_entity_id, subject_event_id, predicate, object_chain_id,
    quantity_id, time_id, value, scope_chain_id, holds, certainty, modality, event_mention_id, attribution_id, voice_id,
    sentence_id, start_at, end_at, rule)
SELECT id, substr(key, 1, instr(key || '@', '@') - 1), run_id, subject_chain_id, subject_entity_id,
    subject_event_id, predicate, object_chain_id, quantity_id, time_id, value, scope_chain_id, holds, certainty, modality,
    event_mention_id, attribution_id, voice_id, sentence_id, start_at, end_at, rule FROM v1_statements;

-- The machine's opinions are derived. Where a person had taken one back, that person was not sure.
CREATE TEMP TABLE renamed AS SELECT old, new FROM temp.event_keys UNION SELECT old, new FROM temp.entity_keys;
CREATE INDEX temp.renamed_by_old ON renamed(old);
INSERT INTO decisions (id, subject, left_key, right_key, verdict, undoes, reasons, author, made)
SELECT id, subject, min(one, other), max(one, other), verdict, undoes, reasons, author, made FROM (
    SELECT d.id, d.subject, coalesce((SELECT k.new FROM temp.renamed k WHERE k.old = d.left_key), d.left_key) AS one,
        coalesce((SELECT k.new FROM temp.renamed k WHERE k.old = d.right_key), d.right_key) AS other,
        CASE WHEN o.author = 'annals' THEN 'unsure' ELSE d.verdict END AS verdict,
        CASE WHEN o.author = 'annals' THEN NULL ELSE d.undoes END AS undoes, d.reasons, d.author, d.made
    FROM v1_decisions d LEFT JOIN v1_decisions o ON o.id = d.undoes
    WHERE d.author <> 'annals' ORDER BY d.id);

-- Moments of loads, undos and decisions tell their order, those of decisions also where several were made in one second.
UPDATE batches SET started = strftime('%Y-%m-%dT%H:%M:%fZ', started), finished = strftime('%Y-%m-%dT%H:%M:%fZ', finished);
UPDATE undos SET undone = strftime('%Y-%m-%dT%H:%M:%fZ', undone), redone = strftime('%Y-%m-%dT%H:%M:%fZ', redone);
UPDATE decisions SET made = substr(made, 1, 19) || printf('.%03dZ', (SELECT count(*) FROM decisions o
    WHERE substr(o.made, 1, 19) = substr(decisions.made, 1, 19) AND o.id < decisions.id) % 1000);
