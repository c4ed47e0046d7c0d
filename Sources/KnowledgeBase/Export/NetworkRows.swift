internal import Record
internal import SQLite

/// The entities and links of a knowledge base as a network: what GEXF, GraphML and the pair of tables are made of.
struct NetworkRows {
    struct Node {
        var key: String
        var kind: String
        var name: String
        var country: String?
        var summary: String?
        var documents: Int
        var mentions: Int
        var events: Int
        var latitude: Double?
        var longitude: Double?
        var precision: Double?
    }

    /// Who did something to whom, or a lasting relation.
    struct Edge {
        /// The same in every file that says the same.
        var id: String
        var source: String
        var target: String
        /// A type of event, or a predicate.
        var type: String
        /// The class of the event; `relation`.
        var group: String
        /// Title of the event, or the predicate in words.
        var label: String
        /// What the target is in the event: patient, partner …; `together` for two who do it with each other.
        var role: String
        var earliest: String?
        var latest: String?
        /// Independent texts that say so.
        var texts: Int
        var certainty: Int
        var disputed: Int
        /// The event; nil for relations.
        var event: String?
    }

    let connection: Connection
    let includesAll: Bool

    /// Roles of those to whom, or with whom, the agent does it.
    private static let counterparts = "('patient', 'partner', 'recipient', 'theme', 'organization')"

    /// Entities that a name, a table or several documents tell apart from "the men" of one article. Of `entities` as `e` and
    /// `entity_counts` as `n`.
    static let isNamed = "(e.reference = 1 OR instr(e.key, ':') > 0 OR coalesce(n.documents, 0) > 1)"

    /// Relations that somebody says hold, of facts as `f`.
    static let isRelation = """
        f.subject_entity_id IS NOT NULL AND f.object_id IS NOT NULL AND f.object_id <> f.subject_entity_id
        AND f.holds AND f.certainty > 0 AND f.modality IN ('asserted', 'hedged')
        """

    /// Every named entity that a document names, and whoever stands at an end of an edge.
    func nodes(_ body: (Node) throws(SQLiteError) -> Void) throws(SQLiteError) {
        try each(
            """
            e.id IN (SELECT n.entity_id FROM entity_counts n JOIN entities e ON e.id = n.entity_id WHERE \(Self.isNamed))
            OR e.id IN (SELECT source FROM (\(eventEdges)) UNION SELECT target FROM (\(eventEdges)))
            OR e.id IN (SELECT f.subject_entity_id FROM facts f WHERE \(Self.isRelation)
                UNION SELECT f.object_id FROM facts f WHERE \(Self.isRelation))
            """, body)
    }

    /// Every named entity that a document names, whoever takes part in an event and where, and both ends of relations.
    func things(_ body: (Node) throws(SQLiteError) -> Void) throws(SQLiteError) {
        try each(
            """
            e.id IN (SELECT n.entity_id FROM entity_counts n JOIN entities e ON e.id = n.entity_id WHERE \(Self.isNamed))
            OR e.id IN (SELECT p.entity_id FROM event_participants p JOIN event_cards c ON c.event_id = p.event_id
                WHERE \(isWanted) UNION SELECT c.place_id FROM event_cards c WHERE \(isWanted))
            OR e.id IN (SELECT f.subject_entity_id FROM facts f WHERE \(Self.isRelation)
                UNION SELECT f.object_id FROM facts f WHERE \(Self.isRelation))
            """, body)
    }

    private func each(_ condition: String, _ body: (Node) throws(SQLiteError) -> Void) throws(SQLiteError) {
        try connection.each(
            """
            SELECT e.key, e.kind, e.name, e.country, e.summary, coalesce(n.documents, 0), coalesce(n.mentions, 0),
                coalesce(n.events, 0), p.latitude, p.longitude, p.precision
            FROM entities e LEFT JOIN entity_counts n ON n.entity_id = e.id LEFT JOIN places p ON p.entity_id = e.id
            WHERE \(condition) ORDER BY e.key
            """
        ) { row throws(SQLiteError) in
            try body(
                Node(
                    key: row.text(0), kind: row.text(1), name: row.text(2), country: row.optionalText(3),
                    summary: row.optionalText(4), documents: row.int(5), mentions: row.int(6), events: row.int(7),
                    latitude: row.optionalReal(8), longitude: row.optionalReal(9), precision: row.optionalReal(10)))
        }
    }

    /// Which events count, of `event_cards` as `c`.
    var isWanted: String { includesAll ? "1" : ExportedEvent.isReal }

    /// An agent with each counterpart; agents of what has none with each other.
    private var eventEdges: String {
        """
        SELECT c.event_id, a.entity_id AS source, b.entity_id AS target, b.role
        FROM event_cards c JOIN event_participants a ON a.event_id = c.event_id AND a.role = 'agent'
        JOIN event_participants b ON b.event_id = c.event_id AND b.role IN \(Self.counterparts)
            AND b.entity_id <> a.entity_id
        WHERE \(isWanted)
        UNION ALL
        SELECT c.event_id, a.entity_id, b.entity_id, 'together'
        FROM event_cards c JOIN event_participants a ON a.event_id = c.event_id AND a.role = 'agent'
        JOIN event_participants b ON b.event_id = c.event_id AND b.role = 'agent'
        JOIN entities l ON l.id = a.entity_id JOIN entities r ON r.id = b.entity_id AND l.key < r.key
        WHERE \(isWanted) AND NOT EXISTS (SELECT 1 FROM event_participants o WHERE o.event_id = c.event_id
            AND o.role IN \(Self.counterparts))
        """
    }

    /// Edges of events in the order of keys, then lasting relations.
    func edges(_ body: (Edge) throws(SQLiteError) -> Void) throws(SQLiteError) {
        try connection.each(
            """
            SELECT l.key, r.key, c.type, c.class, c.title, x.role, c.earliest, c.latest, c.texts, c.certainty, c.disputed,
                c.key
            FROM (\(eventEdges)) x JOIN event_cards c ON c.event_id = x.event_id
            JOIN entities l ON l.id = x.source JOIN entities r ON r.id = x.target
            ORDER BY c.key, l.key, x.role, r.key
            """
        ) { row throws(SQLiteError) in
            let (source, target, role, event) = (row.text(0), row.text(1), row.text(5), row.text(11))
            try body(
                Edge(
                    id: Self.id(event, source, role, target), source: source, target: target, type: row.text(2),
                    group: row.text(3), label: row.text(4), role: role, earliest: row.optionalText(6),
                    latest: row.optionalText(7), texts: row.int(8), certainty: row.int(9), disputed: row.int(10),
                    event: event))
        }
        try relations(body)
    }

    /// Each relation once, what no longer holds apart, with the time in which the texts that date it say it holds.
    func relations(_ body: (Edge) throws(SQLiteError) -> Void) throws(SQLiteError) {
        try connection.each(
            """
            SELECT l.key, r.key, f.predicate, CASE WHEN f.ended THEN 'formerly ' ELSE '' END || p.label, min(f.earliest),
                max(f.latest), count(DISTINCT f.text_id), max(f.certainty), f.ended
            FROM facts f JOIN predicates p ON p.name = f.predicate
            JOIN entities l ON l.id = f.subject_entity_id JOIN entities r ON r.id = f.object_id
            WHERE \(Self.isRelation) GROUP BY f.subject_entity_id, f.predicate, f.object_id, f.ended
            ORDER BY l.key, f.predicate, r.key, f.ended
            """
        ) { row throws(SQLiteError) in
            let (source, target, predicate) = (row.text(0), row.text(1), row.text(2))
            try body(
                Edge(
                    id: Self.id("", source, predicate, target, row.bool(8) ? "ended" : ""), source: source,
                    target: target, type: predicate,
                    group: "relation", label: row.text(3), role: predicate, earliest: row.optionalText(4),
                    latest: row.optionalText(5), texts: row.int(6), certainty: row.int(7), disputed: 0, event: nil))
        }
    }

    static func id(_ parts: String...) -> String {
        var hash = ContentHash()
        for part in parts { hash.update(field: part) }
        return hash.hexadecimal(digits: 20)
    }
}
