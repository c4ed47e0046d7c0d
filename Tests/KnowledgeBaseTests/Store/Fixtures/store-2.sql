-- A knowledge base of store version 2 with three small articles, the last load undone, and three decisions by people,
-- the first taken back. Countries that nothing refers to are left out. Comments of the schema are left out too.
PRAGMA application_id = 0x414E4C53;
PRAGMA user_version = 2;
CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    command TEXT,
    new_documents INTEGER NOT NULL DEFAULT 0,
    changed_documents INTEGER NOT NULL DEFAULT 0,
    same_documents INTEGER NOT NULL DEFAULT 0,
    failed_documents INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE undos (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    undone TEXT NOT NULL,
    redone TEXT
) STRICT;
CREATE INDEX undos_by_batch ON undos(batch_id);
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
    text TEXT NOT NULL
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
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    extractor_id INTEGER NOT NULL REFERENCES extractors(id),
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    recorded TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_version ON runs(version_id);
CREATE INDEX runs_by_batch ON runs(batch_id);
CREATE TABLE batch_runs (
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    run_id INTEGER NOT NULL REFERENCES runs(id),
    input TEXT NOT NULL,
    outcome TEXT NOT NULL,
    updated TEXT,
    PRIMARY KEY (batch_id, run_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_runs_by_run ON batch_runs(run_id);
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
    reference INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX entities_by_country ON entities(country, kind);
CREATE TABLE entity_names (
    id INTEGER PRIMARY KEY,
    entity_id INTEGER NOT NULL REFERENCES entities(id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    origin TEXT NOT NULL,
    uses INTEGER NOT NULL,
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
    key TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs(id),
    type TEXT NOT NULL,
    UNIQUE (run_id, key)
) STRICT;
CREATE INDEX events_by_key ON events(key);
CREATE TABLE event_signatures (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),
    signature TEXT NOT NULL
) STRICT;
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
    key TEXT NOT NULL,
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
    rule TEXT NOT NULL,
    UNIQUE (run_id, key)
) STRICT;
CREATE INDEX statements_by_key ON statements(key);
CREATE INDEX statements_by_event ON statements(subject_event_id);
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    left_key TEXT NOT NULL,
    right_key TEXT NOT NULL,
    verdict TEXT NOT NULL,
    undoes INTEGER REFERENCES decisions(id),
    reasons TEXT NOT NULL,
    author TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_undone ON decisions(undoes);
CREATE TABLE live_runs (
    run_id INTEGER PRIMARY KEY REFERENCES runs(id),
    version_id INTEGER NOT NULL UNIQUE REFERENCES versions(id),
    document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id)
) STRICT;
CREATE TABLE fingerprints (
    hash INTEGER NOT NULL,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    PRIMARY KEY (hash, place, position, version_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE independent_texts (
    version_id INTEGER PRIMARY KEY REFERENCES versions(id),
    text_id INTEGER NOT NULL REFERENCES versions(id),
    share REAL NOT NULL
) STRICT;
CREATE INDEX independent_texts_by_text ON independent_texts(text_id);
CREATE TABLE copied_sentences (
    sentence_id INTEGER PRIMARY KEY REFERENCES sentences(id),
    text_id INTEGER NOT NULL REFERENCES versions(id),
    version_id INTEGER NOT NULL REFERENCES versions(id)
) STRICT;
CREATE INDEX copied_sentences_by_version ON copied_sentences(version_id);
CREATE TABLE event_blocks (
    block INTEGER NOT NULL,
    place TEXT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES events(id),
    PRIMARY KEY (block, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_pairs (
    left_id INTEGER NOT NULL REFERENCES events(id),
    right_id INTEGER NOT NULL REFERENCES events(id),
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_pairs_by_right ON event_pairs(right_id);
CREATE TABLE canonical_events (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),
    canonical_id INTEGER NOT NULL REFERENCES events(id)
) STRICT;
CREATE INDEX canonical_events_by_canonical ON canonical_events(canonical_id);
CREATE TABLE entity_links (
    event_id INTEGER NOT NULL REFERENCES events(id),
    left_id INTEGER NOT NULL REFERENCES entities(id),
    right_id INTEGER NOT NULL REFERENCES entities(id),
    reasons TEXT NOT NULL,
    PRIMARY KEY (event_id, left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_links_by_left ON entity_links(left_id);
CREATE INDEX entity_links_by_right ON entity_links(right_id);
CREATE TABLE canonical_entities (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id),
    canonical_id INTEGER NOT NULL REFERENCES entities(id)
) STRICT;
CREATE INDEX canonical_entities_by_canonical ON canonical_entities(canonical_id);
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
CREATE INDEX facts_by_entity ON facts(subject_entity_id, predicate) WHERE subject_entity_id IS NOT NULL;
CREATE INDEX facts_by_event ON facts(subject_event_id, predicate, version_id) WHERE subject_event_id IS NOT NULL;
CREATE INDEX facts_by_object ON facts(object_id, predicate) WHERE object_id IS NOT NULL;
CREATE INDEX facts_by_voice ON facts(voice_id) WHERE voice_id IS NOT NULL;
CREATE INDEX facts_by_scope ON facts(scope_id) WHERE scope_id IS NOT NULL;
CREATE INDEX facts_by_version ON facts(version_id);
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
    left_fact_id INTEGER NOT NULL REFERENCES statements(id),
    right_fact_id INTEGER NOT NULL REFERENCES statements(id),
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
SELECT v.id AS version_id, r.run_id, v.key, v.title, o.name AS outlet, d.url, v.author, v.language, v.published, v.text,
    t.text_id
FROM live_runs r
JOIN versions v ON v.id = r.version_id
JOIN documents d ON d.id = v.document_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN independent_texts t ON t.version_id = v.id;
CREATE VIEW entity_identities AS
SELECT e.id AS entity_id, coalesce(c.canonical_id, e.id) AS canonical_id
FROM entities e LEFT JOIN canonical_entities c ON c.entity_id = e.id;
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
    (SELECT x.text FROM canonical_events a JOIN event_mentions m ON m.event_id = a.event_id
     JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE a.canonical_id = c.event_id
     ORDER BY a.event_id <> a.canonical_id, (SELECT count(*) FROM event_arguments g WHERE g.event_mention_id = m.id) DESC, m.ordinal
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
INSERT INTO batches VALUES (1, '2026-11-21T21:16:19Z', '2026-11-21T21:16:19Z', 'load articles/a.md', 1, 0, 0, 0);
INSERT INTO batches VALUES (2, '2026-11-21T21:16:21Z', '2026-11-21T21:16:21Z', 'load articles/b.md', 1, 0, 0, 0);
INSERT INTO batches VALUES (3, '2026-11-21T21:16:23Z', '2026-11-21T21:16:23Z', 'load articles/c.md', 1, 0, 0, 0);
INSERT INTO undos VALUES (1, 3, '2026-11-21T21:16:23Z', NULL);
INSERT INTO extractors VALUES (1, 'annals', '0.1.0', 'f8a9f1df4cdfbda9');
INSERT INTO sources VALUES (1, 'Alpha');
INSERT INTO sources VALUES (2, 'Beta');
INSERT INTO documents VALUES (1, 'https://alpha.example/two-taken', 'https://alpha.example/two-taken');
INSERT INTO documents VALUES (2, 'text:fc8b18b06e4b1a7ea1283566', NULL);
INSERT INTO documents VALUES (3, 'text:d8c964661ed677d00f880e65', NULL);
INSERT INTO versions VALUES (1, 'd2ef7250c914', 'd2ef7250c9146ed0c9631910a8613e0e310404a9afb5db6212e5f5a29cb0329b', 1, 1, 1, 'articles/a.md', 'Two taken near the border', NULL, NULL, '2025-01-12', 'Ukrainian troops captured two North Korean soldiers near Sudzha on January 9, the first such capture, Volodymyr Zelensky said on Saturday. "They are receiving medical care," he said.');
INSERT INTO versions VALUES (2, '26d8aa9466f1', '26d8aa9466f1b6020b5da4652cf60461041259ddf929f1ef1fccb99a7a2cb493', 2, 2, 2, 'articles/b.md', 'Captives questioned', NULL, NULL, '2025-01-13', 'Ukraine captured two North Korean soldiers near Sudzha on January 9, but it was not the first such capture, Marta Lindqvist of the Lom Institute said. Lindqvist doubts the number.');
INSERT INTO versions VALUES (3, '34f458ef6efc', '34f458ef6efc48b10e60f5f20e1f6958e52b92c6a784bf380e46fa1f9a3ab2cc', 3, 2, 3, 'articles/c.md', 'A later word', NULL, NULL, '2025-01-15', 'Police in Berlin arrested three men on Tuesday, the ministry said.');
INSERT INTO metadata_origins VALUES (1, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (1, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (1, 'title', 'front matter: title');
INSERT INTO metadata_origins VALUES (1, 'url', 'front matter: url');
INSERT INTO metadata_origins VALUES (2, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (2, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (2, 'title', 'front matter: title');
INSERT INTO metadata_origins VALUES (3, 'outlet', 'front matter: outlet');
INSERT INTO metadata_origins VALUES (3, 'published', 'front matter: date');
INSERT INTO metadata_origins VALUES (3, 'title', 'front matter: title');
INSERT INTO runs VALUES (1, 1, 1, 1, '2026-11-21T21:16:19Z');
INSERT INTO runs VALUES (2, 2, 1, 2, '2026-11-21T21:16:21Z');
INSERT INTO runs VALUES (3, 3, 1, 3, '2026-11-21T21:16:23Z');
INSERT INTO batch_runs VALUES (1, 1, 'articles/a.md', 'new', NULL);
INSERT INTO batch_runs VALUES (2, 2, 'articles/b.md', 'new', NULL);
INSERT INTO batch_runs VALUES (3, 3, 'articles/c.md', 'new', NULL);
INSERT INTO sentences VALUES (1, 1, 0, 0, 138);
INSERT INTO sentences VALUES (2, 1, 1, 139, 182);
INSERT INTO sentences VALUES (3, 2, 0, 0, 150);
INSERT INTO sentences VALUES (4, 2, 1, 151, 179);
INSERT INTO sentences VALUES (5, 3, 0, 0, 66);
INSERT INTO entities VALUES (57, 'geonames:2921044', 'place', 'Germany', 'DE', NULL, 1);
INSERT INTO entities VALUES (191, 'geonames:2017370', 'place', 'Russia', 'RU', NULL, 1);
INSERT INTO entities VALUES (230, 'geonames:690791', 'place', 'Ukraine', 'UA', NULL, 1);
INSERT INTO entities VALUES (251, 'annals:volodymyr-zelenskyy', 'person', 'Volodymyr Zelensky', 'UA', 'president of Ukraine', 1);
INSERT INTO entities VALUES (252, 'geonames:486816', 'place', 'Sudzha', 'RU', NULL, 1);
INSERT INTO entities VALUES (253, 'geonames:538555', 'place', 'geonames:538555', 'RU', NULL, 0);
INSERT INTO entities VALUES (254, 'd2ef7250c914.c0-16', 'group', 'Ukrainian troops', 'UA', NULL, 0);
INSERT INTO entities VALUES (255, 'd2ef7250c914.c26-51', 'group', 'two North Korean soldiers', 'KP', NULL, 0);
INSERT INTO entities VALUES (256, '26d8aa9466f1.c17-42', 'group', 'two North Korean soldiers', 'KP', NULL, 0);
INSERT INTO entities VALUES (257, 'person:marta lindqvist', 'person', 'Marta Lindqvist', NULL, NULL, 0);
INSERT INTO entities VALUES (258, 'agency:lom institute', 'agency', 'Lom Institute', NULL, NULL, 0);
INSERT INTO entities VALUES (259, 'geonames:2950159', 'place', 'Berlin', 'DE', NULL, 1);
INSERT INTO entities VALUES (260, 'geonames:2950157', 'place', 'geonames:2950157', 'DE', NULL, 0);
INSERT INTO entities VALUES (261, '34f458ef6efc.c0-6', 'agency', 'Police', NULL, NULL, 0);
INSERT INTO entities VALUES (262, '34f458ef6efc.c26-35', 'group', 'three men', NULL, NULL, 0);
INSERT INTO entities VALUES (263, '34f458ef6efc.c48-60', 'agency', 'the ministry', NULL, NULL, 0);
INSERT INTO entity_names VALUES (310, 57, 'Germany', 'germany', 'reference', 0);
INSERT INTO entity_names VALUES (311, 57, 'Federal Republic of Germany', 'federal republic of germany', 'reference', 0);
INSERT INTO entity_names VALUES (312, 57, 'West Germany', 'west germany', 'reference', 0);
INSERT INTO entity_names VALUES (313, 57, 'FRG', 'frg', 'reference', 0);
INSERT INTO entity_names VALUES (314, 57, 'Deutschland', 'deutschland', 'reference', 0);
INSERT INTO entity_names VALUES (315, 57, 'BRD', 'brd', 'reference', 0);
INSERT INTO entity_names VALUES (316, 57, 'Bundesrepublik', 'bundesrepublik', 'reference', 0);
INSERT INTO entity_names VALUES (317, 57, 'Германия', 'германия', 'reference', 0);
INSERT INTO entity_names VALUES (318, 57, 'Німеччина', 'німеччина', 'reference', 0);
INSERT INTO entity_names VALUES (319, 57, '德国', '德国', 'reference', 0);
INSERT INTO entity_names VALUES (320, 57, '독일', '독일', 'reference', 0);
INSERT INTO entity_names VALUES (321, 57, 'ألمانيا', 'ألمانيا', 'reference', 0);
INSERT INTO entity_names VALUES (1098, 191, 'Russia', 'russia', 'reference', 0);
INSERT INTO entity_names VALUES (1099, 191, 'Russian Federation', 'russian federation', 'reference', 0);
INSERT INTO entity_names VALUES (1100, 191, 'the Russian Federation', 'the russian federation', 'reference', 0);
INSERT INTO entity_names VALUES (1101, 191, 'RF', 'rf', 'reference', 0);
INSERT INTO entity_names VALUES (1102, 191, 'Россия', 'россия', 'reference', 0);
INSERT INTO entity_names VALUES (1103, 191, 'Российская Федерация', 'российская федерация', 'reference', 0);
INSERT INTO entity_names VALUES (1104, 191, 'РФ', 'рф', 'reference', 0);
INSERT INTO entity_names VALUES (1105, 191, 'Росія', 'росія', 'reference', 0);
INSERT INTO entity_names VALUES (1106, 191, 'Російська Федерація', 'російська федерація', 'reference', 0);
INSERT INTO entity_names VALUES (1107, 191, '俄罗斯', '俄罗斯', 'reference', 0);
INSERT INTO entity_names VALUES (1108, 191, '俄羅斯', '俄羅斯', 'reference', 0);
INSERT INTO entity_names VALUES (1109, 191, '러시아', '러시아', 'reference', 0);
INSERT INTO entity_names VALUES (1110, 191, 'ロシア', 'ロシア', 'reference', 0);
INSERT INTO entity_names VALUES (1111, 191, 'الاتحاد الروسي', 'الاتحاد الروسي', 'reference', 0);
INSERT INTO entity_names VALUES (1112, 191, '俄罗斯联邦', '俄罗斯联邦', 'reference', 0);
INSERT INTO entity_names VALUES (1347, 230, 'Ukraine', 'ukraine', 'reference', 1);
INSERT INTO entity_names VALUES (1348, 230, 'the Ukraine', 'the ukraine', 'reference', 0);
INSERT INTO entity_names VALUES (1349, 230, 'Україна', 'україна', 'reference', 0);
INSERT INTO entity_names VALUES (1350, 230, 'Украина', 'украина', 'reference', 0);
INSERT INTO entity_names VALUES (1351, 230, '乌克兰', '乌克兰', 'reference', 0);
INSERT INTO entity_names VALUES (1352, 230, '烏克蘭', '烏克蘭', 'reference', 0);
INSERT INTO entity_names VALUES (1353, 230, '우크라이나', '우크라이나', 'reference', 0);
INSERT INTO entity_names VALUES (1354, 230, 'ウクライナ', 'ウクライナ', 'reference', 0);
INSERT INTO entity_names VALUES (1355, 230, 'אוקראינה', 'אוקראינה', 'reference', 0);
INSERT INTO entity_names VALUES (1356, 230, 'أوكرانيا', 'أوكرانيا', 'reference', 0);
INSERT INTO entity_names VALUES (1487, 251, 'Volodymyr Zelensky', 'volodymyr zelensky', 'reference', 1);
INSERT INTO entity_names VALUES (1488, 251, 'Volodymyr Zelenskyy', 'volodymyr zelenskyy', 'reference', 0);
INSERT INTO entity_names VALUES (1489, 251, 'Volodymyr Zelenskiy', 'volodymyr zelenskiy', 'reference', 0);
INSERT INTO entity_names VALUES (1490, 251, 'Volodymyr Zelenskyi', 'volodymyr zelenskyi', 'reference', 0);
INSERT INTO entity_names VALUES (1491, 251, 'Vladimir Zelensky', 'vladimir zelensky', 'reference', 0);
INSERT INTO entity_names VALUES (1492, 251, 'Vladimir Zelenskiy', 'vladimir zelenskiy', 'reference', 0);
INSERT INTO entity_names VALUES (1493, 251, 'Volodymyr Oleksandrovych Zelenskyy', 'volodymyr oleksandrovych zelenskyy', 'reference', 0);
INSERT INTO entity_names VALUES (1494, 251, 'Володимир Зеленський', 'володимир зеленський', 'reference', 0);
INSERT INTO entity_names VALUES (1495, 251, 'Зеленський', 'зеленський', 'reference', 0);
INSERT INTO entity_names VALUES (1496, 251, 'Владимир Зеленский', 'владимир зеленский', 'reference', 0);
INSERT INTO entity_names VALUES (1497, 251, 'Зеленский', 'зеленский', 'reference', 0);
INSERT INTO entity_names VALUES (1498, 251, 'Volodymyr Zelenskii', 'volodymyr zelenskii', 'reference', 0);
INSERT INTO entity_names VALUES (1499, 251, 'Volodymyr Zelenski', 'volodymyr zelenski', 'reference', 0);
INSERT INTO entity_names VALUES (1500, 251, 'Vladimir Zelenskyi', 'vladimir zelenskyi', 'reference', 0);
INSERT INTO entity_names VALUES (1501, 251, 'Vladimir Zelenskyy', 'vladimir zelenskyy', 'reference', 0);
INSERT INTO entity_names VALUES (1502, 251, 'Vladimir Zelenskii', 'vladimir zelenskii', 'reference', 0);
INSERT INTO entity_names VALUES (1503, 251, 'Vladimir Zelenski', 'vladimir zelenski', 'reference', 0);
INSERT INTO entity_names VALUES (1504, 251, 'Zelensky', 'zelensky', 'reference', 0);
INSERT INTO entity_names VALUES (1505, 251, 'Zelenskyy', 'zelenskyy', 'reference', 0);
INSERT INTO entity_names VALUES (1506, 251, 'Zelenskiy', 'zelenskiy', 'reference', 0);
INSERT INTO entity_names VALUES (1507, 251, 'Zelenskyi', 'zelenskyi', 'reference', 0);
INSERT INTO entity_names VALUES (1508, 251, 'Zelenskii', 'zelenskii', 'reference', 0);
INSERT INTO entity_names VALUES (1509, 251, 'Zelenski', 'zelenski', 'reference', 0);
INSERT INTO entity_names VALUES (1510, 252, 'Sudzha', 'sudzha', 'reference', 2);
INSERT INTO entity_names VALUES (1511, 252, 'Sudsha', 'sudsha', 'reference', 0);
INSERT INTO entity_names VALUES (1512, 252, 'Суджа', 'суджа', 'reference', 0);
INSERT INTO entity_names VALUES (1513, 254, 'Ukrainian troops', 'ukrainian troops', 'text', 1);
INSERT INTO entity_names VALUES (1514, 255, 'two North Korean soldiers', 'two north korean soldiers', 'text', 1);
INSERT INTO entity_names VALUES (1515, 256, 'two North Korean soldiers', 'two north korean soldiers', 'text', 1);
INSERT INTO entity_names VALUES (1516, 257, 'Marta Lindqvist', 'marta lindqvist', 'text', 1);
INSERT INTO entity_names VALUES (1517, 257, 'Lindqvist', 'lindqvist', 'text', 1);
INSERT INTO entity_names VALUES (1518, 258, 'Lom Institute', 'lom institute', 'text', 1);
INSERT INTO entity_names VALUES (1519, 259, 'Berlin', 'berlin', 'reference', 0);
INSERT INTO entity_names VALUES (1520, 259, 'Берлин', 'берлин', 'reference', 0);
INSERT INTO entity_names VALUES (1521, 259, '베를린', '베를린', 'reference', 0);
INSERT INTO entity_names VALUES (1522, 259, '柏林', '柏林', 'reference', 0);
INSERT INTO entity_names VALUES (1523, 259, 'برلين', 'برلين', 'reference', 0);
INSERT INTO entity_names VALUES (1524, 259, 'בערלין', 'בערלין', 'reference', 0);
INSERT INTO entity_names VALUES (1525, 259, 'Βερολίνο', 'βερολίνο', 'reference', 0);
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
INSERT INTO mentions VALUES (10, 2, 3, 8, 3, 108, 123, 'Marta Lindqvist', 'person', 'name', 0, NULL);
INSERT INTO mentions VALUES (11, 2, 4, 9, 3, 131, 144, 'Lom Institute', 'agency', 'name', 0, NULL);
INSERT INTO mentions VALUES (12, 2, 5, 8, 4, 151, 160, 'Lindqvist', 'person', 'name', 0, NULL);
INSERT INTO mentions VALUES (13, 3, 0, 10, 5, 0, 6, 'Police', 'agency', 'nominal', 0, NULL);
INSERT INTO mentions VALUES (14, 3, 1, 11, 5, 10, 16, 'Berlin', 'place', 'name', 0, NULL);
INSERT INTO mentions VALUES (15, 3, 2, 12, 5, 26, 35, 'three men', 'group', 'nominal', 0, 3);
INSERT INTO mentions VALUES (16, 3, 3, 13, 5, 48, 60, 'the ministry', 'agency', 'nominal', 0, NULL);
INSERT INTO times VALUES (1, 1, 0, 1, 67, 76, 'January 9', 'DATE', '2025-01-09', NULL, '2025-01-09', '2025-01-09', 'day');
INSERT INTO times VALUES (2, 1, 1, 1, 129, 137, 'Saturday', 'DATE', '2025-01-11', NULL, '2025-01-11', '2025-01-11', 'day');
INSERT INTO times VALUES (3, 2, 0, 3, 58, 67, 'January 9', 'DATE', '2025-01-09', NULL, '2025-01-09', '2025-01-09', 'day');
INSERT INTO times VALUES (4, 3, 0, 5, 39, 46, 'Tuesday', 'DATE', '2025-01-14', NULL, '2025-01-14', '2025-01-14', 'day');
INSERT INTO quantities VALUES (1, 1, 0, 1, 26, 29, 'two', NULL, NULL, 2.0, 'exact', 'person', 'North Korean soldiers');
INSERT INTO quantities VALUES (2, 2, 0, 3, 17, 20, 'two', NULL, NULL, 2.0, 'exact', 'person', 'North Korean soldiers');
INSERT INTO quantities VALUES (3, 3, 0, 5, 26, 31, 'three', NULL, NULL, 3.0, 'exact', 'person', 'men');
INSERT INTO attributions VALUES (1, 1, 0, NULL, 1, 4, 'Volodymyr Zelensky', 'said', 'indirect', 2, 2);
INSERT INTO attributions VALUES (2, 1, 1, NULL, 2, 4, 'he', 'said', 'direct', 2, NULL);
INSERT INTO attributions VALUES (3, 3, 0, NULL, 5, 13, 'the ministry', 'said', 'indirect', 2, NULL);
INSERT INTO attribution_spans VALUES (1, 'content', 0, 100);
INSERT INTO attribution_spans VALUES (1, 'cue', 121, 125);
INSERT INTO attribution_spans VALUES (1, 'source', 102, 120);
INSERT INTO attribution_spans VALUES (2, 'content', 139, 173);
INSERT INTO attribution_spans VALUES (2, 'cue', 177, 181);
INSERT INTO attribution_spans VALUES (2, 'source', 174, 176);
INSERT INTO attribution_spans VALUES (3, 'content', 0, 46);
INSERT INTO attribution_spans VALUES (3, 'cue', 61, 65);
INSERT INTO attribution_spans VALUES (3, 'source', 48, 60);
INSERT INTO event_types VALUES ('arrest', 'custody', 'Police, courts or authorities take somebody into custody.', 'COERCE', 'arrest', '17', 'Strategic developments/Arrests', 'patient', 'arrested');
INSERT INTO event_types VALUES ('capture', 'custody', 'Combatants are taken prisoner by the other side.', 'ASSAULT', 'abduct', '18', 'Battles/Armed clash', 'patient', 'captured');
INSERT INTO event_types VALUES ('hospitalize', 'life', 'Somebody is brought to hospital or treated.', NULL, NULL, NULL, NULL, 'patient', 'hospitalized');
INSERT INTO events VALUES (1, 'd2ef7250c914.e17', 1, 'capture');
INSERT INTO events VALUES (2, 'd2ef7250c914.e149', 1, 'hospitalize');
INSERT INTO events VALUES (3, '26d8aa9466f1.e8', 2, 'capture');
INSERT INTO events VALUES (4, '34f458ef6efc.e17', 3, 'arrest');
INSERT INTO event_signatures VALUES (1, '{"earliest":20097,"latest":20097,"numbers":[{"high":2,"low":2,"role":"patient"}],"participants":[{"country":"UA","head":"troop","isCountry":false,"role":"agent"},{"country":"KP","head":"soldier","isCountry":false,"role":"patient"}],"places":[{"entity":"geonames:486816","level":0,"within":["geonames:538555","geonames:2017370"]}],"published":20100,"type":"capture"}');
INSERT INTO event_signatures VALUES (3, '{"earliest":20097,"latest":20097,"numbers":[{"high":2,"low":2,"role":"patient"}],"participants":[{"country":"UA","entity":"geonames:690791","isCountry":true,"role":"agent"},{"country":"KP","head":"soldier","isCountry":false,"role":"patient"}],"places":[{"entity":"geonames:486816","level":0,"within":["geonames:538555","geonames:2017370"]}],"published":20101,"type":"capture"}');
INSERT INTO event_signatures VALUES (4, '{"earliest":20102,"latest":20102,"numbers":[{"high":3,"low":3,"role":"patient"}],"participants":[{"head":"police","isCountry":false,"role":"agent"},{"head":"men","isCountry":false,"role":"patient"}],"places":[],"published":20103,"type":"arrest"}');
INSERT INTO event_mentions VALUES (1, 1, 1, 0, 1, 17, 25, 'captured', 'capture', 'POS', 'asserted', 'past', 2, 1, 'lexicon/triggers.tsv:147');
INSERT INTO event_mentions VALUES (2, 1, 1, 1, 1, 93, 100, 'capture', 'capture', 'POS', 'asserted', 'past', 2, 1, 'lexicon/triggers.tsv:539');
INSERT INTO event_mentions VALUES (3, 2, 1, 2, 2, 149, 158, 'receiving', 'hospitalize', 'POS', 'asserted', 'present', 2, 2, 'lexicon/triggers.tsv:4432');
INSERT INTO event_mentions VALUES (4, 3, 2, 0, 3, 8, 16, 'captured', 'capture', 'POS', 'asserted', 'past', 3, NULL, 'lexicon/triggers.tsv:147');
INSERT INTO event_mentions VALUES (5, 3, 2, 1, 3, 99, 106, 'capture', 'capture', 'POS', 'asserted', 'past', 3, NULL, 'lexicon/triggers.tsv:539');
INSERT INTO event_mentions VALUES (6, 4, 3, 0, 5, 17, 25, 'arrested', 'arrest', 'POS', 'asserted', 'past', 2, 3, 'lexicon/triggers.tsv:540');
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
INSERT INTO predicates VALUES ('captured', 'captured', 'event', 'quantity', 'one', 0.0, 'number', 'Taken prisoner in combat.');
INSERT INTO predicates VALUES ('date', 'date', 'event', 'time', 'one', 0.0, 'date', 'When it happened, as an interval; two intervals that overlap do not contradict each other.');
INSERT INTO predicates VALUES ('first', 'the first of its kind', 'event', 'boolean', 'one', 0.0, 'rank', 'Whether it is the first of its kind.');
INSERT INTO predicates VALUES ('happened', 'happened', 'event', 'boolean', 'one', 0.0, 'polarity', 'Whether it took place.');
INSERT INTO predicates VALUES ('located-in', 'in', 'any', 'entity', 'many', 0.0, 'none', 'Lies in a place, or stays there when the text is written.');
INSERT INTO predicates VALUES ('nationality', 'nationality', 'person,group,unit,agency,object', 'entity', 'many', 0.0, 'none', 'The country it belongs to.');
INSERT INTO predicates VALUES ('patient', 'whom or what', 'event', 'entity', 'many', 0.0, 'none', 'Whom or what it was done to.');
INSERT INTO predicates VALUES ('place', 'place', 'event', 'entity', 'one', 0.0, 'place', 'Where it happened; a place inside another does not contradict it.');
INSERT INTO predicates VALUES ('works-for', 'works for', 'person', 'entity', 'many', 0.0, 'none', 'Is employed by a body.');
INSERT INTO statements VALUES (1, 'd2ef7250c914.s0', 1, NULL, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 17, 25, 'polarity');
INSERT INTO statements VALUES (2, 'd2ef7250c914.s1', 1, NULL, NULL, 1, 'date', NULL, NULL, 1, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 67, 76, 'time:occurred');
INSERT INTO statements VALUES (3, 'd2ef7250c914.s2', 1, NULL, NULL, 1, 'announced-date', NULL, NULL, 2, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 129, 137, 'time:announced');
INSERT INTO statements VALUES (4, 'd2ef7250c914.s3', 1, NULL, NULL, 1, 'agent', 1, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 0, 16, 'role:agent');
INSERT INTO statements VALUES (5, 'd2ef7250c914.s4', 1, NULL, NULL, 1, 'patient', 2, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 26, 51, 'role:patient');
INSERT INTO statements VALUES (6, 'd2ef7250c914.s5', 1, NULL, NULL, 1, 'captured', NULL, 1, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 26, 29, 'number:patient');
INSERT INTO statements VALUES (7, 'd2ef7250c914.s6', 1, NULL, NULL, 1, 'place', 3, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 1, 1, 1, 1, 57, 63, 'role:place');
INSERT INTO statements VALUES (8, 'd2ef7250c914.s7', 1, NULL, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 93, 100, 'polarity');
INSERT INTO statements VALUES (9, 'd2ef7250c914.s8', 1, NULL, NULL, 1, 'announced-date', NULL, NULL, 2, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 129, 137, 'time:announced');
INSERT INTO statements VALUES (10, 'd2ef7250c914.s9', 1, NULL, NULL, 1, 'first', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 2, 1, 1, 1, 78, 92, 'rank');
INSERT INTO statements VALUES (11, 'd2ef7250c914.s10', 1, NULL, NULL, 2, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 3, 2, 2, 2, 149, 158, 'polarity');
INSERT INTO statements VALUES (12, 'd2ef7250c914.s11', 1, NULL, NULL, 2, 'patient', 1, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 3, 2, 2, 2, 140, 144, 'role:patient');
INSERT INTO statements VALUES (13, 'd2ef7250c914.s12', 1, 1, NULL, NULL, 'nationality', NULL, NULL, NULL, 'Ukraine', NULL, 1, 2, NULL, NULL, 1, 1, 1, 0, 16, 'lexicon/relation-patterns.tsv:111');
INSERT INTO statements VALUES (14, 'd2ef7250c914.s13', 1, 2, NULL, NULL, 'nationality', NULL, NULL, NULL, 'North Korea', NULL, 1, 2, NULL, NULL, 1, 1, 1, 26, 51, 'lexicon/relation-patterns.tsv:111');
INSERT INTO statements VALUES (15, '26d8aa9466f1.s0', 2, NULL, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 8, 16, 'polarity');
INSERT INTO statements VALUES (16, '26d8aa9466f1.s1', 2, NULL, NULL, 3, 'date', NULL, NULL, 3, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 58, 67, 'time:occurred');
INSERT INTO statements VALUES (17, '26d8aa9466f1.s2', 2, NULL, NULL, 3, 'agent', 5, NULL, NULL, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 0, 7, 'role:agent');
INSERT INTO statements VALUES (18, '26d8aa9466f1.s3', 2, NULL, NULL, 3, 'patient', 6, NULL, NULL, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 17, 42, 'role:patient');
INSERT INTO statements VALUES (19, '26d8aa9466f1.s4', 2, NULL, NULL, 3, 'captured', NULL, 2, NULL, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 17, 20, 'number:patient');
INSERT INTO statements VALUES (20, '26d8aa9466f1.s5', 2, NULL, NULL, 3, 'place', 7, NULL, NULL, NULL, NULL, 1, 3, 'asserted', 4, NULL, NULL, 3, 48, 54, 'role:place');
INSERT INTO statements VALUES (21, '26d8aa9466f1.s6', 2, NULL, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 3, 'asserted', 5, NULL, NULL, 3, 99, 106, 'polarity');
INSERT INTO statements VALUES (22, '26d8aa9466f1.s7', 2, NULL, NULL, 3, 'first', NULL, NULL, NULL, NULL, NULL, 0, 3, 'asserted', 5, NULL, NULL, 3, 80, 93, 'rank');
INSERT INTO statements VALUES (23, '26d8aa9466f1.s8', 2, 6, NULL, NULL, 'nationality', NULL, NULL, NULL, 'North Korea', NULL, 1, 3, NULL, NULL, NULL, NULL, 3, 17, 42, 'lexicon/relation-patterns.tsv:111');
INSERT INTO statements VALUES (24, '26d8aa9466f1.s9', 2, 8, NULL, NULL, 'works-for', 9, NULL, NULL, NULL, NULL, 1, 3, NULL, NULL, NULL, NULL, 3, 108, 144, 'lexicon/relation-patterns.tsv:65');
INSERT INTO statements VALUES (25, '34f458ef6efc.s0', 3, NULL, NULL, 4, 'happened', NULL, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 3, 3, 5, 17, 25, 'polarity');
INSERT INTO statements VALUES (26, '34f458ef6efc.s1', 3, NULL, NULL, 4, 'date', NULL, NULL, 4, NULL, NULL, 1, 2, 'asserted', 6, 3, 3, 5, 39, 46, 'time:occurred');
INSERT INTO statements VALUES (27, '34f458ef6efc.s2', 3, NULL, NULL, 4, 'agent', 10, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 3, 3, 5, 0, 6, 'role:agent');
INSERT INTO statements VALUES (28, '34f458ef6efc.s3', 3, NULL, NULL, 4, 'patient', 12, NULL, NULL, NULL, NULL, 1, 2, 'asserted', 6, 3, 3, 5, 26, 35, 'role:patient');
INSERT INTO statements VALUES (29, '34f458ef6efc.s4', 3, NULL, NULL, 4, 'arrested', NULL, 3, NULL, NULL, NULL, 1, 2, 'asserted', 6, 3, 3, 5, 26, 31, 'number:patient');
INSERT INTO statements VALUES (30, '34f458ef6efc.s5', 3, 10, NULL, NULL, 'located-in', 11, NULL, NULL, NULL, NULL, 1, 2, NULL, NULL, 3, 3, 5, 0, 16, 'lexicon/relation-patterns.tsv:96');
INSERT INTO decisions VALUES (1, 'entity', 'd2ef7250c914.c0-16', 'person:marta lindqvist', 'same', NULL, 'a slip', 'ben', '2026-11-21T21:16:41Z');
INSERT INTO decisions VALUES (2, 'entity', 'd2ef7250c914.c0-16', 'person:marta lindqvist', 'undo', 1, 'taken back', 'person', '2026-11-21T21:16:42Z');
INSERT INTO decisions VALUES (3, 'entity', '26d8aa9466f1.c17-42', 'd2ef7250c914.c26-51', 'different', NULL, 'other men', 'ben', '2026-11-21T21:16:42Z');
INSERT INTO decisions VALUES (4, 'event', '26d8aa9466f1.e8', 'd2ef7250c914.e17', 'different', NULL, 'two days', 'ada', '2026-11-21T21:16:42Z');
INSERT INTO live_runs VALUES (1, 1, 1);
INSERT INTO live_runs VALUES (2, 2, 2);
INSERT INTO fingerprints VALUES (732316823, 571802825992639826, 69, 2);
INSERT INTO fingerprints VALUES (7983978028, 571802053259423306, 121, 1);
INSERT INTO fingerprints VALUES (89174128667, 571802825992639826, 114, 2);
INSERT INTO fingerprints VALUES (117469265488, 571802053259423306, 0, 1);
INSERT INTO fingerprints VALUES (119491495324, 571802053259423306, 112, 1);
INSERT INTO fingerprints VALUES (120495185436, 571802053259423306, 88, 1);
INSERT INTO fingerprints VALUES (136852448985, 571802053259423306, 64, 1);
INSERT INTO fingerprints VALUES (270495228839, 571802053259423306, -1, 1);
INSERT INTO fingerprints VALUES (331589730570, 571802825992639826, -1, 2);
INSERT INTO independent_texts VALUES (1, 1, 1.0);
INSERT INTO independent_texts VALUES (2, 2, 1.0);
INSERT INTO event_blocks VALUES (-8377848068906059694, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-8377848068906059694, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-6951033581325692432, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-6951033581325692432, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-6927100609521152591, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-6927100609521152591, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-6082833729381970657, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-6082833729381970657, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-5811095735328160698, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-5811095735328160698, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-5048237597322502703, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-5048237597322502703, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-4038609312942873311, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-4038609312942873311, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-3395037748946579516, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-3395037748946579516, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-3337366846227624246, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-3337366846227624246, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-1836015856113360300, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-1836015856113360300, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-1518513346381427153, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-1518513346381427153, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (-1005365605701285353, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (-1005365605701285353, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (2446036036656642114, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (2446036036656642114, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (3923635743364298276, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (3923635743364298276, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (4631232688435374898, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (4631232688435374898, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (4792646975617099151, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (4792646975617099151, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (5257635150789989156, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (5257635150789989156, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (5608511443112008436, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (5608511443112008436, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (6695397541914329489, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (6695397541914329489, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_blocks VALUES (7136109509876586015, '2025-01-12 d2ef7250c914.e17', 1);
INSERT INTO event_blocks VALUES (7136109509876586015, '2025-01-13 26d8aa9466f1.e8', 3);
INSERT INTO event_pairs VALUES (3, 1, 'same', 8.5, 'same day; same place; agent of the same country; patient of the same country in the same words; same number of patient');
INSERT INTO canonical_events VALUES (1, 1);
INSERT INTO canonical_events VALUES (2, 2);
INSERT INTO canonical_events VALUES (3, 3);
INSERT INTO facts VALUES (1, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (2, NULL, 1, 'date', NULL, NULL, NULL, NULL, NULL, NULL, '2025-01-09', '2025-01-09', 'day', 'January 9', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (3, NULL, 1, 'announced-date', NULL, NULL, NULL, NULL, NULL, NULL, '2025-01-11', '2025-01-11', 'day', 'Saturday', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (4, NULL, 1, 'agent', 254, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Ukrainian troops', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (5, NULL, 1, 'patient', 255, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'two North Korean soldiers', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (6, NULL, 1, 'captured', NULL, 2.0, 2.0, 2.0, 'exact', 'person', NULL, NULL, NULL, 'two North Korean soldiers', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (7, NULL, 1, 'place', 252, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Sudzha', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (8, NULL, 1, 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (9, NULL, 1, 'announced-date', NULL, NULL, NULL, NULL, NULL, NULL, '2025-01-11', '2025-01-11', 'day', 'Saturday', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (10, NULL, 1, 'first', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (11, NULL, 2, 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (12, NULL, 2, 'patient', 254, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Ukrainian troops', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (13, 254, NULL, 'nationality', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Ukraine', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (14, 255, NULL, 'nationality', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'North Korea', NULL, 1, 2, 'asserted', 251, 'Volodymyr Zelensky', 1, 1, '2025-01-12');
INSERT INTO facts VALUES (15, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (16, NULL, 3, 'date', NULL, NULL, NULL, NULL, NULL, NULL, '2025-01-09', '2025-01-09', 'day', 'January 9', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (17, NULL, 3, 'agent', 230, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Ukraine', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (18, NULL, 3, 'patient', 256, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'two North Korean soldiers', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (19, NULL, 3, 'captured', NULL, 2.0, 2.0, 2.0, 'exact', 'person', NULL, NULL, NULL, 'two North Korean soldiers', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (20, NULL, 3, 'place', 252, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Sudzha', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (21, NULL, 3, 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'yes', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (22, NULL, 3, 'first', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'no', NULL, 0, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (23, 256, NULL, 'nationality', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'North Korea', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO facts VALUES (24, 257, NULL, 'works-for', 258, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Lom Institute', NULL, 1, 3, 'asserted', NULL, 'Beta', 2, 2, '2025-01-13');
INSERT INTO event_participants VALUES (3, 230, 'agent', 1);
INSERT INTO event_participants VALUES (1, 251, 'source', 2);
INSERT INTO event_participants VALUES (2, 251, 'source', 1);
INSERT INTO event_participants VALUES (1, 252, 'place', 1);
INSERT INTO event_participants VALUES (3, 252, 'place', 1);
INSERT INTO event_participants VALUES (1, 254, 'agent', 1);
INSERT INTO event_participants VALUES (2, 254, 'patient', 1);
INSERT INTO event_participants VALUES (1, 255, 'patient', 1);
INSERT INTO event_participants VALUES (3, 256, 'patient', 1);
INSERT INTO event_cards VALUES (1, 'd2ef7250c914.e17', 'capture', 'custody', 'Ukrainian troops — capture → two North Korean soldiers, Sudzha', '2025-01-09', '2025-01-09', 'day', 'January 9', '2025-01-11', 252, 'Ukrainian troops', 'two North Korean soldiers', 'two North Korean soldiers', 'POS', 'asserted', 2, 2, 1, 1, 1, 0);
INSERT INTO event_cards VALUES (2, 'd2ef7250c914.e149', 'hospitalize', 'life', 'hospitalize → Ukrainian troops', NULL, NULL, NULL, NULL, '2025-01-12', NULL, NULL, 'Ukrainian troops', NULL, 'POS', 'asserted', 2, 1, 1, 1, 1, 0);
INSERT INTO event_cards VALUES (3, '26d8aa9466f1.e8', 'capture', 'custody', 'Ukraine — capture → two North Korean soldiers, Sudzha', '2025-01-09', '2025-01-09', 'day', 'January 9', '2025-01-13', 252, 'Ukraine', 'two North Korean soldiers', 'two North Korean soldiers', 'POS', 'asserted', 3, 2, 1, 1, 1, 0);
INSERT INTO entity_counts VALUES (230, 1, 1, 1);
INSERT INTO entity_counts VALUES (251, 1, 2, 2);
INSERT INTO entity_counts VALUES (252, 2, 2, 2);
INSERT INTO entity_counts VALUES (254, 1, 2, 2);
INSERT INTO entity_counts VALUES (255, 1, 1, 1);
INSERT INTO entity_counts VALUES (256, 1, 1, 1);
INSERT INTO entity_counts VALUES (257, 1, 2, 0);
INSERT INTO entity_counts VALUES (258, 1, 1, 0);
