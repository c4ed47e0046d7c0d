internal import SQLite
internal import Tables

/// Keeps the derived layer: a function of the runs that batches hold and of the decisions, whatever the order they came in.
///
/// Each table knows how to bring itself up to date from what is noted as new, gone and changed, so that the cost is that of
/// what is new. There is no other way to make the tables: making them anew is an update of empty tables with everything.
final class Derivation {
    private let connection: Connection
    private let scope: Scope
    /// Names are kept beside the reference tables' own and not made anew for a part of the knowledge base.
    private let keepsNames: Bool
    private let events: EventIdentity
    private let parts: [EventPartRule]
    private let entityTables: EntityTables

    /// - Parameter breadth: which events are compared.
    /// - Throws: what is wrong with the tables of `data/identity`.
    init(
        connection: Connection, data: DataFolder, breadth: ComparisonBreadth = .sure,
        scope: Scope = Scope(), keepsNames: Bool = true
    ) throws(DataError) {
        let rules = try EventRules(data: data)
        entityTables = try EntityTables(data: data)
        self.connection = connection
        self.scope = scope
        self.keepsNames = keepsNames
        parts = rules.parts
        events = EventIdentity(connection: connection, rules: rules, breadth: breadth)
    }

    /// Brings everything up to date. The caller holds a write transaction.
    /// - Parameters:
    ///   - documents: those of which the live run may be another than before; nil for all.
    ///   - decidedEvents: keys of events that people have decided about since, or taken a decision back.
    ///   - decidedEntities: the same for entities.
    func update(
        documents: [Int64]?, decidedEvents: [String] = [], decidedEntities: [String] = []
    ) throws(SQLiteError) {
        try WorkTables(connection: connection).reset()
        if documents == nil || !decidedEvents.isEmpty || !decidedEntities.isEmpty {
            try LiveDecisions(connection: connection, scope: scope).update()
        }
        // Entities are there although no document names them; events are not.
        let decidedEntities = try documents == nil ? LiveDecisions.entities(connection) : decidedEntities
        try LiveRuns(connection: connection, scope: scope).update(documents: documents)
        let isQuiet = try connection.integer(
            "SELECT NOT EXISTS (SELECT 1 FROM temp.new_runs) AND NOT EXISTS (SELECT 1 FROM temp.gone_runs)")
        if isQuiet == 1, decidedEvents.isEmpty, decidedEntities.isEmpty { return }
        if keepsNames { try EntityNames(connection: connection).update() }
        var texts = IndependentTexts(connection: connection)
        try texts.update()
        try events.update(decided: decidedEvents)
        try EventParts(connection: connection, rules: parts).update()
        let compared = try EntityBlocks(connection: connection, tables: entityTables).update()
        try EntityIdentity(connection: connection, tables: entityTables).update(
            compared: compared, decided: decidedEntities)
        try FactTable(connection: connection).collect()
        try ParticipantTable(connection: connection).collect()
        try FactTable(connection: connection).update()
        try ParticipantTable(connection: connection).update()
        try DisagreementTable(connection: connection).update()
        try EventCards(connection: connection).update()
        try SummaryTable(connection: connection).update()
        try EntityCounts(connection: connection).update()
    }

    /// Makes everything anew. The caller holds a write transaction.
    func rebuild() throws(SQLiteError) {
        for table in Self.tables { try connection.run("DELETE FROM \(table)") }
        if keepsNames {
            try connection.run("UPDATE entity_names SET uses = 0")
            try connection.run("DELETE FROM entity_names WHERE origin = 'text'")
            try connection.run("INSERT INTO name_search (name_search) VALUES ('rebuild')")
        }
        try update(documents: nil)
    }

    /// The derived tables in an order in which they can be emptied: those that refer to others first.
    ///
    /// A new one is made in `schema.sql`, with the others of its layer, and named here; nowhere else. Then `annals verify`
    /// compares it with what a rebuild gives, `--as-of` and `--known-at` make it in temporary tables, and a migration
    /// makes it anew. `update` brings it up to date from what the tables before it noted in `WorkTables`; all its columns
    /// are functions of live runs and decisions, and row numbers that nothing follows from are left out of the comparison
    /// in `Verification`.
    static let tables = [
        "entity_counts", "disagreement_sides", "disagreements", "event_cards", "event_participants", "facts",
        "canonical_entities",
        "entity_links", "entity_blocks", "event_parts", "canonical_events", "event_pairs", "event_blocks",
        "copied_sentences", "independent_texts",
        "fingerprints", "live_runs", "decided_pairs", "live_decisions",
    ]
}
