internal import Record

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A line of JSON Lines: a document, or an annotation record where it carries layers.
enum JSONLine {
    case draft(Draft, id: String?)
    case record(AnnotationRecord)

    struct Problem: Error {
        var reason: String
        var advice: String?
    }

    /// The layers of the annotation record; a line that has one is a record.
    private static let layers = [
        "sentences", "mentions", "times", "quantities", "attributions", "events", "relations",
    ]

    static func read(_ line: [UInt8], nesting: Int) throws(Problem) -> JSONLine {
        let value: JSONValue
        do throws(JSONParser.Problem) {
            value = try JSONParser.parse(line, nesting: nesting)
        } catch {
            throw Problem(
                reason: "it is no JSON: \(error.reason) at byte \(error.offset)",
                advice: "Each line must hold one JSON object.")
        }
        guard value.isObject else {
            throw Problem(reason: "it is no JSON object", advice: "Each line must hold one JSON object.")
        }
        if layers.contains(where: { value[$0]?.array != nil }) { return try recordLine(line) }
        return try draft(value)
    }

    private static func recordLine(_ line: [UInt8]) throws(Problem) -> JSONLine {
        let record: AnnotationRecord
        do {
            record = try JSONDecoder().decode(AnnotationRecord.self, from: Data(line))
        } catch let error as DecodingError {
            throw Problem(
                reason: "it is no annotation record: \(words(error))",
                advice: "A record needs `id`, `text` and layers as `annals extract` writes them.")
        } catch {
            throw Problem(reason: "it is no annotation record", advice: nil)
        }
        if let fault = RecordCheck.fault(in: record) {
            throw Problem(reason: fault, advice: "Offsets are Unicode code points into `text`.")
        }
        return .record(record)
    }

    private static func words(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "`\((context.codingPath.isEmpty ? "" : path(context) + ".") + key.stringValue)` is missing"
        case .typeMismatch(_, let context): return "`\(path(context))` is of another type"
        case .valueNotFound(_, let context): return "`\(path(context))` is null"
        case .dataCorrupted(let context): return "`\(path(context))` cannot be read"
        @unknown default: return "it cannot be decoded"
        }
    }

    private static func draft(_ value: JSONValue) throws(Problem) -> JSONLine {
        var draft = Draft()
        guard
            let key = ["text", "body", "content", "article", "full_text", "articleBody", "maintext"].first(where: {
                value[$0]?.string?.isEmpty == false
            }), let text = value[key]?.string
        else {
            throw Problem(
                reason: "it has no text", advice: "Name the article's text `text`, `body` or `content`.")
        }
        draft.text = TextCleaner.clean(text)
        func offer(_ field: Draft.Field, _ keys: [String]) {
            for key in keys {
                guard let words = value[key].flatMap(words) else { continue }
                draft.offer(words, as: field, from: "JSON: \(key)")
            }
        }
        offer(.title, ["title", "headline", "name"])
        offer(.outlet, ["outlet", "source", "publisher", "site", "site_name", "publication", "sitename", "domain"])
        offer(.url, ["url", "link", "canonical", "source_url", "uri"])
        offer(.author, ["author", "authors", "byline", "creator"])
        offer(.language, ["language", "lang", "inLanguage"])
        for key in [
            "published", "date", "date_published", "datePublished", "published_at", "publishedAt", "publication_date",
            "pubDate", "publish_date", "date_publish",
        ] {
            draft.offer(date: value[key].flatMap(date), from: "JSON: \(key)")
        }
        for key in ["updated", "modified", "date_modified", "dateModified", "updated_at", "updatedAt", "modified_at"] {
            draft.offer(date: value[key].flatMap(date), as: .updated, from: "JSON: \(key)")
        }
        // A source is often the address, not the outlet's name.
        if let outlet = draft[.outlet], DocumentURL.host(outlet) != nil, draft[.url] == nil {
            draft.offer(outlet, as: .url, from: draft.metadata.origins["outlet"] ?? "JSON: source")
            draft.remove(.outlet)
        }
        return .draft(draft, id: value["id"].flatMap(words))
    }

    /// A date in words, or as seconds since 1970.
    private static func date(_ value: JSONValue) -> String? {
        switch value {
        case .number(let seconds): DocumentDate.normalized(unixTime: seconds)
        case .string(let text): text
        default: nil
        }
    }

    /// The words of a value: a text, a number, the names of a list or of objects with a name.
    private static func words(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): return text
        case .number(let number):
            return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .array(let items):
            let names = items.compactMap { $0.string ?? $0["name"]?.string }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        case .object: return value["name"]?.string
        default: return nil
        }
    }
}
