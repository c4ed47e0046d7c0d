internal import SQLite
internal import Tables

/// Writes canonical events as PLOVER records, one a line, in the order of their keys. Types that have no category of PLOVER
/// are left out, and so are events whose sources are not of the sectors that `ontology/plover.tsv` asks for.
final class PloverExport {
    private let connection: Connection
    private let scheme: PloverScheme
    private let tables: ActorTables
    private let coder: ActorCoder

    /// So long before it is told a thing is history, in days.
    private static let historicalAge = 365

    init(connection: Connection, data: DataFolder) throws(DataError) {
        self.connection = connection
        scheme = try PloverScheme(data: data)
        tables = try ActorTables(data: data)
        coder = ActorCoder(connection: connection, tables: tables)
    }

    /// - Returns: how many records there are.
    func write(_ write: (String) -> Void) throws(SQLiteError) -> Int {
        var count = 0
        try connection.each(
            """
            SELECT c.event_id, c.key, c.type, t.plover, t.mode, t.cameo, t.acled, c.earliest, c.latest, c.granularity,
                c.announced, c.place_id, c.polarity, c.modality, c.certainty, c.texts, c.documents, c.voices, c.disputed,
                julianday(c.announced) - julianday(c.latest) > ?
            FROM event_cards c JOIN event_types t ON t.name = c.type
            WHERE t.plover IS NOT NULL ORDER BY c.key
            """, Self.historicalAge
        ) { row throws(SQLiteError) in
            let category = row.text(3)
            let event = row.integer(0)
            guard let figures = scheme.category(category),
                let roles = scheme.roles(ofType: row.text(2), category: category)
            else { return }
            let earliest = row.optionalText(7)
            var record = PloverRecord(
                id: row.text(1), date: earliest ?? row.optionalText(10),
                dateBasis: earliest != nil ? "event" : row.isNull(10) ? nil : "announced",
                granularity: earliest == nil ? nil : row.optionalText(9), categories: [category],
                mode: row.optionalText(4), type: row.text(2), cameo: row.optionalText(5), acled: row.optionalText(6),
                polarity: row.text(12), modality: row.text(13), certainty: row.int(14), texts: row.int(15),
                documents: row.int(16), voices: row.int(17), disagreements: row.int(18))
            if let earliest, let latest = row.optionalText(8), latest != earliest { record.endDate = latest }
            let isHistorical = earliest != nil && row.bool(19)
            if record.modality == "future", !figures.intent.isEmpty, figures.intent != category {
                record.categories.insert(figures.intent, at: 0)
            }
            let leading = record.categories.first.flatMap(scheme.category) ?? figures
            record.quad = leading.quad
            record.scale = leading.scale
            record.contexts = roles.contexts + Self.outlook(of: record, isHistorical: isHistorical)
            guard try addActors(to: &record, event: event, roles: roles) else { return }
            if record.sources.isEmpty, try isDisaster(event) { return }
            if let place = row.optionalInteger(11) { record.place = try self.place(place) }
            try addEvidence(to: &record, event: event)
            try addFigures(to: &record, event: event)
            write(record.line() + "\n")
            count += 1
        }
        return count
    }

    /// PLOVER's contexts for what has not happened, or long ago.
    private static func outlook(of record: PloverRecord, isHistorical: Bool) -> [String] {
        var contexts: [String] = []
        if record.polarity == "NEG" || record.modality == "denied" { contexts.append("negation") }
        switch record.modality {
        case "future": contexts.append("future")
        case "conditional", "ordered": contexts.append("hypothetical")
        default: if isHistorical { contexts.append("historical") }
        }
        return contexts
    }

    /// Whether it has no source and is told beside a flood, a fire or a crash: nobody's deed, and no event of PLOVER.
    private func isDisaster(_ event: Int64) throws(SQLiteError) -> Bool {
        try connection.integer(
            """
            SELECT 1 FROM canonical_events x
            CROSS JOIN event_mentions m ON m.event_id = x.event_id
            CROSS JOIN event_mentions d ON d.run_id = m.run_id AND d.sentence_id = m.sentence_id
            CROSS JOIN event_types t ON t.name = d.type AND t.class = 'disaster'
            WHERE x.canonical_id = ? AND d.type <> 'explode' LIMIT 1
            """, event) != nil
    }

    // MARK: Participants

    /// Who fills a role, by the words that say it best.
    private struct Filler {
        var role: String
        var entity: Int64
        var words: String
        var isMetonym: Bool
    }

    /// - Returns: false if the event is no event of PLOVER because of who its source is.
    private func addActors(
        to record: inout PloverRecord, event: Int64, roles: PloverScheme.Entry
    ) throws(SQLiteError) -> Bool {
        var fillers: [Filler] = []
        // Of the words for one participant those that are no pronoun and that most mentions use.
        try connection.each(
            """
            SELECT role, entity, words, metonym FROM (
                SELECT a.role, coalesce(i.canonical_id, c.entity_id) AS entity, a.words, count(*) AS uses,
                    max(coalesce(p.form, 'nominal') <> 'pronoun') AS speaks, max(coalesce(p.metonym, 0)) AS metonym
                FROM canonical_events x
                CROSS JOIN event_mentions m ON m.event_id = x.event_id
                CROSS JOIN event_arguments a ON a.event_mention_id = m.id
                CROSS JOIN chains c ON c.id = a.chain_id
                LEFT JOIN canonical_entities i ON i.entity_id = c.entity_id
                LEFT JOIN mentions p ON p.chain_id = c.id AND p.start_at = a.start_at AND p.end_at = a.end_at
                WHERE x.canonical_id = ? AND c.entity_id IS NOT NULL
                GROUP BY 1, 2, 3
            ) AS filler JOIN entities e ON e.id = filler.entity
            ORDER BY e.key, role, speaks DESC, uses DESC, words
            """, event
        ) { row in
            if let last = fillers.last, last.role == row.text(0), last.entity == row.integer(1) { return }
            fillers.append(
                Filler(role: row.text(0), entity: row.integer(1), words: row.text(2), isMetonym: row.bool(3)))
        }
        record.sources = try actors(in: roles.source, fillers, on: record.date, beside: [])
        record.recipients = try actors(in: roles.recipient, fillers, on: record.date, beside: record.sources)
        return roles.sectors.isEmpty || record.sources.contains { roles.sectors.contains($0.coded.sector) }
    }

    /// The actors in the first of the choices of roles that anybody fills.
    /// - Parameter others: who is not to be named again.
    private func actors(
        in choices: [Set<String>], _ fillers: [Filler], on day: String?, beside others: [PloverRecord.Actor]
    ) throws(SQLiteError) -> [PloverRecord.Actor] {
        for roles in choices {
            var found: [PloverRecord.Actor] = []
            for filler in fillers where roles.contains(filler.role) {
                guard let coded = try coder.actor(filler.entity, on: day, isMetonym: filler.isMetonym),
                    !(found + others).contains(where: { Self.isOne($0.coded, coded) })
                else { continue }
                found.append(PloverRecord.Actor(coded: coded, words: filler.words))
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "Two North Korean soldiers" and "the North Korean servicemen" of one event are one actor.
    private static func isOne(_ left: CodedActor, _ right: CodedActor) -> Bool {
        if left.identifier == right.identifier { return true }
        return left.isAnonymous && right.isAnonymous && left.code == right.code && left.sector == right.sector
            && !(left.code.isEmpty && left.sector.isEmpty)
    }

    private func place(_ entity: Int64) throws(SQLiteError) -> PloverRecord.Place? {
        var place: PloverRecord.Place?
        try connection.each(
            """
            SELECT e.key, e.name, p.latitude, p.longitude, p.feature, e.country
            FROM entities e LEFT JOIN places p ON p.entity_id = e.id WHERE e.id = ?
            """, entity
        ) { row in
            let country = row.optionalText(5)
            place = PloverRecord.Place(
                key: row.text(0), name: row.text(1), latitude: row.optionalReal(2), longitude: row.optionalReal(3),
                feature: row.optionalText(4), country: country, country3: country.map(tables.countryCode))
        }
        return place
    }

    // MARK: Evidence

    private func addEvidence(to record: inout PloverRecord, event: Int64) throws(SQLiteError) {
        try connection.each(
            """
            SELECT DISTINCT m.words FROM canonical_events x CROSS JOIN event_mentions m ON m.event_id = x.event_id
            WHERE x.canonical_id = ? ORDER BY m.words
            """, event
        ) { row in record.triggers.append(row.text(0)) }
        try connection.each(
            """
            SELECT substr(v.text, s.start_at + 1, s.end_at - s.start_at), v.key, s.start_at, s.end_at
            FROM canonical_events a CROSS JOIN event_mentions m ON m.event_id = a.event_id
            CROSS JOIN sentences s ON s.id = m.sentence_id
            CROSS JOIN runs r ON r.id = s.run_id CROSS JOIN versions v ON v.id = r.version_id
            WHERE a.canonical_id = ?
            ORDER BY a.event_id <> a.canonical_id,
                (SELECT count(*) FROM event_arguments g WHERE g.event_mention_id = m.id) DESC, v.key, m.ordinal
            LIMIT 1
            """, event
        ) { row in
            record.evidence = PloverRecord.Evidence(
                text: row.text(0), document: row.text(1), start: row.int(2), end: row.int(3))
        }
        try connection.each(
            """
            SELECT DISTINCT v.key, v.outlet, v.title, v.url, v.language, v.published
            FROM canonical_events x CROSS JOIN events e ON e.id = x.event_id
            CROSS JOIN live_documents v ON v.run_id = e.run_id
            WHERE x.canonical_id = ? ORDER BY v.published IS NULL, v.published, v.key
            """, event
        ) { row in
            record.citations.append(
                PloverRecord.Citation(
                    key: row.text(0), publication: row.optionalText(1), title: row.optionalText(2),
                    url: row.optionalText(3), language: row.optionalText(4), published: row.optionalText(5)))
        }
    }

    /// What is counted of the event, each different figure once.
    private func addFigures(to record: inout PloverRecord, event: Int64) throws(SQLiteError) {
        try connection.each(
            """
            SELECT f.predicate, f.low, f.high, f.point, count(DISTINCT f.text_id) AS texts FROM facts f
            WHERE f.subject_event_id = ? AND f.holds AND coalesce(f.point, f.low, f.high) IS NOT NULL
            GROUP BY 1, 2, 3, 4 ORDER BY f.predicate, texts DESC, f.low, f.high, f.point
            """, event
        ) { row in
            record.figures.append(
                PloverRecord.Figure(
                    measure: row.text(0), low: row.optionalReal(1), high: row.optionalReal(2),
                    point: row.optionalReal(3), texts: row.int(4)))
        }
    }
}
