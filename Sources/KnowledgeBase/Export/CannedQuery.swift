internal import Record

/// A named query as Datasette runs it. There every parameter is text, and empty where nothing was entered; so the query
/// gets a first part that makes of each what our command would: defaults, days, and entities by their names.
struct CannedQuery {
    let query: NamedQuery

    /// The names of the parameters, in order.
    var parameters: [String] { query.parameters.map(\.name) }

    /// The SELECT, with `:name` only in its first part.
    var sql: String {
        guard !query.parameters.isEmpty else { return query.sql }
        let body = Self.replacingParameters(in: query.sql)
        var (entered, given): ([String], [(name: String, sql: String)]) = ([], [])
        for parameter in query.parameters {
            entered.append("\(Self.entered(parameter)) AS \"\(parameter.name)\"")
            let text = "entered.\"\(parameter.name)\""
            given.append((parameter.name, Self.value(text, parameter.type)))
            guard parameter.type == .text else { continue }
            given.append((parameter.name + "_key", Self.key(text)))
            given.append((parameter.name + "_words", Self.words(text)))
            given.append((parameter.name + "_fragment", Self.phrase(text)))
        }
        // Only what the query asks for is worked out, and once.
        given.removeAll { !body.names.contains($0.name) }
        guard !given.isEmpty else { return query.sql }
        let head = """
            entered_parameters AS (SELECT
                \(entered.joined(separator: ",\n    "))
            ),
            \(Self.table)(\(given.map { "\"\($0.name)\"" }.joined(separator: ", "))) AS MATERIALIZED (SELECT
                \(given.map(\.sql).joined(separator: ",\n    "))
                FROM entered_parameters AS entered
            )
            """
        if let with = Self.keyword("WITH", body.sql) {
            if let recursive = Self.keyword("RECURSIVE", with) { return "WITH RECURSIVE \(head),\(recursive)" }
            return "WITH \(head),\(with)"
        }
        return "WITH \(head)\n\(body.sql)"
    }

    /// The name of the first part.
    private static let table = "given_parameters"

    // MARK: Values

    /// What was entered, else the default, else NULL.
    private static func entered(_ parameter: QueryParameter) -> String {
        let entered = "nullif(trim(:\(parameter.name)), '')"
        guard let value = parameter.defaultValue else { return entered }
        return
            "coalesce(\(entered), '\(value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))')"
    }

    private static func value(_ text: String, _ type: QueryParameterType) -> String {
        switch type {
        case .text: text
        case .integer: "CAST(\(text) AS INTEGER)"
        case .number: "CAST(\(text) AS REAL)"
        case .date: "CASE length(\(text)) WHEN 4 THEN \(text) || '-01-01' WHEN 7 THEN \(text) || '-01' ELSE \(text) END"
        case .lastDay:
            "CASE length(\(text)) WHEN 4 THEN \(text) || '-12-31' "
                + "WHEN 7 THEN date(\(text) || '-01', '+1 month', '-1 day') ELSE \(text) END"
        case .flag: "coalesce(lower(\(text)) IN ('yes', 'true', '1', 'on'), 0)"
        case .eventType: "lower(\(text))"
        case .event:
            "(SELECT x.canonical_id FROM events e JOIN canonical_events x ON x.event_id = e.id WHERE e.key = \(text) LIMIT 1)"
        case .document:
            "(SELECT d.version_id FROM live_documents d WHERE \(text) IN (d.key, d.url, d.title) "
                + "ORDER BY d.published DESC, d.key LIMIT 1)"
        case .country:
            """
            coalesce((SELECT country FROM entities WHERE country = upper(\(text)) LIMIT 1),
                    (SELECT e.country FROM entity_names n JOIN entities e ON e.id = n.entity_id
                     JOIN places p ON p.entity_id = e.id AND p.feature LIKE 'PCL%'
                     WHERE n.name_key = \(key(text)) AND e.country IS NOT NULL ORDER BY e.key LIMIT 1))
            """
        case .entity: entity(text)
        }
    }

    /// The entity that a key, a whole name or a piece of one most likely means: Datasette cannot ask back, so of several
    /// the one that most documents name.
    private static func entity(_ text: String) -> String {
        """
        (SELECT coalesce(i.canonical_id, hit.id) FROM (
                SELECT id, 0 AS place FROM entities WHERE key = \(text)
                UNION ALL SELECT entity_id, 1 FROM entity_names WHERE name_key = \(key(text))
                UNION ALL SELECT n.entity_id, CASE WHEN n.name = \(text) THEN 1 ELSE 2 END
                FROM name_search JOIN entity_names n ON n.id = name_search.rowid WHERE name_search MATCH \(phrase(text))
            ) hit LEFT JOIN canonical_entities i ON i.entity_id = hit.id
            JOIN entities e ON e.id = coalesce(i.canonical_id, hit.id)
            LEFT JOIN entity_counts c ON c.entity_id = e.id
            ORDER BY hit.place, coalesce(c.documents, 0) DESC, e.reference DESC, e.name, e.key LIMIT 1)
        """
    }

    /// The form that names are compared in, as far as SQLite can make it; a name in other letters is looked up as it stands.
    private static func key(_ text: String) -> String {
        let plain = "lower(replace(replace(replace(replace(\(text), '-', ' '), '.', ''), '''', ''), '’', ''))"
        return "coalesce((SELECT name_key FROM entity_names WHERE name = \(text) LIMIT 1), \(plain))"
    }

    /// Words that must all be there, for FTS5: each in quotes.
    private static func words(_ text: String) -> String {
        "'\"' || replace(replace(coalesce(\(text), ''), '\"', ' '), ' ', '\" \"') || '\"'"
    }

    /// Words in a row, for FTS5.
    private static func phrase(_ text: String) -> String {
        "'\"' || replace(coalesce(\(text), ''), '\"', '\"\"') || '\"'"
    }

    // MARK: SQL

    /// Puts a look-up in the place of every `:name`, but not inside texts, quoted names and comments.
    private static func replacingParameters(in sql: String) -> (sql: String, names: Set<String>) {
        let bytes = Array(sql.utf8)
        var (result, names): ([UInt8], Set<String>) = ([], [])
        var at = 0
        while at < bytes.count {
            let start = at
            switch bytes[at] {
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
                at = (bytes[(at + 1)...].firstIndex(of: bytes[at]) ?? bytes.count - 1) + 1
            case UInt8(ascii: "-") where bytes[at...].starts(with: "--".utf8):
                at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            case UInt8(ascii: ":"):
                at += 1
                while at < bytes.count, isWord(bytes[at]) { at += 1 }
                let name = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
                guard !name.isEmpty else { break }
                names.insert(name)
                result.append(contentsOf: "(SELECT \"\(name)\" FROM \(table))".utf8)
                continue
            default: at += 1
            }
            result.append(contentsOf: bytes[start..<at])
        }
        return (String(decoding: result, as: UTF8.self), names)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isSmallLetter || byte == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// What follows a keyword at the start; nil if there is another word.
    private static func keyword(_ word: String, _ sql: String) -> String? {
        let trimmed = sql.utf8.drop { $0 <= 0x20 }
        let head = trimmed.prefix(word.utf8.count)
        guard String(Substring(head)).uppercased() == word, let next = trimmed.dropFirst(word.utf8.count).first,
            !isWord(next)
        else { return nil }
        return String(Substring(trimmed.dropFirst(word.utf8.count)))
    }
}
