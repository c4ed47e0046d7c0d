-- Annals: the one definition of the store.
--
-- One SQLite file holds what was read, where it was read, who says so, and what follows from it. It is compiled into
-- the library; a new file is made by running it. Any SQLite client can read the file; nothing here needs an extension
-- beyond those that SQLite itself ships (FTS5, R*Tree).
--
-- Conventions
--   id        a row number, meaningful in this file only. Never shown to people, never in `annals dump`.
--   key       a public name that follows from content: the same in every file that holds the same documents.
--             A version's key is the start of the SHA-256 of its text and metadata; parts of it add a letter and a number:
--             3f9a2c1b04de.e153 is the event whose first trigger starts at code point 153, .c153 the chain whose first
--             mention starts there, .s3 statement 3. So a decision about an event still finds it when the text is read again.
--             An entity's key is its reference id (geonames:703448, annals:sbu) or kind and name (person:peter fraunholtz), with
--             what the text says by which people of one name are told apart (person:us:arms:john smith).
--   start_at, end_at
--             Unicode code points into versions.text, zero-based, end-exclusive:
--             substr(text, start_at + 1, end_at - start_at) gives the words.
--   dates     ISO 8601 text. Days: YYYY-MM-DD. earliest and latest are inclusive days; NULL means open.
--   certainty -3 certainly not, -2 probably not, -1 possibly not, 0 unknown, 1 possibly, 2 probably, 3 certain.
--
-- Layers: provenance, text, things, events, statements, identity are written once and never changed or deleted. Which
-- runs count, what is one entity or event, and all that follows is the derived layer: a function of the others that
-- does not depend on the order in which they came. Every load brings it up to date in the transaction that writes the
-- documents, in proportion to what is new; `annals verify` makes it anew beside the file's own and compares.

PRAGMA application_id = 0x414E4C53; -- "ANLS"
PRAGMA user_version = 3;

------------------------------------------------------------------------------------------------------------------------
-- Provenance: which files were loaded when, from whom, by which extractor
------------------------------------------------------------------------------------------------------------------------

-- What can be undone as one: a call of `annals load`, a reading of texts again, an import of decisions.
CREATE TABLE batches (
    id INTEGER PRIMARY KEY,                              -- counts up in the order of loading
    started TEXT NOT NULL,                               -- UTC date and time
    finished TEXT,                                       -- UTC date and time; NULL while running or when cut off
    command TEXT,                                        -- what was asked for, for `annals log`
    new_documents INTEGER NOT NULL DEFAULT 0,            -- documents seen for the first time
    changed_documents INTEGER NOT NULL DEFAULT 0,        -- documents with a new version
    same_documents INTEGER NOT NULL DEFAULT 0,           -- documents that were there already
    failed_documents INTEGER NOT NULL DEFAULT 0          -- inputs that could not be read; see failures
) STRICT;

-- Batches that were taken back. A batch counts unless a row of it here is open.
CREATE TABLE undos (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- what was taken back
    undone TEXT NOT NULL,                                -- UTC date and time
    redone TEXT                                          -- UTC date and time when it was brought back; NULL while it does not count
) STRICT;
CREATE INDEX undos_by_batch ON undos(batch_id);

-- Inputs that could not be read.
CREATE TABLE failures (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- the load it belongs to
    input TEXT NOT NULL,                                 -- path, with line or item
    reason TEXT NOT NULL                                 -- what was expected and what to do
) STRICT;

-- What turned text into annotations.
CREATE TABLE extractors (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    name TEXT NOT NULL,                                  -- annals, or the name a record gives
    version TEXT NOT NULL,                               -- its version
    resources TEXT NOT NULL,                             -- hash of the data tables and models that took part
    UNIQUE (name, version, resources)
) STRICT;

-- Outlets: who publishes.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    name TEXT NOT NULL UNIQUE                            -- as documents give it
) STRICT;

-- A document is what keeps its identity while its text changes: a URL, or else a text.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    key TEXT NOT NULL UNIQUE,                            -- the canonical URL, or text: and a hash of outlet and text
    url TEXT                                             -- as given
) STRICT;

-- An immutable text of a document with what was known about it.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    key TEXT NOT NULL UNIQUE,                            -- first 12 digits of hash
    hash TEXT NOT NULL UNIQUE,                           -- SHA-256 of text and metadata
    document_id INTEGER NOT NULL REFERENCES documents(id), -- the document it is a text of
    source_id INTEGER REFERENCES sources(id),            -- the outlet; NULL where nothing names it
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- the load that brought it
    input TEXT NOT NULL,                                 -- the path or id it was read from
    title TEXT,                                          -- headline
    author TEXT,                                         -- as given
    language TEXT,                                       -- BCP 47
    published TEXT,                                      -- ISO 8601 date or date-time; NULL where nothing says it
    text TEXT NOT NULL                                   -- normalised; every offset points into it
) STRICT;
CREATE INDEX versions_by_document ON versions(document_id);
CREATE INDEX versions_by_source ON versions(source_id);
CREATE INDEX versions_by_batch ON versions(batch_id);

-- Where each piece of a version's metadata was found.
CREATE TABLE metadata_origins (
    version_id INTEGER NOT NULL REFERENCES versions(id), -- the version it belongs to
    field TEXT NOT NULL,                                 -- title, outlet, url, author, language, published
    origin TEXT NOT NULL,                                -- front matter: date, JSON-LD: datePublished, --published …
    PRIMARY KEY (version_id, field)
) STRICT, WITHOUT ROWID;

-- One extraction of one version. Which of them count stands in live_runs.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    version_id INTEGER NOT NULL REFERENCES versions(id), -- what was read
    extractor_id INTEGER NOT NULL REFERENCES extractors(id), -- what read it
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- the load that read it
    recorded TEXT NOT NULL                               -- UTC date and time
) STRICT;
CREATE INDEX runs_by_version ON runs(version_id);
CREATE INDEX runs_by_batch ON runs(batch_id);

-- The runs that a batch asked for: those it made, and those that were there already. A run is held while a batch that
-- counts asks for it.
CREATE TABLE batch_runs (
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- the load
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- what it asked for
    input TEXT NOT NULL,                                 -- the path or id it was read from
    outcome TEXT NOT NULL,                               -- new, changed (the document was known in another version), same;
                                                         -- reread: the text was read again, and counts while a load brings it
    updated TEXT,                                        -- when the text was last changed, as the input says; ISO 8601
    PRIMARY KEY (batch_id, run_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_runs_by_run ON batch_runs(run_id);

------------------------------------------------------------------------------------------------------------------------
-- Text
------------------------------------------------------------------------------------------------------------------------

-- Sentences in text order.
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- from 0 in its run
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    UNIQUE (run_id, ordinal)
) STRICT;

-- Sentences with their words.
CREATE VIEW sentence_texts AS
SELECT s.id, s.run_id, r.version_id, s.ordinal, substr(v.text, s.start_at + 1, s.end_at - s.start_at) AS text
FROM sentences s JOIN runs r ON r.id = s.run_id JOIN versions v ON v.id = r.version_id;

-- Full-text search; rowid is sentences.id. It holds the sentences of all runs: join live_runs for those that count.
CREATE VIRTUAL TABLE sentence_search USING fts5(
    text, content = 'sentence_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

------------------------------------------------------------------------------------------------------------------------
-- Things: entities and their names, mentions, times, quantities, attributions
------------------------------------------------------------------------------------------------------------------------

-- People, agencies, places, units; groups and objects besides. Rows are local identities: what the names and the reference
-- tables say by themselves; canonical_entities is what follows from the decisions. Where no reference table knows an
-- entity, name and country are derived: the longest name that live runs have for it, and the country most of them give.
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    key TEXT NOT NULL UNIQUE,                            -- public: reference id, kind and name, or version and chain
    kind TEXT NOT NULL,                                  -- person, agency, place, unit, group, object
    name TEXT NOT NULL,                                  -- the name to show
    country TEXT,                                        -- ISO 3166-1 alpha-2
    occupation TEXT,                                     -- of people that no reference table knows: what the text says they do, a class of data/identity/occupations.tsv
    summary TEXT,                                        -- a few words: an office, what an agency does
    reference INTEGER NOT NULL DEFAULT 0                 -- 1 if it stands in the reference tables
) STRICT;
CREATE INDEX entities_by_country ON entities(country, kind);

-- Names of an entity in any script: those of the reference tables, and those that live runs have for it (derived).
CREATE TABLE entity_names (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    entity_id INTEGER NOT NULL REFERENCES entities(id),  -- whose name
    name TEXT NOT NULL,                                  -- as written
    name_key TEXT NOT NULL,                              -- lower case, no accents, single spaces: the form names are compared in
    origin TEXT NOT NULL,                                -- text (read in a document) or reference (from the tables)
    uses INTEGER NOT NULL,                               -- how many chains of live runs go by it
    UNIQUE (entity_id, name)
) STRICT;
CREATE INDEX entity_names_by_key ON entity_names(name_key);

-- Fragments of names, three characters or more, in any script; rowid is entity_names.id.
CREATE VIRTUAL TABLE name_search USING fts5(
    name, content = 'entity_names', content_rowid = 'id', tokenize = 'trigram'
);

-- Where a reference entity stands in other catalogues.
CREATE TABLE cross_references (
    entity_id INTEGER NOT NULL REFERENCES entities(id),  -- the entity
    scheme TEXT NOT NULL,                                -- geonames, wikidata
    value TEXT NOT NULL,                                 -- its id there
    PRIMARY KEY (entity_id, scheme, value)
) STRICT, WITHOUT ROWID;

-- Entities with coordinates.
CREATE TABLE places (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id), -- the entity
    latitude REAL NOT NULL,                              -- degrees, WGS 84
    longitude REAL NOT NULL,                             -- degrees, WGS 84
    precision REAL,                                      -- radius in metres within which it lies
    feature TEXT                                         -- GeoNames feature code: PPLC, ADM1, PCLI …
) STRICT;

-- The same coordinates for questions of nearness; id is places.entity_id.
CREATE VIRTUAL TABLE place_index USING rtree(id, south, north, west, east);

-- Which place lies in which.
CREATE TABLE place_containment (
    place_id INTEGER NOT NULL REFERENCES entities(id),   -- the place inside
    container_id INTEGER NOT NULL REFERENCES entities(id), -- the place around it
    depth INTEGER NOT NULL,                              -- 1 for the nearest
    PRIMARY KEY (place_id, container_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_containment_by_container ON place_containment(container_id);

-- A coreference chain: everything in one document that stands for one thing.
CREATE TABLE chains (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- the chain's number in the record
    kind TEXT NOT NULL,                                  -- person, agency, place, unit, group, object
    name TEXT NOT NULL,                                  -- its best words: the longest name, else the first nominal
    named INTEGER NOT NULL,                              -- 1 if any of its mentions is a name
    country TEXT,                                        -- ISO 3166-1 alpha-2
    entity_id INTEGER REFERENCES entities(id),           -- the local identity; NULL for chains nothing refers to
    rule TEXT,                                           -- why that identity: reference, name, document
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX chains_by_entity ON chains(entity_id);

-- Words that stand for a thing.
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- its place in the record, from 0
    chain_id INTEGER NOT NULL REFERENCES chains(id),     -- the coreference chain
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence it stands in
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL,                                 -- the words as written
    kind TEXT NOT NULL,                                  -- person, agency, place, unit, group, object
    form TEXT NOT NULL,                                  -- name, nominal, pronoun
    metonym INTEGER NOT NULL DEFAULT 0,                  -- 1 where a place stands for its government
    quantity_id INTEGER REFERENCES quantities(id),       -- how many are meant
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX mentions_by_chain ON mentions(chain_id);
CREATE INDEX mentions_by_sentence ON mentions(sentence_id);

-- Words that name a time.
CREATE TABLE times (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- its place in the record, from 0
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence it stands in
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL,                                 -- the original words, kept whatever they mean
    type TEXT NOT NULL,                                  -- TIMEX3: DATE, TIME, DURATION, SET
    value TEXT NOT NULL,                                 -- TIMEX3 value
    modifier TEXT,                                       -- TIMEX3 mod
    earliest TEXT,                                       -- NULL with latest: the text does not settle it
    latest TEXT,                                         -- last day, inclusive
    granularity TEXT,                                    -- day, week, month, season, year …
    UNIQUE (run_id, ordinal)
) STRICT;

-- Numbers in words or digits, with what they allow.
CREATE TABLE quantities (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- its place in the record, from 0
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence it stands in
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL,                                 -- the words as written
    low REAL,                                            -- lower bound; NULL where the words set none
    high REAL,                                           -- upper bound
    point REAL,                                          -- the value named
    qualifier TEXT,                                      -- about, over, up-to, between, exact …
    unit TEXT,                                           -- person, km, USD, percent, or the counted noun
    counted TEXT,                                        -- what is counted, in words
    UNIQUE (run_id, ordinal)
) STRICT;

-- Who says something. An attribution may stand inside another: "Yonhap reported that the NIS said …".
CREATE TABLE attributions (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- its place in the record, from 0
    parent_id INTEGER REFERENCES attributions(id),       -- the attribution it stands inside
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence it stands in
    speaker_chain_id INTEGER REFERENCES chains(id),      -- the speaker, where it is a mention
    speaker TEXT,                                        -- the source in words
    cue TEXT,                                            -- said, according to, reportedly
    kind TEXT,                                           -- direct, indirect, mixed, hedge, doubt
    certainty INTEGER,                                   -- what the cue commits its speaker to
    time_id INTEGER REFERENCES times(id),                -- when it was said: it dates the statement, never what is said
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX attributions_by_speaker ON attributions(speaker_chain_id);

-- Where source, cue and content of an attribution stand; each may be in several pieces.
CREATE TABLE attribution_spans (
    attribution_id INTEGER NOT NULL REFERENCES attributions(id), -- the attribution
    part TEXT NOT NULL,                                  -- source, cue, content
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    PRIMARY KEY (attribution_id, part, start_at)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------------------------------------------------------
-- Events
------------------------------------------------------------------------------------------------------------------------

-- The ontology, copied from data/ontology/events.tsv so that the file explains itself.
CREATE TABLE event_types (
    name TEXT PRIMARY KEY,                               -- attack, capture, deploy …
    class TEXT NOT NULL,                                 -- the upper level: conflict, custody, diplomacy …
    definition TEXT NOT NULL,                            -- one sentence that tells it from its neighbours
    plover TEXT,                                         -- PLOVER root
    mode TEXT,                                           -- PLOVER mode
    cameo TEXT,                                          -- CAMEO root, two digits
    acled TEXT,                                          -- ACLED event or sub-event type
    number_role TEXT,                                    -- the role that plain numbers count
    measure TEXT,                                        -- the predicate that such numbers feed
    phrase TEXT                                          -- how it is named in a sentence: noun; role=preposition …
) STRICT, WITHOUT ROWID;

-- One event of one document; canonical_events joins the accounts of several documents.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    key TEXT NOT NULL,                                   -- version key, .e, where its first trigger starts; unique among live runs
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    type TEXT NOT NULL,                                  -- a name of event_types
    UNIQUE (run_id, key)
) STRICT;
CREATE INDEX events_by_key ON events(key);

-- What an event is compared by with the events of other documents.
CREATE TABLE event_signatures (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),  -- the event
    signature TEXT NOT NULL                              -- JSON: words, participants by role, places, times, numbers
) STRICT;

-- What the text of a run is about, by which events of different texts are compared, too.
CREATE TABLE text_profiles (
    run_id INTEGER PRIMARY KEY REFERENCES runs(id),      -- the extraction it comes from
    terms TEXT NOT NULL                                  -- stems of its most telling words, each with its weight in thousandths
) STRICT;

-- A trigger with how the event is put forward there.
CREATE TABLE event_mentions (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    event_id INTEGER NOT NULL REFERENCES events(id),     -- the event of its document that it is a mention of
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    ordinal INTEGER NOT NULL,                            -- its place in the record, from 0
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence it stands in
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL,                                 -- the trigger
    type TEXT NOT NULL,                                  -- a name of event_types
    polarity TEXT NOT NULL,                              -- POS, NEG
    modality TEXT,                                       -- asserted, hedged, future, conditional, ordered, habitual, denied
    tense TEXT,                                          -- past, present, future
    certainty INTEGER,                                   -- -3 to 3
    attribution_id INTEGER REFERENCES attributions(id),  -- the innermost one that holds it; NULL: the outlet speaks
    rule TEXT,                                           -- the line of the data table that made it
    UNIQUE (run_id, ordinal)
) STRICT;
CREATE INDEX event_mentions_by_event ON event_mentions(event_id);

-- Who and what takes part, by role.
CREATE TABLE event_arguments (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id), -- the trigger it belongs to
    role TEXT NOT NULL,                                  -- agent, patient, place, number …
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL,                                 -- the words as written
    chain_id INTEGER REFERENCES chains(id),              -- the coreference chain
    quantity_id INTEGER REFERENCES quantities(id)        -- the number, where there is one
) STRICT;
CREATE INDEX event_arguments_by_mention ON event_arguments(event_mention_id);
CREATE INDEX event_arguments_by_chain ON event_arguments(chain_id);

-- Times by role: when it happened and when it was announced are never mixed.
CREATE TABLE event_times (
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id), -- the trigger it belongs to
    role TEXT NOT NULL,                                  -- occurred, announced, started, ended
    time_id INTEGER NOT NULL REFERENCES times(id),       -- the time
    PRIMARY KEY (event_mention_id, role, time_id)
) STRICT, WITHOUT ROWID;

-- What is said of an event's rank: that it is, or is not, the first, only, largest.
CREATE TABLE event_claims (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    event_mention_id INTEGER NOT NULL REFERENCES event_mentions(id), -- the trigger it belongs to
    kind TEXT NOT NULL,                                  -- first, only, largest …
    holds INTEGER NOT NULL,                              -- 0 for "not the first"
    start_at INTEGER NOT NULL,                           -- first code point
    end_at INTEGER NOT NULL,                             -- code point after the last
    words TEXT NOT NULL                                  -- the words as written
) STRICT;

------------------------------------------------------------------------------------------------------------------------
-- Statements: subject, predicate, value; who says it and how surely
------------------------------------------------------------------------------------------------------------------------

-- What can be said, copied from data/ontology/predicates.tsv.
CREATE TABLE predicates (
    name TEXT PRIMARY KEY,                               -- date, place, number-of-patient, holds-office …
    label TEXT NOT NULL,                                 -- for people
    subject TEXT NOT NULL,                               -- event, or kinds of entity
    object TEXT NOT NULL,                                -- entity, quantity, time, text, boolean
    cardinality TEXT NOT NULL,                           -- one: two values conflict; many: they do not
    tolerance REAL NOT NULL,                             -- relative: numbers closer than this agree
    conflict TEXT NOT NULL,                              -- the kind of disagreement it can raise: number, date, place, participant, polarity (and denial), rank, none
    description TEXT NOT NULL,                           -- one sentence
    course TEXT,                                         -- how a figure goes with time: fixed, cumulative, varying, age; NULL: fixed
    days INTEGER,                                        -- varying: figures given within so many days are of one time
    question TEXT,                                       -- what accounts differ on, as a clause: how many {people} were killed
    figure TEXT                                          -- what rises or falls: the death toll
) STRICT, WITHOUT ROWID;

-- The lines that disagreements are told in, copied from data/ontology/disagreement-lines.tsv.
CREATE TABLE summary_lines (
    kind TEXT NOT NULL,                                  -- number, date … or any
    nature TEXT NOT NULL,                                -- conflict, revision, refinement, change
    course TEXT NOT NULL,                                -- a course of predicates, or any
    line TEXT NOT NULL,                                  -- a sentence with {slots}
    PRIMARY KEY (kind, nature, course)
) STRICT, WITHOUT ROWID;

-- One claim as one sentence makes it. Exactly one of the two subjects is set; the values that apply are set.
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    key TEXT NOT NULL,                                   -- version key, .s, number; unique among live runs
    run_id INTEGER NOT NULL REFERENCES runs(id),         -- the extraction it comes from
    subject_chain_id INTEGER REFERENCES chains(id),      -- what it is said of, where that is a thing
    subject_entity_id INTEGER REFERENCES entities(id),   -- a subject known by its country only: North Korea of "North Korean troops"
    subject_event_id INTEGER REFERENCES events(id),      -- what it is said of, where that is an event
    predicate TEXT NOT NULL REFERENCES predicates(name), -- a name of predicates
    object_chain_id INTEGER REFERENCES chains(id),       -- the value, where it is a thing
    quantity_id INTEGER REFERENCES quantities(id),       -- the value, where it is a number
    time_id INTEGER REFERENCES times(id),                -- the value of a date, else when it holds
    value TEXT,                                          -- words, where the value is neither of these
    scope_chain_id INTEGER REFERENCES chains(id),        -- the place it holds for
    holds INTEGER NOT NULL DEFAULT 1,                    -- 0 where the text denies it
    certainty INTEGER NOT NULL,                          -- -3 to 3
    modality TEXT,                                       -- as in event_mentions
    event_mention_id INTEGER REFERENCES event_mentions(id), -- the trigger it comes from
    attribution_id INTEGER REFERENCES attributions(id),  -- the innermost one that holds it; NULL: the outlet speaks
    voice_id INTEGER REFERENCES attributions(id),        -- the innermost one that names a source; NULL: the outlet speaks
    sentence_id INTEGER REFERENCES sentences(id),        -- the sentence that says it
    start_at INTEGER NOT NULL,                           -- the words that say it
    end_at INTEGER NOT NULL,                             -- code point after the last of them
    rule TEXT NOT NULL,                                  -- what made the statement of the annotations
    since_id INTEGER REFERENCES times(id),               -- since when it holds
    until_id INTEGER REFERENCES times(id),               -- until when it held
    ended INTEGER,                                       -- 1 where the text says that it no longer holds
    number REAL,                                         -- the value, where it is a plain number without a quantity: an age
    counted TEXT,                                        -- what the number counts, as a class: soldier, person, child
    UNIQUE (run_id, key)
) STRICT;
CREATE INDEX statements_by_key ON statements(key);
CREATE INDEX statements_by_event ON statements(subject_event_id);

------------------------------------------------------------------------------------------------------------------------
-- Identity: decisions, append-only
------------------------------------------------------------------------------------------------------------------------

-- That two entities or two events are the same, or are not: what people say. Of what one author said about a pair the latest
-- row counts; an undo row takes another row back, a redo row takes an undo row back. Keys outlive reading the texts again, and
-- may be those of texts that are not here. What the machine makes of pairs is derived: event_pairs, entity_links.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    subject TEXT NOT NULL,                               -- entity, event
    left_key TEXT NOT NULL,                              -- the smaller key
    right_key TEXT NOT NULL,                             -- the larger key
    verdict TEXT NOT NULL,                               -- same, different, unsure; undo, redo
    undoes INTEGER REFERENCES decisions(id),             -- for undo: the decision that is taken back; for redo: the undo
    reasons TEXT NOT NULL,                               -- in words
    author TEXT NOT NULL,                                -- who decides
    made TEXT NOT NULL                                   -- UTC date and time to the millisecond; no two of this file's own are alike
) STRICT;
CREATE INDEX decisions_by_undone ON decisions(undoes);
CREATE INDEX decisions_by_left ON decisions(left_key);
CREATE INDEX decisions_by_right ON decisions(right_key);

-- The decisions that a batch brought from somebody else. One that stands here counts while a batch that counts holds it; one that
-- does not was made in this file.
CREATE TABLE batch_decisions (
    batch_id INTEGER NOT NULL REFERENCES batches(id),    -- the import
    decision_id INTEGER NOT NULL REFERENCES decisions(id), -- what it brought
    PRIMARY KEY (batch_id, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_decisions_by_decision ON batch_decisions(decision_id);

------------------------------------------------------------------------------------------------------------------------
-- Derived: a function of the runs that batches hold, and of the decisions. Never edit: kept up to date by every load.
------------------------------------------------------------------------------------------------------------------------

-- The decisions that count: of each author the last word about a pair that was not taken back and that this file made or a
-- batch that counts holds.
CREATE TABLE live_decisions (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions(id) -- the decision
) STRICT;

-- What follows from the decisions that count for each pair. Of two people who say same and different neither wins: the pair
-- is unsure. Who is sure goes before who is not.
CREATE TABLE decided_pairs (
    subject TEXT NOT NULL,                               -- entity, event
    left_key TEXT NOT NULL,                              -- the smaller key
    right_key TEXT NOT NULL,                             -- the larger key
    verdict TEXT NOT NULL,                               -- same, different, unsure
    contested INTEGER NOT NULL,                          -- 1 where one says same and another different
    made TEXT NOT NULL,                                  -- when the last word about it was said
    reasons TEXT NOT NULL,                               -- who says what, with reasons
    PRIMARY KEY (subject, left_key, right_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_pairs_by_right ON decided_pairs(right_key);

-- The run that counts of each document that a batch holds: of its newest version (the one updated, else published last;
-- a date goes before none; else the longer text, else the larger hash) the latest reading.
CREATE TABLE live_runs (
    run_id INTEGER PRIMARY KEY REFERENCES runs(id),      -- the run
    version_id INTEGER NOT NULL UNIQUE REFERENCES versions(id), -- what it read
    document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id) -- what that is a text of
) STRICT;

-- Fingerprints of live versions: of the hashes of their word 5-grams some that two texts with 16 words in a row in
-- common are sure to share. The first row of a hash is the text that published those words first.
CREATE TABLE fingerprints (
    hash INTEGER NOT NULL,                               -- of five words; of the whole text where position is -1
    place INTEGER NOT NULL,                              -- the order of texts: minute of publication, then hash; undated ones last
    position INTEGER NOT NULL,                           -- code point where the five words start
    version_id INTEGER NOT NULL REFERENCES versions(id), -- the version that has it
    PRIMARY KEY (hash, place, position, version_id)
) STRICT, WITHOUT ROWID;

-- Which text each live version is: itself, or the earlier one that it is a copy of. Copies count as one text.
CREATE TABLE independent_texts (
    version_id INTEGER PRIMARY KEY REFERENCES versions(id), -- the version
    text_id INTEGER NOT NULL REFERENCES versions(id),    -- the version that stands for the text
    share REAL NOT NULL                                  -- the part of its fingerprints that it has from there; 1 for itself
) STRICT;
CREATE INDEX independent_texts_by_text ON independent_texts(text_id);

-- Sentences that stand in an earlier text than that of their version: a wire story inside a longer article.
CREATE TABLE copied_sentences (
    sentence_id INTEGER PRIMARY KEY REFERENCES sentences(id), -- the sentence
    text_id INTEGER NOT NULL REFERENCES versions(id),    -- the version that stands for the text it comes from
    version_id INTEGER NOT NULL REFERENCES versions(id)  -- the version it stands in
) STRICT;
CREATE INDEX copied_sentences_by_version ON copied_sentences(version_id);

-- Blocks of live events that share two features. Only neighbours in a block are compared.
CREATE TABLE event_blocks (
    block INTEGER NOT NULL,                              -- hash of the type and two features
    place TEXT NOT NULL,                                 -- date of publication and key of the event: the order within the block
    event_id INTEGER NOT NULL REFERENCES events(id),     -- the event
    PRIMARY KEY (block, place)
) STRICT, WITHOUT ROWID;

-- Pairs of live events of different documents that may be one, with the machine's opinion.
CREATE TABLE event_pairs (
    left_id INTEGER NOT NULL REFERENCES events(id),      -- the one with the smaller key
    right_id INTEGER NOT NULL REFERENCES events(id),     -- the one with the larger key
    verdict TEXT NOT NULL,                               -- same, unsure
    score REAL NOT NULL,                                 -- the probability that they are one, 0 to 1
    reasons TEXT NOT NULL,                               -- in words
    PRIMARY KEY (left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_pairs_by_right ON event_pairs(right_id);

-- The live events, each with the event that stands for all accounts of it.
CREATE TABLE canonical_events (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),  -- an account
    canonical_id INTEGER NOT NULL REFERENCES events(id)  -- the account published first
) STRICT;
CREATE INDEX canonical_events_by_canonical ON canonical_events(canonical_id);

-- Canonical events that are parts of others: the killing of the strike, the capture of the offensive.
CREATE TABLE event_parts (
    part_id INTEGER NOT NULL REFERENCES events(id),      -- canonical
    whole_id INTEGER NOT NULL REFERENCES events(id),     -- canonical
    score REAL NOT NULL,                                 -- how sure, 0 to 1
    reasons TEXT NOT NULL,                               -- in words
    PRIMARY KEY (part_id, whole_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parts_by_whole ON event_parts(whole_id);

-- What names are found by: live entities that share a block are compared with each other, never all pairs.
CREATE TABLE entity_blocks (
    entity_id INTEGER NOT NULL REFERENCES entities(id),  -- a named person, agency or unit
    name TEXT NOT NULL,                                  -- a name of it, of the text or of the reference tables
    block INTEGER NOT NULL,                              -- hash of what is left of the name when spellings are levelled
    PRIMARY KEY (entity_id, name, block)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_blocks_by_block ON entity_blocks(block);

-- Pairs of entities that are or may be one, with the machine's opinion: because of their names and what is said of them, or
-- because they fill one role of one canonical event in different documents. What people decide goes before it.
CREATE TABLE entity_links (
    event_id INTEGER NOT NULL,                           -- the canonical event whose role they share; 0: told by their names
    left_id INTEGER NOT NULL REFERENCES entities(id),    -- the one with the smaller key
    right_id INTEGER NOT NULL REFERENCES entities(id),   -- the one with the larger key
    verdict TEXT NOT NULL,                               -- same, unsure
    score REAL NOT NULL,                                 -- probability that they are one, 0 to 1
    reasons TEXT NOT NULL,                               -- in words
    PRIMARY KEY (event_id, left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_links_by_left ON entity_links(left_id);
CREATE INDEX entity_links_by_right ON entity_links(right_id);

-- Entities that are merged into another. Those without a row stand for themselves.
CREATE TABLE canonical_entities (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id), -- a local identity
    canonical_id INTEGER NOT NULL REFERENCES entities(id) -- the entity that stands for it
) STRICT;
CREATE INDEX canonical_entities_by_canonical ON canonical_entities(canonical_id);

-- Statements of live runs with canonical subjects, comparable values and a voice.
CREATE TABLE facts (
    id INTEGER PRIMARY KEY REFERENCES statements(id),    -- the statement it is
    subject_entity_id INTEGER REFERENCES entities(id),   -- canonical
    subject_event_id INTEGER REFERENCES events(id),      -- canonical
    predicate TEXT NOT NULL REFERENCES predicates(name), -- a name of predicates
    object_id INTEGER REFERENCES entities(id),           -- canonical
    low REAL,                                            -- numbers: what the words allow; a plain "some 11,000" has low = high = 11000
    high REAL,                                           -- NULL: no upper bound
    point REAL,                                          -- the value named
    qualifier TEXT,                                      -- about, over, up-to …
    unit TEXT,                                           -- person, km, USD …
    earliest TEXT,                                       -- dates, or when the statement holds
    latest TEXT,                                         -- last day, inclusive
    granularity TEXT,                                    -- day, week, month, season, year …
    value TEXT,                                          -- the value in words, always
    scope_id INTEGER REFERENCES entities(id),            -- canonical: the place it holds for
    holds INTEGER NOT NULL,                              -- 0 where it is denied
    certainty INTEGER NOT NULL,                          -- -3 to 3
    modality TEXT NOT NULL,                              -- asserted, hedged, denied; or future, conditional, ordered, habitual
    voice_id INTEGER REFERENCES entities(id),            -- canonical speaker; NULL where none is known by name
    voice TEXT NOT NULL,                                 -- speaker in words, else the outlet, else the document
    version_id INTEGER NOT NULL REFERENCES versions(id), -- where it was read
    text_id INTEGER NOT NULL REFERENCES versions(id),    -- the independent text
    published TEXT,                                      -- when that was published
    ended INTEGER NOT NULL,                              -- 1 where the text says that it no longer holds
    counted TEXT,                                        -- what the number counts, as a class; NULL: not said
    voice_key TEXT NOT NULL                              -- one for each independent voice: the speaker, else who published the text first
) STRICT;
CREATE INDEX facts_by_entity ON facts(subject_entity_id, predicate) WHERE subject_entity_id IS NOT NULL;
CREATE INDEX facts_by_event ON facts(subject_event_id, predicate, version_id) WHERE subject_event_id IS NOT NULL;
CREATE INDEX facts_by_object ON facts(object_id, predicate) WHERE object_id IS NOT NULL;
CREATE INDEX facts_by_voice ON facts(voice_id) WHERE voice_id IS NOT NULL;
CREATE INDEX facts_by_scope ON facts(scope_id) WHERE scope_id IS NOT NULL;
CREATE INDEX facts_by_version ON facts(version_id);
CREATE INDEX facts_by_predicate ON facts(predicate);

-- Who takes part in a canonical event, over all its mentions.
CREATE TABLE event_participants (
    event_id INTEGER NOT NULL REFERENCES events(id),     -- canonical
    entity_id INTEGER NOT NULL REFERENCES entities(id),  -- canonical
    role TEXT NOT NULL,                                  -- a role of the type's frame, or source for who tells it
    mentions INTEGER NOT NULL,                           -- how many mentions say so
    PRIMARY KEY (entity_id, event_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_participants_by_event ON event_participants(event_id);

-- A canonical event at a glance.
CREATE TABLE event_cards (
    event_id INTEGER PRIMARY KEY REFERENCES events(id),  -- canonical
    key TEXT NOT NULL,                                   -- events.key of the account that stands for it
    type TEXT NOT NULL,                                  -- a name of event_types
    class TEXT NOT NULL,                                 -- upper level of the ontology
    title TEXT NOT NULL,                                 -- one line: who did what to whom, where
    earliest TEXT,                                       -- over all mentions, by the finest one; NULL: undated
    latest TEXT,                                         -- last day, inclusive
    granularity TEXT,                                    -- day, week, month, season, year …
    date_words TEXT,                                     -- the original words
    announced TEXT,                                      -- the earliest day of announcement or publication: an upper bound, no date of the event
    place_id INTEGER REFERENCES entities(id),            -- the place most mentions give; the finest of several
    agents TEXT,                                         -- names in the role agent, three at most
    patients TEXT,                                       -- names in the role patient, three at most
    numbers TEXT,                                        -- "two soldiers; killed 11 (3 Mar, BBC) → 14 (5 Mar, AFP)"
    polarity TEXT NOT NULL,                              -- POS, NEG, or both: POS/NEG
    modality TEXT NOT NULL,                              -- the firmest of its mentions
    certainty INTEGER NOT NULL,                          -- the highest of its mentions
    mentions INTEGER NOT NULL,                           -- how many triggers name it
    documents INTEGER NOT NULL,                          -- how many documents tell it
    texts INTEGER NOT NULL,                              -- independent texts: copies count once
    voices INTEGER NOT NULL,                             -- different speakers
    disputed INTEGER NOT NULL                            -- number of conflicts and revisions about it
) STRICT;
CREATE INDEX event_cards_by_date ON event_cards(earliest);
CREATE INDEX event_cards_by_type ON event_cards(type);
CREATE INDEX event_cards_by_place ON event_cards(place_id);

-- A question that accounts answer differently: different values for one subject and predicate that cannot all be exactly
-- right, or of which one is later, narrower or finer. The answers are its disagreement_sides.
CREATE TABLE disagreements (
    id INTEGER PRIMARY KEY,                              -- row number, in this file only
    subject_entity_id INTEGER REFERENCES entities(id),   -- what it is about, where that is a thing; canonical
    subject_event_id INTEGER REFERENCES events(id),      -- what it is about, where that is an event; canonical
    predicate TEXT NOT NULL REFERENCES predicates(name), -- a name of predicates
    kind TEXT NOT NULL,                                  -- number, date, place, participant, polarity, denial, rank
    nature TEXT NOT NULL,                                -- conflict (voices at odds), revision (one voice, later, another value), change (the thing itself changed), refinement (the values fit)
    first_fact_id INTEGER NOT NULL REFERENCES statements(id), -- the fact of the first side
    sides INTEGER NOT NULL,                              -- how many different answers
    texts INTEGER NOT NULL,                              -- independent texts that give one of them
    voices INTEGER NOT NULL,                             -- independent voices that give one of them
    summary TEXT NOT NULL,                               -- one sentence that says who says what
    UNIQUE (first_fact_id, nature, kind)
) STRICT;
CREATE INDEX disagreements_by_entity ON disagreements(subject_entity_id, predicate);
CREATE INDEX disagreements_by_event ON disagreements(subject_event_id);
CREATE INDEX disagreements_by_weight ON disagreements(nature, texts);

-- The answers to such a question, in the order in which they were published first.
CREATE TABLE disagreement_sides (
    disagreement_id INTEGER NOT NULL REFERENCES disagreements(id), -- the question
    number INTEGER NOT NULL,                             -- from 1, by publication
    fact_id INTEGER NOT NULL REFERENCES statements(id),  -- the first fact that gives the answer
    texts INTEGER NOT NULL,                              -- independent texts that give it: copies count once
    voices INTEGER NOT NULL,                             -- independent voices that give it: a speaker in ten outlets counts once
    PRIMARY KEY (disagreement_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_sides_by_fact ON disagreement_sides(fact_id);

-- How often each canonical entity is named.
CREATE TABLE entity_counts (
    entity_id INTEGER PRIMARY KEY REFERENCES entities(id), -- canonical
    documents INTEGER NOT NULL,                          -- live documents that name it
    mentions INTEGER NOT NULL,                           -- mentions in them
    events INTEGER NOT NULL                              -- canonical events it takes part in
) STRICT;

------------------------------------------------------------------------------------------------------------------------
-- Views for people
------------------------------------------------------------------------------------------------------------------------

-- The current text of every document.
CREATE VIEW live_documents AS
SELECT v.id AS version_id, r.run_id, v.key, v.title, o.name AS outlet, d.url, v.author, v.language, v.published, v.text,
    t.text_id
FROM live_runs r
JOIN versions v ON v.id = r.version_id
JOIN documents d ON d.id = v.document_id
LEFT JOIN sources o ON o.id = v.source_id
LEFT JOIN independent_texts t ON t.version_id = v.id;

-- Every local identity with the entity that stands for it.
CREATE VIEW entity_identities AS
SELECT e.id AS entity_id, coalesce(c.canonical_id, e.id) AS canonical_id
FROM entities e LEFT JOIN canonical_entities c ON c.entity_id = e.id;

-- Facts as queries show them: all columns of facts, and
--   key              of the statement, for people
--   subject          the entity's name or the event's title
--   label            of the predicate, with "not:" before it where it is denied
--   dates            one day, or first … last
--   certainty_words  certain, probable, possible, unknown, doubtful, improbable, denied
--   scope            name of the place it holds for
--   source, day      who published it (outlet, else title, else version key), and on which day
--   sentence         the words that say it
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

-- Events as queries show them: all columns of event_cards, and
--   dates            one day, or first … last
--   certainty_words  as in fact_lines
--   place, country   name of the place, and the code of its country
--   sentence         the first one that tells of it
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

-- Facts in words.
CREATE VIEW readable_facts AS
SELECT f.key AS statement, f.subject, f.label AS predicate, f.value, f.dates, f.scope, f.certainty_words AS certainty,
    f.modality, f.voice, f.source, f.day AS published, f.sentence
FROM fact_lines f;

-- Disagreements in words: a line for each answer, in the order of publication.
CREATE VIEW readable_disagreements AS
SELECT d.summary, d.kind, d.nature, l.subject, p.label AS predicate, s.number AS side,
    CASE WHEN d.kind IN ('polarity', 'denial', 'rank') THEN CASE l.holds WHEN 1 THEN 'yes' ELSE 'no' END ELSE l.value END AS value,
    l.voice, s.texts, s.voices, l.day AS published, l.key AS statement, l.sentence
FROM disagreements d
JOIN predicates p ON p.name = d.predicate
JOIN disagreement_sides s ON s.disagreement_id = d.id
JOIN fact_lines l ON l.id = s.fact_id;

-- Events in words.
CREATE VIEW readable_events AS
SELECT c.key, c.type, c.title, c.dates, c.date_words, c.place, c.agents, c.patients, c.numbers, c.polarity, c.modality,
    c.certainty_words AS certainty, c.documents, c.texts, c.voices, c.disputed, c.sentence
FROM event_lines c;
