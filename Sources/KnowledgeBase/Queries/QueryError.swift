public import SQLite

/// Why a named query cannot be run.
public enum QueryError: Error, CustomStringConvertible {
    case unknownQuery(name: String, alike: [String])
    case unknownParameter(query: String, name: String, known: [String])
    case missing(query: String, QueryParameter)
    case invalid(QueryParameter, value: String)
    /// Nothing in the store goes by these words.
    case notFound(kind: String, value: String, alike: [EntityCandidate])
    /// Several entities go by these words.
    case ambiguous(value: String, candidates: [EntityCandidate])
    /// The file's SQL would change the store, or uses a parameter that is not described.
    case unsound(query: String, reason: String)
    case sqlite(SQLiteError)

    public var description: String {
        switch self {
        case .unknownQuery(let name, let alike):
            "there is no query `\(name)`."
                + (alike.isEmpty ? "" : " Did you mean \(alike.joined(separator: ", "))?")
                + " `annals query --list` lists all."
        case .unknownParameter(let query, let name, let known):
            "the query `\(query)` has no parameter `\(name)`."
                + (known.isEmpty ? " It has none." : " It has \(known.joined(separator: ", ")).")
        case .missing(let query, let parameter):
            "the query `\(query)` needs `\(parameter.name)` (\(parameter.type.expectation)): \(parameter.help)"
        case .invalid(let parameter, let value):
            "`\(parameter.name)` is to be \(parameter.type.expectation); found `\(value)`."
        case .notFound(let kind, let value, let alike):
            "there is no \(kind) `\(value)` in this knowledge base." + Self.list("The nearest:", alike)
        case .ambiguous(let value, let candidates):
            "`\(value)` may be several things. Name one by its key:" + Self.list("", candidates)
        case .unsound(let query, let reason): "the query `\(query)` cannot be run: \(reason)."
        case .sqlite(let error): error.description
        }
    }

    private static func list(_ title: String, _ candidates: [EntityCandidate]) -> String {
        guard !candidates.isEmpty else { return "" }
        return (title.isEmpty ? "" : " " + title) + candidates.map { "\n  " + $0.description }.joined()
    }
}
