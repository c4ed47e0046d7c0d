internal import Record
public import SQLite

/// Finds the entity that a person means by a key, a name, an alias or a piece of a name.
///
/// Keys come first, then whole names in any spelling that `NameKey` makes alike, then fragments. Of several entities
/// the one that documents name wins over those that only the reference tables know; several that documents name are
/// ambiguous, unless one of them bears the words as its own name and the others only as an alias.
public struct EntityResolver {
    private let connection: Connection

    public init(connection: Connection) { self.connection = connection }

    /// - Throws: `QueryError.notFound` or `.ambiguous`, with candidates.
    public func resolve(_ text: String) throws(QueryError) -> EntityCandidate {
        if let known = try read("e.key = ?1 LIMIT 2", text).first { return known }
        let key = NameKey.of(text)
        let named = try read("e.id IN (SELECT entity_id FROM entity_names WHERE name_key = ?1)", key)
        if let one = Self.best(named, key: key) { return one }
        guard named.isEmpty else { throw .ambiguous(value: text, candidates: Array(named.prefix(12))) }
        let alike = try fragments(text)
        if let one = Self.best(alike, key: key) { return one }
        guard alike.isEmpty else { throw .ambiguous(value: text, candidates: Array(alike.prefix(12))) }
        throw .notFound(kind: "entity", value: text, alike: try nearest(to: key))
    }

    /// Everything whose name holds these words, the most often named first.
    public func candidates(_ text: String, limit: Int = 20) throws(QueryError) -> [EntityCandidate] {
        Array(try fragments(text).prefix(max(0, limit)))
    }

    /// A few entities that share a word with a name that nothing bears; the longest word tells most.
    private func nearest(to key: String) throws(QueryError) -> [EntityCandidate] {
        let words = key.split(separator: " ").filter { $0.unicodeScalars.count > 3 }
        for word in words.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }).prefix(4) {
            let found = try fragments(String(word))
            if !found.isEmpty { return Array(found.prefix(5)) }
        }
        return []
    }

    private static func best(_ candidates: [EntityCandidate], key: String) -> EntityCandidate? {
        guard candidates.count > 1 else { return candidates.first }
        let named = candidates.filter { $0.documents > 0 }
        if named.count == 1 { return named[0] }
        let own = (named.isEmpty ? candidates : named).filter { NameKey.of($0.name) == key }
        return own.count == 1 ? own[0] : nil
    }

    private func fragments(_ text: String) throws(QueryError) -> [EntityCandidate] {
        // A trigram index knows no pieces of fewer than three characters; the start of a name is found by its key.
        if text.unicodeScalars.count < 3 {
            let key = NameKey.of(text)
            guard !key.isEmpty else { return [] }
            return try read(
                "e.id IN (SELECT entity_id FROM entity_names WHERE name_key >= ?1 AND name_key < ?1 || char(1114111))",
                key)
        }
        return try read(
            """
            e.id IN (SELECT n.entity_id FROM name_search JOIN entity_names n ON n.id = name_search.rowid
            WHERE name_search MATCH ?1)
            """, SearchText.fragment(text))
    }

    private func read(_ condition: String, _ value: String) throws(QueryError) -> [EntityCandidate] {
        var found: [EntityCandidate] = []
        do throws(SQLiteError) {
            try connection.each(
                """
                SELECT DISTINCT c.id, c.key, c.name, c.kind, c.country, coalesce(n.documents, 0) AS documents
                FROM (SELECT coalesce(i.canonical_id, e.id) AS id FROM entities e
                    LEFT JOIN canonical_entities i ON i.entity_id = e.id WHERE \(condition)) AS hit
                JOIN entities c ON c.id = hit.id
                LEFT JOIN entity_counts n ON n.entity_id = c.id
                ORDER BY documents DESC, c.reference DESC, c.name, c.key LIMIT 200
                """, value
            ) { row in
                found.append(
                    EntityCandidate(
                        id: row.integer(0), key: row.text(1), name: row.text(2), kind: row.text(3),
                        country: row.optionalText(4), documents: row.int(5)))
            }
        } catch { throw .sqlite(error) }
        return found
    }
}
