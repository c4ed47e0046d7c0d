internal import Record
internal import SQLite

/// Turns arguments as people write them into values for the SQL.
struct QueryArguments {
    let connection: Connection

    private static let derived = ["_key", "_words", "_fragment"]

    /// Whether a parameter of the SQL, without its colon, comes from a described one.
    static func isDescribed(_ name: Substring, by query: NamedQuery) -> Bool {
        query.parameters.contains { parameter in
            parameter.name == name || parameter.type == .text && derived.contains { parameter.name + $0 == name }
        }
    }

    /// The values by the names that the SQL uses, without the colon.
    func values(of query: NamedQuery, _ arguments: [String: String]) throws(QueryError) -> [String: Value] {
        let known = query.parameters.map(\.name)
        for name in arguments.keys.sorted() where !known.contains(name) {
            throw .unknownParameter(query: query.name, name: name, known: known)
        }
        var values: [String: Value] = [:]
        for parameter in query.parameters {
            guard let text = arguments[parameter.name] ?? parameter.defaultValue else {
                guard !parameter.isRequired else { throw .missing(query: query.name, parameter) }
                continue
            }
            values[parameter.name] = try value(of: text, parameter)
            guard parameter.type == .text else { continue }
            values[parameter.name + "_key"] = .text(NameKey.of(text))
            values[parameter.name + "_words"] = .text(SearchText.words(text))
            values[parameter.name + "_fragment"] = .text(SearchText.fragment(text))
        }
        return values
    }

    private func value(of text: String, _ parameter: QueryParameter) throws(QueryError) -> Value {
        let invalid = QueryError.invalid(parameter, value: text)
        switch parameter.type {
        case .text: return .text(text)
        case .integer:
            guard let number = Int64(text) else { throw invalid }
            return .integer(number)
        case .number:
            guard let number = Double(text), number.isFinite else { throw invalid }
            return .real(number)
        case .date:
            guard let days = Self.days(text) else { throw invalid }
            return .text(days.first.description)
        case .lastDay:
            guard let days = Self.days(text) else { throw invalid }
            return .text(days.last.description)
        case .flag:
            switch text.lowercased() {
            case "yes", "true", "1", "on", "": return 1
            case "no", "false", "0", "off": return 0
            default: throw invalid
            }
        case .entity: return .integer(try EntityResolver(connection: connection).resolve(text).id)
        case .event: return try event(text)
        case .document: return try document(text)
        case .country: return try country(text)
        case .eventType: return try eventType(text, invalid)
        }
    }

    /// The first and last day of a day, month or year.
    private static func days(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
        switch text.utf8.count {
        case 4:
            guard let first = CalendarDate(iso: text + "-01-01"), let last = CalendarDate(iso: text + "-12-31") else {
                return nil
            }
            return (first, last)
        case 7:
            guard let first = CalendarDate(iso: text + "-01") else { return nil }
            let length = CalendarDate.daysInMonth(year: first.year, month: first.month)
            return (first, first.adding(days: length - 1))
        case 10: return CalendarDate(iso: text).map { ($0, $0) }
        default: return nil
        }
    }

    private func first(_ sql: String, _ value: String) throws(QueryError) -> Value? {
        do throws(SQLiteError) { return try connection.firstRow(sql, value)?.first } catch { throw .sqlite(error) }
    }

    private func event(_ text: String) throws(QueryError) -> Value {
        do throws(SQLiteError) {
            if let event = try EventKeys(connection: connection).liveEvent(text),
                let row = try connection.integer("SELECT canonical_id FROM canonical_events WHERE event_id = ?", event)
            {
                return .integer(row)
            }
        } catch { throw .sqlite(error) }
        throw .notFound(kind: "event", value: text, alike: [])
    }

    private func document(_ text: String) throws(QueryError) -> Value {
        let row = try first(
            """
            SELECT d.version_id FROM live_documents d WHERE ?1 IN (d.key, d.url, d.title)
            ORDER BY d.published DESC, d.key LIMIT 1
            """, text)
        guard let row else { throw .notFound(kind: "document", value: text, alike: []) }
        return row
    }

    private func country(_ text: String) throws(QueryError) -> Value {
        // Two letters may be a name as well: UK.
        if text.utf8.count == 2,
            let code = try first("SELECT country FROM entities WHERE country = ? LIMIT 1", text.uppercased())
        {
            return code
        }
        let row = try first(
            """
            SELECT e.country FROM entity_names n JOIN entities e ON e.id = n.entity_id
            JOIN places p ON p.entity_id = e.id AND p.feature LIKE 'PCL%'
            WHERE n.name_key = ?1 AND e.country IS NOT NULL ORDER BY e.key LIMIT 1
            """, NameKey.of(text))
        guard let row else { throw .notFound(kind: "country", value: text, alike: []) }
        return row
    }

    private func eventType(_ text: String, _ invalid: QueryError) throws(QueryError) -> Value {
        let row = try first("SELECT 1 FROM event_types WHERE name = ?1 OR class = ?1", text.lowercased())
        guard row != nil else { throw invalid }
        return .text(text.lowercased())
    }
}
