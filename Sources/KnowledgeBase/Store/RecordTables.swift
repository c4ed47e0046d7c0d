internal import SQLite

/// The tables that a record's layers are written to, each with its insertion compiled once for a whole load.
final class RecordTables {
    let sentences: Insertion
    let sentenceSearch: Insertion
    let quantities: Insertion
    let times: Insertion
    let chains: Insertion
    let mentions: Insertion
    let attributions: Insertion
    let attributionSpans: Insertion
    let events: Insertion
    let eventMentions: Insertion
    let eventArguments: Insertion
    let eventTimes: Insertion
    let eventClaims: Insertion
    let eventSignatures: Insertion
    let textProfiles: Insertion
    let statements: Insertion

    init(_ connection: Connection) throws(SQLiteError) {
        sentences = try Insertion(connection, into: "sentences", "run_id", "ordinal", "start_at", "end_at")
        sentenceSearch = try Insertion(connection, into: "sentence_search", "rowid", "text")
        quantities = try Insertion(
            connection, into: "quantities", "run_id", "ordinal", "sentence_id", "start_at", "end_at", "words", "low",
            "high", "point", "qualifier", "unit", "counted")
        times = try Insertion(
            connection, into: "times", "run_id", "ordinal", "sentence_id", "start_at", "end_at", "words", "type",
            "value", "modifier", "earliest", "latest", "granularity")
        chains = try Insertion(
            connection, into: "chains", "run_id", "ordinal", "kind", "name", "named", "country", "entity_id", "rule")
        mentions = try Insertion(
            connection, into: "mentions", "run_id", "ordinal", "chain_id", "sentence_id", "start_at", "end_at", "words",
            "kind", "form", "metonym", "quantity_id")
        attributions = try Insertion(
            connection, into: "attributions", "run_id", "ordinal", "sentence_id", "speaker_chain_id", "speaker", "cue",
            "kind", "certainty", "time_id")
        attributionSpans = try Insertion(
            connection, into: "attribution_spans", "attribution_id", "part", "start_at", "end_at",
            ignoresConflicts: true)
        events = try Insertion(connection, into: "events", "key", "run_id", "type")
        eventMentions = try Insertion(
            connection, into: "event_mentions", "event_id", "run_id", "ordinal", "sentence_id", "start_at", "end_at",
            "words", "type", "polarity", "modality", "tense", "certainty", "attribution_id", "rule")
        eventArguments = try Insertion(
            connection, into: "event_arguments", "event_mention_id", "role", "start_at", "end_at", "words", "chain_id",
            "quantity_id")
        eventTimes = try Insertion(
            connection, into: "event_times", "event_mention_id", "role", "time_id", ignoresConflicts: true)
        eventClaims = try Insertion(
            connection, into: "event_claims", "event_mention_id", "kind", "holds", "start_at", "end_at", "words")
        eventSignatures = try Insertion(connection, into: "event_signatures", "event_id", "signature")
        textProfiles = try Insertion(connection, into: "text_profiles", "run_id", "terms")
        statements = try Insertion(
            connection, into: "statements", "key", "run_id", "subject_chain_id", "subject_entity_id",
            "subject_event_id", "predicate", "object_chain_id", "quantity_id", "time_id", "value", "scope_chain_id",
            "holds", "certainty", "modality", "event_mention_id", "attribution_id", "voice_id", "sentence_id",
            "start_at", "end_at", "rule", "since_id", "until_id", "ended", "number", "counted")
    }
}
