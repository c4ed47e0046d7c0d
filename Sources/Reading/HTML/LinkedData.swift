/// The description of an article that pages carry as JSON-LD in the terms of schema.org.
struct LinkedData {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: String?
    var publisher: String?
    var language: String?
    var url: String?
    var body: String?

    private static let articleTypes: Set<String> = [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting",
        "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle", "DiscussionForumPosting",
    ]

    /// The page's own article among all that its scripts describe: the one at the page's address, else the first.
    /// - Parameter address: the page's canonical address.
    init?(scripts: [String], address: String?, nesting: Int) {
        var objects: [JSONValue] = []
        for script in scripts {
            guard let value = Self.parse(script, nesting: nesting) else { continue }
            Self.collect(value, into: &objects)
        }
        let articles = objects.filter(Self.isArticle)
        let key = address.flatMap(DocumentURL.canonical)
        let own = articles.first { article in
            guard let key, let url = Self.address(article) else { return false }
            return DocumentURL.canonical(url) == key
        }
        let pages = objects.filter { Self.types($0).contains("WebPage") }
        guard let article = own ?? articles.first ?? pages.first else { return nil }
        headline = article["headline"]?.string ?? article["name"]?.string
        published = article["datePublished"]?.string
        modified = article["dateModified"]?.string
        authors = article["author"].flatMap { Self.names($0, objects) }
        publisher = article["publisher"].flatMap { Self.names($0, objects) }
        language = article["inLanguage"]?.string
        url = Self.address(article)
        body = article["articleBody"]?.string
    }

    private static func parse(_ script: String, nesting: Int) -> JSONValue? {
        var bytes = Array(script.utf8)[...]
        // Old pages hide scripts from older browsers.
        for mark in ["<!--", "//<![CDATA[", "<![CDATA["] {
            while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
            if bytes.starts(with: mark.utf8) { bytes = bytes.dropFirst(mark.utf8.count) }
        }
        while let last = bytes.last, last <= 0x20 || ";>".utf8.contains(last) { bytes.removeLast() }
        for mark in ["--", "//]]", "]]"] where bytes.reversed().starts(with: mark.utf8.reversed()) {
            bytes = bytes.dropLast(mark.utf8.count)
        }
        return try? JSONParser.parse(Array(bytes), nesting: nesting)
    }

    /// The objects of a script: of a list, of a graph, of what a page is about. Lists of other pages are left out.
    private static func collect(_ value: JSONValue, into objects: inout [JSONValue]) {
        var waiting = [value]
        while let next = waiting.popLast(), objects.count < 1000 {
            if let items = next.array {
                waiting.append(contentsOf: items.reversed())
                continue
            }
            guard next.isObject else { continue }
            objects.append(next)
            if let main = next["mainEntity"] { waiting.append(main) }
            if let page = next["mainEntityOfPage"], page.isObject, page["@type"] != nil { waiting.append(page) }
            if let graph = next["@graph"] { waiting.append(graph) }
        }
    }

    private static func types(_ value: JSONValue) -> [String] {
        let type = value["@type"]
        let names = type?.string.map { [$0] } ?? type?.array?.compactMap(\.string) ?? []
        return names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    }

    private static func isArticle(_ value: JSONValue) -> Bool { types(value).contains(where: articleTypes.contains) }

    private static func address(_ value: JSONValue) -> String? {
        for candidate in [value["url"], value["mainEntityOfPage"], value["mainEntityOfPage"]?["@id"], value["@id"]] {
            if let text = candidate?.string, DocumentURL.host(text) != nil { return text }
        }
        return nil
    }

    /// The names of people or organisations, given as text, object, list, or by the id of another object.
    private static func names(_ value: JSONValue, _ objects: [JSONValue]) -> String? {
        let items = value.array ?? [value]
        var names: [String] = []
        for item in items.prefix(50) {
            if let text = item.string {
                names.append(text)
            } else if let name = item["name"]?.string {
                names.append(name)
            } else if let list = item["name"]?.array {
                names.append(contentsOf: list.compactMap(\.string))
            } else if let id = item["@id"]?.string,
                let named = objects.first(where: { $0["@id"]?.string == id && $0["name"] != nil })
            {
                if let name = named["name"]?.string { names.append(name) }
            }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
