-- A knowledge base of store version 1 with three small articles, the last load undone, and one decision by a person.
-- Countries that nothing refers to are left out. Comments of the schema are left out too.
PRAGMA application_id = 0x414E4C53;
PRAGMA user_version = 1;
CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    command TEXT,
    new_documents INTEGER NOT NULL DEFAULT 0,
    changed_documents INTEGER NOT NULL DEFAULT 0,
    same_documents INTEGER NOT NULL DEFAULT 0,
    failed_documents INTEGER NOT NULL DEFAULT 0,
    undone TEXT
) STRICT;
CREATE TABLE failures (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    input TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE extractors (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    resources TEXT NOT NULL,
    UNIQUE (name, version, resources)
) STRICT;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    url TEXT
) STRICT;
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    source_id INTEGER REFERENCES sources(id),
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    input TEXT NOT NULL,
    title TEXT,
    author TEXT,
    language TEXT,
    published TEXT,
    text TEXT NOT NULL,
    sketch BLOB
) STRICT;
CREATE INDEX versions_by_document ON versions(document_id);
CREATE INDEX versions_by_source ON versions(source_id);
CREATE INDEX versions_by_batch ON versions(batch_id);
CREATE TABLE metadata_origins (
    version_id INTEGER NOT NULL REFERENCES versions(id),
    field TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (version_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE sketch_bands (
    band INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    PRIMARY KEY (band, hash, version_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    extractor_id INTEGER NOT NULL REFERENCES extractors(id),
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    recorded TEXT NOT NULL,
    retracted TEXT,
    retracted_by INTEGER REFERENCES batches(id)
) STRICT;
CREATE UNIQUE INDEX runs_live ON runs(version_id) WHERE retracted IS NULL;
CREATE INDEX runs_by_batch ON runs(batch_id);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE VIEW sentence_texts AS
SELECT s.id, s.run_id, r.version_id, s.ordinal, substr(v.text, s.start_at + 1, s.end_at - s.start_at) AS text
FROM sentences s JOIN runs r ON r.id = s.run_id JOIN versions v ON v.id = r.version_id;
CREATE VIRTUAL TABLE sentence_search USING fts5(
    text, content = 'sentence_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    summary TEXT,
    reference INTEGER NOT NULL DEFAULT 0,
    canonical_id INTEGER REFERENCES entities(id)
) STRICT;
CREATE INDEX entities_by_canonical ON entities(canonical_id);
CREATE INDEX entities_by_country ON entities(country, kind);
CREATE TABLE entity_names (
    id INTEGER PRIMARY KEY,
    entity_id INTEGER NOT NULL REFERENCES entities(id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    origin TEXT NOT NULL,
    UNIQUE (entity_id, name)
) STRICT;
CREATE INDEX entity_names_by_key ON entity_names(name_key);
CREATE VIRTUAL TABLE name_search USING fts5(
    name, content = 'entity_names', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TABLE cross_references (
    entity_id INTEGER NOT NULL REFERENCES entities(id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE places (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id),
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    precision REAL,
    feature TEXT
) STRICT;
CREATE VIRTUAL TABLE place_index USING rtree(id, south, north, west, east);
CREATE TABLE place_containment (
    place_id INTEGER NOT NULL REFERENCES entities(id),
    container_id INTEGER NOT NULL REFERENCES entities(id),
    depth INTEGER NOT NULL,
    PRIMARY KEY (place_id, container_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE chains (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    named INTEGER NOT NULL,
    country TEXT,
    entity_id INTEGER REFERENCES entities(id),
    rule TEXT,
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX chains_by_entity ON chains(entity_id);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    chain_id INTEGER NOT NULL REFERENCES chains(id),
    sentence_id INTEGER REFERENCES sentences(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    metonym INTEGER NOT NULL DEFAULT 0,
    quantity_id INTEGER REFERENCES quantities(id),
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX mentions_by_chain ON mentions(chain_id);
CREATE INDEX mentions_by_sentence ON mentions(sentence_id);
CREATE TABLE times (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    sentence_id INTEGER REFERENCES sentences(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    modifier TEXT,
    earliest TEXT,
    latest TEXT,
    granularity TEXT,
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE TABLE quantities (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    sentence_id INTEGER REFERENCES sentences(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    low REAL,
    high REAL,
    point REAL,
    qualifier TEXT,
    unit TEXT,
    counted TEXT,
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE TABLE attributions (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    parent_id INTEGER REFERENCES attributions(id),
    sentence_id INTEGER REFERENCES sentences(id),
    speaker_chain_id INTEGER REFERENCES chains(id),
    speaker TEXT,
    cue TEXT,
    kind TEXT,
    certainty INTEGER,
    time_id INTEGER REFERENCES times(id),
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX attributions_by_speaker ON attributions(speaker_chain_id);
CREATE TABLE attribution_spans (
    attribution_id INTEGER NOT NULL REFERENCES attributions(id),
    part TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    PRIMARY KEY (attribution_id, part, start_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_types (
    name TEXT PRIMARY KEY,
    class TEXT NOT NULL,
    definition TEXT NOT NULL,
    plover TEXT,
    mode TEXT,
    cameo TEXT,
    acled TEXT,
    number_role TEXT,
    measure TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    type TEXT NOT NULL,
    canonical_id INTEGER REFERENCES events(id)
) STRICT;
CREATE INDEX events_by_run ON events(run_id);
CREATE INDEX events_by_canonical ON events(canonical_id);
CREATE TABLE event_signatures (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE event_blocks (
    block INTEGER NOT NULL,
    event_id INTEGER NOT NULL REFERENCES events(id),
    PRIMARY KEY (block, event_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_mentions (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events(id),
    run_id INTEGER NOT NULL REFERENCES runs(id),
    ordinal INTEGER NOT NULL,
    sentence_id INTEGER REFERENCES sentences(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    type TEXT NOT NULL,
    polarity TEXT NOT NULL,
    modality TEXT,
    tense TEXT,
    certainty INTEGER,
    attribution_id INTEGER REFERENCES attributions(id),
    rule TEXT,
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX event_mentions_by_event ON event_mentions(event_id);
CREATE TABLE event_arguments (
    id INTEGER PRIMARY KEY,
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id),
    role TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    chain_id INTEGER REFERENCES chains(id),
    quantity_id INTEGER REFERENCES quantities(id)
) STRICT;
CREATE INDEX event_arguments_by_mention ON event_arguments(event_mention_id);
CREATE INDEX event_arguments_by_chain ON event_arguments(chain_id);
CREATE TABLE event_times (
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id),
    role TEXT NOT NULL,
    time_id INTEGER NOT NULL REFERENCES times(id),
    PRIMARY KEY (event_mention_id, role, time_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_claims (
    id INTEGER PRIMARY KEY,
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id),
    kind TEXT NOT NULL,
    holds INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE TABLE predicates (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    subject TEXT NOT NULL,
    object TEXT NOT NULL,
    cardinality TEXT NOT NULL,
    tolerance REAL NOT NULL,
    conflict TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    subject_chain_id INTEGER REFERENCES chains(id),
    subject_entity_id INTEGER REFERENCES entities(id),
    subject_event_id INTEGER REFERENCES events(id),
    predicate TEXT NOT NULL REFERENCES predicates(name),
    object_chain_id INTEGER REFERENCES chains(id),
    quantity_id INTEGER REFERENCES quantities(id),
    time_id INTEGER REFERENCES times(id),
    value TEXT,
    scope_chain_id INTEGER REFERENCES chains(id),
    holds INTEGER NOT NULL DEFAULT 1,
    certainty INTEGER NOT NULL,
    modality TEXT,
    event_mention_id INTEGER REFERENCES event_mentions(id),
    attribution_id INTEGER REFERENCES attributions(id),
    voice_id INTEGER REFERENCES attributions(id),
    sentence_id INTEGER REFERENCES sentences(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_run ON statements(run_id);
CREATE INDEX statements_by_event ON statements(subject_event_id);
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    left_key TEXT NOT NULL,
    right_key TEXT NOT NULL,
    verdict TEXT NOT NULL,
    undoes INTEGER REFERENCES decisions(id),
    score REAL,
    reasons TEXT NOT NULL,
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    batch_id INTEGER REFERENCES batches(id)
) STRICT;
CREATE INDEX decisions_by_left ON decisions(subject, left_key);
CREATE INDEX decisions_by_right ON decisions(subject, right_key);
CREATE TABLE independent_texts (
    version_id INTEGER PRIMARY KEY REFERENCES versions(id),
    text_id INTEGER NOT NULL REFERENCES versions(id),
    similarity REAL NOT NULL
) STRICT;
CREATE TABLE facts (
    id INTEGER PRIMARY KEY REFERENCES statements(id),
    subject_entity_id INTEGER REFERENCES entities(id),
    subject_event_id INTEGER REFERENCES events(id),
    predicate TEXT NOT NULL REFERENCES predicates(name),
    object_id INTEGER REFERENCES entities(id),
    low REAL,
    high REAL,
    point REAL,
    qualifier TEXT,
    unit TEXT,
    earliest TEXT,
    latest TEXT,
    granularity TEXT,
    value TEXT,
    scope_id INTEGER REFERENCES entities(id),
    holds INTEGER NOT NULL,
    certainty INTEGER NOT NULL,
    modality TEXT NOT NULL,
    voice_id INTEGER REFERENCES entities(id),
    voice TEXT NOT NULL,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    text_id INTEGER NOT NULL REFERENCES versions(id),
    published TEXT
) STRICT;
CREATE INDEX facts_by_entity ON facts(subject_entity_id, predicate);
CREATE INDEX facts_by_event ON facts(subject_event_id, predicate);
CREATE INDEX facts_by_object ON facts(object_id, predicate);
CREATE INDEX facts_by_voice ON facts(voice_id);
CREATE INDEX facts_by_predicate ON facts(predicate);
CREATE TABLE event_participants (
    event_id INTEGER NOT NULL REFERENCES events(id),
    entity_id INTEGER NOT NULL REFERENCES entities(id),
    role TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity_id, event_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_participants_by_event ON event_participants(event_id);
CREATE TABLE event_cards (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),
    key TEXT NOT NULL,
    type TEXT NOT NULL,
    class TEXT NOT NULL,
    title TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    granularity TEXT,
    date_words TEXT,
    announced TEXT,
    place_id INTEGER REFERENCES entities(id),
    agents TEXT,
    patients TEXT,
    numbers TEXT,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    certainty INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    disputed INTEGER NOT NULL
) STRICT;
CREATE INDEX event_cards_by_date ON event_cards(earliest);
CREATE INDEX event_cards_by_type ON event_cards(type);
CREATE INDEX event_cards_by_place ON event_cards(place_id);
CREATE TABLE disagreements (
    id INTEGER PRIMARY KEY,
    subject_entity_id INTEGER REFERENCES entities(id),
    subject_event_id INTEGER REFERENCES events(id),
    predicate TEXT NOT NULL REFERENCES predicates(name),
    kind TEXT NOT NULL,
    nature TEXT NOT NULL,
    left_fact_id INTEGER NOT NULL REFERENCES facts(id),
    right_fact_id INTEGER NOT NULL REFERENCES facts(id),
    left_texts INTEGER NOT NULL,
    right_texts INTEGER NOT NULL,
    UNIQUE (left_fact_id, right_fact_id)
) STRICT;
CREATE INDEX disagreements_by_entity ON disagreements(subject_entity_id);
CREATE INDEX disagreements_by_event ON disagreements(subject_event_id);
CREATE TABLE entity_counts (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id),
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;
CREATE VIEW live_documents AS
SELECT v.id AS version_id, r.id AS run_id, v.key, v.title, o.name AS outlet, d.url, v.author, v.language, v.published, v.text,
    t.text_id
FROM runs r
JOIN versions v ON v.id = r.version_id
JOIN documents d ON d.id = v.document_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN independent_texts t ON t.version_id = v.id
WHERE r.retracted IS NULL;
CREATE VIEW fact_lines AS
SELECT f.*, s.key, coalesce(e.name, c.title) AS subject,
    CASE f.holds WHEN 1 THEN p.label ELSE 'not: ' || p.label END AS label,
    CASE WHEN f.earliest IS NULL AND f.latest IS NULL THEN NULL WHEN f.earliest IS f.latest THEN f.earliest
        ELSE coalesce(f.earliest, 'before') || ' … ' || coalesce(f.latest, 'later') END AS dates,
    CASE f.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful'
        WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty_words,
    place.name AS scope, coalesce(o.name, v.title, v.key) AS source, substr(f.published, 1, 10) AS day,
    (SELECT x.text FROM sentence_texts x WHERE x.id = s.sentence_id) AS sentence
FROM facts f
JOIN predicates p ON p.name = f.predicate
JOIN statements s ON s.id = f.id
JOIN versions v ON v.id = f.version_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN entities e ON e.id = f.subject_entity_id
LEFT JOIN event_cards c ON c.event_id = f.subject_event_id
LEFT JOIN entities place ON place.id = f.scope_id;
CREATE VIEW event_lines AS
SELECT c.*,
    CASE WHEN c.earliest IS NULL AND c.latest IS NULL THEN NULL WHEN c.earliest IS c.latest THEN c.earliest
        ELSE coalesce(c.earliest, 'before') || ' … ' || coalesce(c.latest, 'later') END AS dates,
    CASE c.certainty WHEN 3 THEN 'certain' WHEN 2 THEN 'probable' WHEN 1 THEN 'possible' WHEN -1 THEN 'doubtful'
        WHEN -2 THEN 'improbable' WHEN -3 THEN 'denied' ELSE 'unknown' END AS certainty_words,
    place.name AS place, place.country,
    (SELECT x.text FROM events a JOIN event_mentions m ON m.event_id = a.id JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE a.canonical_id = c.event_id
     ORDER BY a.id <> a.canonical_id, (SELECT count(*) FROM event_arguments g WHERE g.event_mention_id = m.id) DESC, m.ordinal
     LIMIT 1) AS sentence
FROM event_cards c LEFT JOIN entities place ON place.id = c.place_id;
CREATE VIEW readable_facts AS
SELECT f.key AS statement, f.subject, f.label AS predicate, f.value, f.dates, f.scope, f.certainty_words AS certainty,
    f.modality, f.voice, f.source, f.day AS published, f.sentence
FROM fact_lines f;
CREATE VIEW readable_disagreements AS
SELECT d.kind, d.nature, l.subject, p.label AS predicate, l.value AS left_value, l.voice AS left_voice,
    l.sentence AS left_sentence, r.value AS right_value, r.voice AS right_voice, r.sentence AS right_sentence
FROM disagreements d
JOIN predicates p ON p.name = d.predicate
JOIN fact_lines l ON l.id = d.left_fact_id
JOIN fact_lines r ON r.id = d.right_fact_id;
CREATE VIEW readable_events AS
SELECT c.key, c.type, c.title, c.dates, c.date_words, c.place, c.agents, c.patients, c.numbers, c.polarity, c.modality,
    c.certainty_words AS certainty, c.documents, c.texts, c.voices, c.disputed, c.sentence
FROM event_lines c;
INSERT INTO batches VALUES (1, '2026-11-21T14:10:12Z', '2026-11-21T14:10:12Z', 'load articles/a.md', 1, 0, 0, 0, NULL);
INSERT INTO batches VALUES (2, '2026-11-21T14:10:13Z', '2026-11-21T14:10:13Z', 'load articles/b.md', 1, 0, 0, 0, NULL);
INSERT INTO batches VALUES (3, '2026-11-21T14:10:13Z', '2026-11-21T14:10:13Z', 'load articles/c.md', 1, 0, 0, 0, '2026-11-21T14:10:13Z');
INSERT INTO extractors VALUES (1, 'annals', '0.1.0', 'd56b838d93574625');
INSERT INTO sources VALUES (1, 'The Lom Courier');
INSERT INTO sources VALUES (2, 'Vale Evening Post');
INSERT INTO documents VALUES (1, 'https://courier.example/two-taken', 'https://courier.example/two-taken');
INSERT INTO documents VALUES (2, 'https://vale.example/captives', 'https://vale.example/captives');
INSERT INTO documents VALUES (3, 'https://vale.example/later', 'https://vale.example/later');
INSERT INTO versions VALUES (1, '32530ffb77e6', '32530ffb77e6552275d7660d3c366ce4f41ee7d11fbc271c603e21d95becab5f', 1, 1, 1, 'articles/a.md', 'Two taken near the border', NULL, NULL, '2025-01-12', 'Ukrainian troops captured two North Korean soldiers near Sudzha on January 9, the first such capture, Volodymyr Zelensky said on Saturday. "They are receiving medical care," he said.', NULL);
INSERT INTO versions VALUES (2, 'f8f706e1854e', 'f8f706e1854ebee3757a8473fd4847134e705b4650fb843b47cec683af89794e', 2, 2, 2, 'articles/b.md', 'Captives questioned', NULL, NULL, '2025-01-13', 'Ukraine captured two North Korean soldiers near Sudzha on January 9, but it was not the first such capture, Marta Lindqvist of the Lom Institute said. Lindqvist doubts the number.', NULL);
INSERT INTO versions VALUES (3, '6ce0b6ad8c27', '6ce0b6ad8c271d10bd16e3b14c4c073261b21bb11f7ea16c91fac62de4fa6a25', 3, 2, 3, 'articles/c.md', 'A later word', NULL, NULL, '2025-01-15', 'Police in Berlin arrested three men on Tuesday, the ministry said.', NULL);
INSERT INTO metadata_origins VALUES (1, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (1, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (1, 'title', 'front matter: title');
INSERT INTO metadata_origins VALUES (1, 'url', 'front matter: url');
INSERT INTO metadata_origins VALUES (2, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (2, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (2, 'title', 'front matter: title');
INSERT INTO metadata_origins VALUES (2, 'url', 'front matter: url');
INSERT INTO metadata_origins VALUES (3, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (3, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (3, 'title', 'front matter: title');
INSERT INTO metadata_origins VALUES (3, 'url', 'front matter: url');
INSERT INTO runs VALUES (1, 1, 1, 1, '2026-11-21T14:10:12Z', NULL, NULL);
INSERT INTO runs VALUES (2, 2, 1, 2, '2026-11-21T14:10:13Z', NULL, NULL);
INSERT INTO runs VALUES (3, 3, 1, 3, '2026-11-21T14:10:13Z', '2026-11-21T14:10:13Z', NULL);
INSERT INTO sentences VALUES (1, 1, 0, 0, 138);
INSERT INTO sentences VALUES (2, 1, 1, 139, 182);
INSERT INTO sentences VALUES (3, 2, 0, 0, 150);
INSERT INTO sentences VALUES (4, 2, 1, 151, 179);
INSERT INTO sentences VALUES (5, 3, 0, 0, 66);
INSERT INTO entities VALUES (57, 'geonames:2921044', 'place', 'Germany', 'DE', NULL, 1, 57);
INSERT INTO entities VALUES (191, 'geonames:2017370', 'place', 'Russia', 'RU', NULL, 1, 191);
INSERT INTO entities VALUES (230, 'geonames:690791', 'place', 'Ukraine', 'UA', NULL, 1, 230);
INSERT INTO entities VALUES (251, 'annals:volodymyr-zelenskyy', 'person', 'Volodymyr Zelensky', 'UA', 'president of Ukraine', 1, 251);
INSERT INTO entities VALUES (252, 'geonames:486816', 'place', 'Sudzha', 'RU', NULL, 1, 252);
INSERT INTO entities VALUES (253, 'geonames:538555', 'place', 'geonames:538555', 'RU', NULL, 0, 253);
INSERT INTO entities VALUES (254, '32530ffb77e6.c0', 'group', 'Ukrainian troops', 'UA', NULL, 0, 254);
INSERT INTO entities VALUES (255, '32530ffb77e6.c1', 'group', 'two North Korean soldiers', 'KP', NULL, 0, 255);
INSERT INTO entities VALUES (256, 'f8f706e1854e.c1', 'group', 'two North Korean soldiers', 'KP', NULL, 0, 256);
INSERT INTO entities VALUES (257, 'person:marta lindqvist', 'person', 'Marta Lindqvist', NULL, NULL, 0, 257);
INSERT INTO entities VALUES (258, 'agency:lom institute', 'agency', 'Lom Institute', NULL, NULL, 0, 258);
INSERT INTO entities VALUES (259, 'geonames:2950159', 'place', 'Berlin', 'DE', NULL, 1, 259);
INSERT INTO entities VALUES (260, 'geonames:2950157', 'place', 'geonames:2950157', 'DE', NULL, 0, 260);
INSERT INTO entities VALUES (261, '6ce0b6ad8c27.c0', 'agency', 'Police', NULL, NULL, 0, 261);
INSERT INTO entities VALUES (262, '6ce0b6ad8c27.c2', 'group', 'three men', NULL, NULL, 0, 262);
INSERT INTO entities VALUES (263, '6ce0b6ad8c27.c3', 'agency', 'the ministry', NULL, NULL, 0, 263);
INSERT INTO entity_names VALUES (310, 57, 'Germany', 'germany', 'reference');
INSERT INTO entity_names VALUES (1098, 191, 'Russia', 'russia', 'reference');
INSERT INTO entity_names VALUES (1347, 230, 'Ukraine', 'ukraine', 'reference');
INSERT INTO entity_names VALUES (1487, 251, 'Volodymyr Zelensky', 'volodymyr zelensky', 'reference');
INSERT INTO entity_names VALUES (1510, 252, 'Sudzha', 'sudzha', 'reference');
INSERT INTO entity_names VALUES (1513, 254, 'Ukrainian troops', 'ukrainian troops', 'text');
INSERT INTO entity_names VALUES (1514, 255, 'two North Korean soldiers', 'two north korean soldiers', 'text');
INSERT INTO entity_names VALUES (1515, 256, 'two North Korean soldiers', 'two north korean soldiers', 'text');
INSERT INTO entity_names VALUES (1516, 257, 'Marta Lindqvist', 'marta lindqvist', 'text');
INSERT INTO entity_names VALUES (1517, 257, 'Lindqvist', 'lindqvist', 'text');
INSERT INTO entity_names VALUES (1518, 258, 'Lom Institute', 'lom institute', 'text');
INSERT INTO entity_names VALUES (1519, 259, 'Berlin', 'berlin', 'reference');
INSERT INTO entity_names VALUES (1526, 261, 'Police', 'police', 'text');
INSERT INTO entity_names VALUES (1527, 262, 'three men', 'three men', 'text');
INSERT INTO entity_names VALUES (1528, 263, 'the ministry', 'the ministry', 'text');
INSERT INTO cross_references VALUES (57, 'geonames', '2921044');
INSERT INTO cross_references VALUES (191, 'geonames', '2017370');
INSERT INTO cross_references VALUES (230, 'geonames', '690791');
INSERT INTO cross_references VALUES (252, 'geonames', '486816');
INSERT INTO cross_references VALUES (259, 'geonames', '2950159');
INSERT INTO places VALUES (57, 51.1213, 9.7084, 340000.0, 'PCLI');
INSERT INTO places VALUES (191, 56.8652, 51.5594, 2300000.0, 'PCLI');
INSERT INTO places VALUES (230, 48.9585, 32.2494, 440000.0, 'PCLI');
INSERT INTO places VALUES (252, 51.1976, 35.2726, 1000.0, 'PPL');
INSERT INTO places VALUES (259, 52.5244, 13.4105, 19000.0, 'PPLC');
INSERT INTO place_containment VALUES (252, 191, 2);
INSERT INTO place_containment VALUES (252, 253, 1);
INSERT INTO place_containment VALUES (259, 57, 2);
INSERT INTO place_containment VALUES (259, 260, 1);
INSERT INTO chains VALUES (1, 1, 0, 'group', 'Ukrainian troops', 0, 'UA', 254, 'known in its document only');
INSERT INTO chains VALUES (2, 1, 1, 'group', 'two North Korean soldiers', 0, 'KP', 255, 'known in its document only');
INSERT INTO chains VALUES (3, 1, 2, 'place', 'Sudzha', 1, 'RU', 252, 'linked to the reference tables');
INSERT INTO chains VALUES (4, 1, 3, 'person', 'Volodymyr Zelensky', 1, 'UA', 251, 'linked to the reference tables');
INSERT INTO chains VALUES (5, 2, 0, 'place', 'Ukraine', 1, 'UA', 230, 'linked to the reference tables');
INSERT INTO chains VALUES (6, 2, 1, 'group', 'two North Korean soldiers', 0, 'KP', 256, 'known in its document only');
INSERT INTO chains VALUES (7, 2, 2, 'place', 'Sudzha', 1, 'RU', 252, 'linked to the reference tables');
INSERT INTO chains VALUES (8, 2, 3, 'person', 'Marta Lindqvist', 1, NULL, 257, 'same name');
INSERT INTO chains VALUES (9, 2, 4, 'agency', 'Lom Institute', 1, NULL, 258, 'same name');
INSERT INTO chains VALUES (10, 3, 0, 'agency', 'Police', 0, NULL, 261, 'known in its document only');
INSERT INTO chains VALUES (11, 3, 1, 'place', 'Berlin', 1, 'DE', 259, 'linked to the reference tables');
INSERT INTO chains VALUES (12, 3, 2, 'group', 'three men', 0, NULL, 262, 'known in its document only');
INSERT INTO chains VALUES (13, 3, 3, 'agency', 'the ministry', 0, NULL, 263, 'known in its document only');
INSERT INTO mentions VALUES (1, 1, 0, 1, 1, 0, 16, 'Ukrainian troops', 'group', 'nominal', 0, NULL);
INSERT INTO mentions VALUES (2, 1, 1, 2, 1, 26, 51, 'two North Korean soldiers', 'group', 'nominal', 0, 1);
INSERT INTO mentions VALUES (3, 1, 2, 3, 1, 57, 63, 'Sudzha', 'place', 'name', 0, NULL);
INSERT INTO mentions VALUES (4, 1, 3, 4, 1, 102, 120, 'Volodymyr Zelensky', 'person', 'name', 0, NULL);
INSERT INTO mentions VALUES (5, 1, 4, 1, 2, 140, 144, 'They', 'group', 'pronoun', 0, NULL);
INSERT INTO mentions VALUES (6, 1, 5, 4, 2, 174, 176, 'he', 'person', 'pronoun', 0, NULL);
INSERT INTO mentions VALUES (7, 2, 0, 5, 3, 0, 7, 'Ukraine', 'place', 'name', 0, NULL);
INSERT INTO mentions VALUES (8, 2, 1, 6, 3, 17, 42, 'two North Korean soldiers', 'group', 'nominal', 0, 2);
INSERT INTO mentions VALUES (9, 2, 2, 7, 3, 48, 54, 'Sudzha', 'place', 'name', 0, NULL);
INSERT INTO mentions VALUES (10, 2, 3, 5, 3, 73, 75, 'it', 'place', 'pronoun', 0, NULL);
INSERT INTO mentions VALUES (11, 2, 4, 8, 3, 108, 123, 'Marta Lindqvist', 'person', 'name', 0, NULL);
INSERT INTO mentions VALUES (12, 2, 5, 9, 3, 131, 144, 'Lom Institute', 'agency', 'name', 0, NULL);
INSERT INTO mentions VALUES (13, 2, 6, 8, 4, 151, 160, 'Lindqvist', 'person', 'name', 0, NULL);
INSERT INTO mentions VALUES (14, 3, 0, 10, 5, 0, 6, 'Police', 'agency', 'nominal', 0, NULL);
INSERT INTO mentions VALUES (15, 3, 1, 11, 5, 10, 16, 'Berlin', 'place', 'name', 0, NULL);
INSERT INTO mentions VALUES (16, 3, 2, 12, 5, 26, 35, 'three men', 'group', 'nominal', 0, 3);
INSERT INTO mentions VALUES (17, 3, 3, 13, 5, 48, 60, 'the ministry', 'agency', 'nominal', 0, NULL);
INSERT INTO times VALUES (1, 1, 0, 1, 67, 76, 'January 9', 'DATE', '2025-01-09', NULL, '2025-01-09', '2025-01-09', 'day');
INSERT INTO times VALUES (2, 1, 1, 1, 129, 137, 'Saturday', 'DATE', '2025-01-11', NULL, '2025-01-11', '2025-01-11', 'day');
INSERT INTO times VALUES (3, 2, 0, 3, 58, 67, 'January 9', 'DATE', '2025-01-09', NULL, '2025-01-09', '2025-01-09', 'day');
INSERT INTO times VALUES (4, 3, 0, 5, 39, 46, 'Tuesday', 'DATE', '2025-01-14', NULL, '2025-01-14', '2025-01-14', 'day');
INSERT INTO quantities VALUES (1, 1, 0, 1, 26, 29, 'two', NULL, NULL, 2.0, 'exact', 'person', 'North Korean soldiers');
INSERT INTO quantities VALUES (2, 2, 0, 3, 17, 20, 'two', NULL, NULL, 2.0, 'exact', 'person', 'North Korean soldiers');
INSERT INTO quantities VALUES (3, 3, 0, 5, 26, 31, 'three', NULL, NULL, 3.0, 'exact', 'person', 'men');
INSERT INTO attributions VALUES (1, 1, 0, NULL, 1, 4, 'Volodymyr Zelensky', 'said', 'indirect', 2, 2);
INSERT INTO attributions VALUES (2, 1, 1, NULL, 2, 4, 'he', 'said', 'direct', 2, NULL);
INSERT INTO attributions VALUES (3, 2, 0, NULL, 3, 8, 'Marta Lindqvist of the Lom Institute', 'said', 'indirect', 2, NULL);
INSERT INTO attributions VALUES (4, 3, 0, NULL, 5, 13, 'the ministry', 'said', 'indirect', 2, NULL);
INSERT INTO attribution_spans VALUES (1, 'content', 0, 100);
INSERT INTO attribution_spans VALUES (1, 'cue', 121, 125);
INSERT INTO attribution_spans VALUES (1, 'source', 102, 120);
INSERT INTO attribution_spans VALUES (2, 'content', 140, 172);
INSERT INTO attribution_spans VALUES (2, 'cue', 177, 181);
INSERT INTO attribution_spans VALUES (2, 'source', 174, 176);
INSERT INTO attribution_spans VALUES (3, 'content', 0, 106);
INSERT INTO attribution_spans VALUES (3, 'cue', 145, 149);
INSERT INTO attribution_spans VALUES (3, 'source', 108, 144);
INSERT INTO attribution_spans VALUES (4, 'content', 0, 46);
INSERT INTO attribution_spans VALUES (4, 'cue', 61, 65);
INSERT INTO attribution_spans VALUES (4, 'source', 48, 60);
INSERT INTO events VALUES (1, '32530ffb77e6.e0', 1, 'capture', 1);
INSERT INTO events VALUES (2, '32530ffb77e6.e1', 1, 'hospitalize', 2);
INSERT INTO events VALUES (3, 'f8f706e1854e.e0', 2, 'capture', 3);
INSERT INTO events VALUES (4, '6ce0b6ad8c27.e0@3', 3, 'arrest', NULL);
INSERT INTO event_signatures VALUES (1, '{"earliest":20097,"latest":20097,"numbers":[{"high":2,"low":2,"role":"patient"}],"participants":[{"country":"UA","head":"troop","isCountry":false,"role":"agent"},{"country":"KP","head":"soldier","isCountry":false,"role":"patient"}],"places":[{"entity":"geonames:486816","level":0,"within":["geonames:538555","geonames:2017370"]}],"published":20100,"type":"capture"}');
INSERT INTO event_signatures VALUES (3, '{"earliest":20097,"latest":20097,"numbers":[{"high":2,"low":2,"role":"patient"}],"participants":[{"country":"UA","entity":"geonames:690791","isCountry":true,"role":"agent"},{"country":"KP","head":"soldier","isCountry":false,"role":"patient"}],"places":[{"entity":"geonames:486816","level":0,"within":["geonames:538555","geonames:2017370"]}],"published":20101,"type":"capture"}');
INSERT INTO event_signatures VALUES (4, '{"earliest":20102,"latest":20102,"numbers":[{"high":3,"low":3,"role":"patient"}],"participants":[{"head":"police","isCountry":false,"role":"agent"},{"head":"men","isCountry":false,"role":"patient"}],"places":[],"published":20103,"type":"arrest"}');
INSERT INTO event_blocks VALUES (-8377848068906059694, 1);
INSERT INTO event_blocks VALUES (-8377848068906059694, 3);
INSERT INTO event_blocks VALUES (-8341823420082668437, 4);
INSERT INTO event_blocks VALUES (-6951033581325692432, 1);
INSERT INTO event_blocks VALUES (-6951033581325692432, 3);
INSERT INTO event_blocks VALUES (-6927100609521152591, 1);
INSERT INTO event_blocks VALUES (-6927100609521152591, 3);
INSERT INTO event_blocks VALUES (-6082833729381970657, 1);
INSERT INTO event_blocks VALUES (-6082833729381970657, 3);
INSERT INTO event_blocks VALUES (-5811095735328160698, 1);
INSERT INTO event_blocks VALUES (-5811095735328160698, 3);
INSERT INTO event_blocks VALUES (-5048237597322502703, 1);
INSERT INTO event_blocks VALUES (-5048237597322502703, 3);
INSERT INTO event_blocks VALUES (-4038609312942873311, 1);
INSERT INTO event_blocks VALUES (-4038609312942873311, 3);
INSERT INTO event_blocks VALUES (-3395037748946579516, 1);
INSERT INTO event_blocks VALUES (-3395037748946579516, 3);
INSERT INTO event_blocks VALUES (-3337366846227624246, 1);
INSERT INTO event_blocks VALUES (-3337366846227624246, 3);
INSERT INTO event_blocks VALUES (-1836015856113360300, 1);
INSERT INTO event_blocks VALUES (-1836015856113360300, 3);
INSERT INTO event_blocks VALUES (-1518513346381427153, 1);
INSERT INTO event_blocks VALUES (-1518513346381427153, 3);
INSERT INTO event_blocks VALUES (-1005365605701285353, 1);
INSERT INTO event_blocks VALUES (-1005365605701285353, 3);
INSERT INTO event_blocks VALUES (1131845957053898237, 4);
INSERT INTO event_blocks VALUES (2446036036656642114, 1);
INSERT INTO event_blocks VALUES (2446036036656642114, 3);
INSERT INTO event_blocks VALUES (2806792593442774802, 4);
INSERT INTO event_blocks VALUES (3923635743364298276, 1);
INSERT INTO event_blocks VALUES (3923635743364298276, 3);
INSERT INTO event_blocks VALUES (4631232688435374898, 1);
INSERT INTO event_blocks VALUES (4631232688435374898, 3);
INSERT INTO event_blocks VALUES (4792646975617099151, 1);
INSERT INTO event_blocks VALUES (4792646975617099151, 3);
INSERT INTO event_blocks VALUES (5257635150789989156, 1);
INSERT INTO event_blocks VALUES (5257635150789989156, 3);
INSERT INTO event_blocks VALUES (5608511443112008436, 1);
INSERT INTO event_blocks VALUES (5608511443112008436, 3);
INSERT INTO event_blocks VALUES (6695397541914329489, 1);
INSERT INTO event_blocks VALUES (6695397541914329489, 3);
INSERT INTO event_blocks VALUES (7136109509876586015, 1);
INSERT INTO event_blocks VALUES (7136109509876586015, 3);
INSERT INTO event_mentions VALUES (1, 1, 1, 0, 1, 17, 25, 'captured', 'capture', 'POS', 'asserted', 'past', 2, 1, 'lexicon/triggers.tsv:145');
INSERT INTO event_mentions VALUES (2, 1, 1, 1, 1, 93, 100, 'capture', 'capture', 'POS', 'asserted', NULL, 2, 1, 'lexicon/triggers.tsv:480');
INSERT INTO event_mentions VALUES (3, 2, 1, 2, 2, 149, 171, 'receiving medical care', 'hospitalize', 'POS', 'asserted', 'present', 2, 2, 'lexicon/triggers.tsv:4114');
INSERT INTO event_mentions VALUES (4, 3, 2, 0, 3, 8, 16, 'captured', 'capture', 'POS', 'asserted', 'past', 2, 3, 'lexicon/triggers.tsv:145');
INSERT INTO event_mentions VALUES (5, 3, 2, 1, 3, 99, 106, 'capture', 'capture', 'POS', 'asserted', 'past', 2, 3, 'lexicon/triggers.tsv:480');
INSERT INTO event_mentions VALUES (6, 4, 3, 0, 5, 17, 25, 'arrested', 'arrest', 'POS', 'asserted', 'past', 2, 4, 'lexicon/triggers.tsv:482');
INSERT INTO event_arguments VALUES (1, 1, 'agent', 0, 16, 'Ukrainian troops', 1, NULL);
INSERT INTO event_arguments VALUES (2, 1, 'patient', 26, 51, 'two North Korean soldiers', 2, NULL);
INSERT INTO event_arguments VALUES (3, 1, 'number', 26, 29, 'two', NULL, 1);
INSERT INTO event_arguments VALUES (4, 1, 'place', 57, 63, 'Sudzha', 3, NULL);
INSERT INTO event_arguments VALUES (5, 3, 'patient', 140, 144, 'They', 1, NULL);
INSERT INTO event_arguments VALUES (6, 4, 'agent', 0, 7, 'Ukraine', 5, NULL);
INSERT INTO event_arguments VALUES (7, 4, 'patient', 17, 42, 'two North Korean soldiers', 6, NULL);
INSERT INTO event_arguments VALUES (8, 4, 'number', 17, 20, 'two', NULL, 2);
INSERT INTO event_arguments VALUES (9, 4, 'place', 48, 54, 'Sudzha', 7, NULL);
INSERT INTO event_arguments VALUES (10, 6, 'agent', 0, 6, 'Police', 10, NULL);
INSERT INTO event_arguments VALUES (11, 6, 'patient', 26, 35, 'three men', 12, NULL);
INSERT INTO event_arguments VALUES (12, 6, 'number', 26, 31, 'three', NULL, 3);
INSERT INTO event_times VALUES (1, 'announced', 2);
INSERT INTO event_times VALUES (1, 'occurred', 1);
INSERT INTO event_times VALUES (2, 'announced', 2);
INSERT INTO event_times VALUES (4, 'occurred', 3);
INSERT INTO event_times VALUES (6, 'occurred', 4);
INSERT INTO event_claims VALUES (1, 2, 'first', 1, 78, 92, 'the first such');
INSERT INTO event_claims VALUES (2, 5, 'first', 0, 80, 93, 'not the first');
INSERT INTO predicates VALUES ('agent', 'by', 'event', 'entity', 'one', 0.0, 'participant', 'Who did it; a part of the other (paratroopers of an army) does not contradict it.');
INSERT INTO predicates VALUES ('announced-date', 'announced', 'event', 'time', 'many', 0.0, 'none', 'When it was made known; every report may have its own.');
INSERT INTO predicates VALUES ('arrested', 'arrested', 'event', 'quantity', 'one', 0.0, 'number', 'Taken into custody by authorities.');
INSERT INTO predicates VALUES ('based-in', 'based in', 'agency,unit,group,person', 'entity', 'many', 0.0, 'none', 'Has its seat in a place.');
INSERT INTO predicates VALUES ('captured', 'captured', 'event', 'quantity', 'one', 0.0, 'number', 'Taken prisoner in combat.');
INSERT INTO predicates VALUES ('date', 'date', 'event', 'time', 'one', 0.0, 'date', 'When it happened, as an interval; two intervals that overlap do not contradict each other.');
INSERT INTO predicates VALUES ('first', 'the first of its kind', 'event', 'boolean', 'one', 0.0, 'rank', 'Whether it is the first of its kind.');
INSERT INTO predicates VALUES ('happened', 'happened', 'event', 'boolean', 'one', 0.0, 'polarity', 'Whether it took place.');
INSERT INTO predicates VALUES ('nationality', 'nationality', 'person,group,unit,agency,object', 'entity', 'many', 0.0, 'none', 'The country it belongs to.');
INSERT INTO predicates VALUES ('patient', 'whom or what', 'event', 'entity', 'many', 0.0, 'none', 'Whom or what it was done to.');
INSERT INTO predicates VALUES ('place', 'place', 'event', 'entity', 'one', 0.0, 'place', 'Where it happened; a place inside another does not contradict it.');
INSERT INTO predicates VALUES ('works-for', 'works for', 'person', 'entity', 'many', 0.0, 'none', 'Is employed by a body.');
INSERT INTO statements VALUES (1, '32530ffb77e6.s0', 1, NULL, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 17, 25, 'polarity');
INSERT INTO statements VALUES (2, '32530ffb77e6.s1', 1, NULL, NULL, 1, 'date', NULL, NULL, 1, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 67, 76, 'time:occurred');
INSERT INTO statements VALUES (3, '32530ffb77e6.s2', 1, NULL, NULL, 1, 'announced-date', NULL, NULL, 2, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 129, 137, 'time:announced');
INSERT INTO statements VALUES (4, '32530ffb77e6.s3', 1, NULL, NULL, 1, 'agent', 1, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 0, 16, 'role:agent');
INSERT INTO statements VALUES (5, '32530ffb77e6.s4', 1, NULL, NULL, 1, 'patient', 2, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 26, 51, 'role:patient');
INSERT INTO statements VALUES (6, '32530ffb77e6.s5', 1, NULL, NULL, 1, 'captured', NULL, 1, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 26, 29, 'number:patient');
INSERT INTO statements VALUES (7, '32530ffb77e6.s6', 1, NULL, NULL, 1, 'place', 3, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 57, 63, 'role:place');
INSERT INTO statements VALUES (8, '32530ffb77e6.s7', 1, NULL, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 93, 100, 'polarity');
INSERT INTO statements VALUES (9, '32530ffb77e6.s8', 1, NULL, NULL, 1, 'announced-date', NULL, NULL, 2, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 129, 137, 'time:announced');
INSERT INTO statements VALUES (10, '32530ffb77e6.s9', 1, NULL, NULL, 1, 'first', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 78, 92, 'rank');
INSERT INTO statements VALUES (11, '32530ffb77e6.s10', 1, NULL, NULL, 2, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 3, 2, 2, 2, 149, 171, 'polarity');
INSERT INTO statements VALUES (12, '32530ffb77e6.s11', 1, NULL, NULL, 2, 'patient', 1, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 3, 2, 2, 2, 140, 144, 'role:patient');
INSERT INTO statements VALUES (13, '32530ffb77e6.s12', 1, 1, NULL, NULL, 'nationality', NULL, NULL, NULL, 'Ukraine', NULL, 1, 2, NULL, NULL, 1, 1, 1, 0, 16, 'lexicon/relation-patterns.tsv:103');
INSERT INTO statements VALUES (14, '32530ffb77e6.s13', 1, 2, NULL, NULL, 'nationality', NULL, NULL, NULL, 'North Korea', NULL, 1, 2, NULL, NULL, 1, 1, 1, 30, 51, 'lexicon/relation-patterns.tsv:103');
INSERT INTO statements VALUES (15, 'f8f706e1854e.s0', 2, NULL, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 8, 16, 'polarity');
INSERT INTO statements VALUES (16, 'f8f706e1854e.s1', 2, NULL, NULL, 3, 'date', NULL, NULL, 3, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 58, 67, 'time:occurred');
INSERT INTO statements VALUES (17, 'f8f706e1854e.s2', 2, NULL, NULL, 3, 'agent', 5, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 0, 7, 'role:agent');
INSERT INTO statements VALUES (18, 'f8f706e1854e.s3', 2, NULL, NULL, 3, 'patient', 6, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 17, 42, 'role:patient');
INSERT INTO statements VALUES (19, 'f8f706e1854e.s4', 2, NULL, NULL, 3, 'captured', NULL, 2, NULL, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 17, 20, 'number:patient');
INSERT INTO statements VALUES (20, 'f8f706e1854e.s5', 2, NULL, NULL, 3, 'place', 7, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 4, 3, 3, 3, 48, 54, 'role:place');
INSERT INTO statements VALUES (21, 'f8f706e1854e.s6', 2, NULL, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 5, 3, 3, 3, 99, 106, 'polarity');
INSERT INTO statements VALUES (22, 'f8f706e1854e.s7', 2, NULL, NULL, 3, 'first', NULL, NULL, NULL, NULL, NULL, 0, 2, 'asserted', 5, 3, 3, 3, 80, 93, 'rank');
INSERT INTO statements VALUES (23, 'f8f706e1854e.s8', 2, 6, NULL, NULL, 'nationality', NULL, NULL, NULL, 'North Korea', NULL, 1, 2, NULL, NULL, 3, 3, 3, 21, 42, 'lexicon/relation-patterns.tsv:103');
INSERT INTO statements VALUES (24, 'f8f706e1854e.s9', 2, 8, NULL, NULL, 'works-for', 9, NULL, NULL, NULL, NULL, 1, 3, NULL, NULL, NULL, NULL, 3, 108, 144, 'lexicon/relation-patterns.tsv:50');
INSERT INTO statements VALUES (25, '6ce0b6ad8c27.s0@3', 3, NULL, NULL, 4, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 4, 4, 5, 17, 25, 'polarity');
INSERT INTO statements VALUES (26, '6ce0b6ad8c27.s1@3', 3, NULL, NULL, 4, 'date', NULL, NULL, 4, NULL, NULL, 1, 2, 'asserted', 6, 4, 4, 5, 39, 46, 'time:occurred');
INSERT INTO statements VALUES (27, '6ce0b6ad8c27.s2@3', 3, NULL, NULL, 4, 'agent', 10, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 4, 4, 5, 0, 6, 'role:agent');
INSERT INTO statements VALUES (28, '6ce0b6ad8c27.s3@3', 3, NULL, NULL, 4, 'patient', 12, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 4, 4, 5, 26, 35, 'role:patient');
INSERT INTO statements VALUES (29, '6ce0b6ad8c27.s4@3', 3, NULL, NULL, 4, 'arrested', NULL, 3, NULL, NULL, NULL, 1, 2, 'asserted', 6, 4, 4, 5, 26, 31, 'number:patient');
INSERT INTO statements VALUES (30, '6ce0b6ad8c27.s5@3', 3, 10, NULL, NULL, 'based-in', 11, NULL, NULL, NULL, NULL, 1, 2, NULL, NULL, 4, 4, 5, 0, 16, 'lexicon/relation-patterns.tsv:92');
INSERT INTO decisions VALUES (1, 'event', '32530ffb77e6.e0', 'f8f706e1854e.e0', 'same', NULL, 8.5, 'same day; same place; agent of the same country; patient of the same country in the same words; same number of patient', 'annals', '2026-11-21T14:10:13Z', 2);
INSERT INTO decisions VALUES (2, 'event', '32530ffb77e6.e0', 'f8f706e1854e.e0', 'different', NULL, NULL, 'two days', 'ada', '2026-11-21T14:10:13Z', NULL);
