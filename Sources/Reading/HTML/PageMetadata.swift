internal import Record

/// What the head and the marks of a page say about it.
struct PageMetadata {
    private let tree: PageTree
    private var meta: [String: String] = [:]
    private(set) var canonical: String?
    private(set) var scripts: [String] = []
    private var titles: [String] = []
    private var headings: [String] = []
    private var language: String?
    private var times: [(value: String, origin: String)] = []

    /// - Parameter text: the page's blocks, which tell asides from the article.
    init(_ tree: PageTree, text: PageText) {
        self.tree = tree
        // Dates of related stories stand among and below the paragraphs, the article's own above them.
        let paragraphs = text.blocks.filter { !$0.isAside && !$0.isHeading && $0.visible >= 60 }
        let firstParagraphs = paragraphs.count > 1 ? paragraphs[1].element : Int.max
        for (index, element) in tree.elements.enumerated() {
            switch element.tag {
            case "html": language = element["lang"] ?? element["xml:lang"]
            case "meta":
                let names = [element["property"], element["name"], element["itemprop"], element["http-equiv"]]
                guard let content = element["content"], !content.isEmpty else { continue }
                for name in names.compactMap({ $0?.lowercased() }) where meta[name] == nil { meta[name] = content }
            case "link":
                let relations = element["rel"]?.lowercased().split(separator: " ") ?? []
                if relations.contains("canonical"), canonical == nil { canonical = element["href"] }
            case "script":
                if element["type"]?.lowercased().hasPrefix("application/ld+json") == true, scripts.count < 64 {
                    scripts.append(tree.text(in: index))
                }
            case "title" where titles.isEmpty && !isInside(index, "svg"): titles.append(tree.text(in: index))
            case "h1" where headings.count < 3 && !text.aside[index]: headings.append(tree.text(in: index))
            case "time" where !text.aside[index] && !isInside(index, "a"):
                let marked = element["itemprop"]?.lowercased() == "datepublished" || element["pubdate"] != nil
                guard marked || index < firstParagraphs, times.count < 64 else { continue }
                let value = element["datetime"] ?? tree.text(in: index)
                if marked { times.insert((value, "time: datePublished"), at: 0) } else { times.append((value, "time")) }
            default:
                if element["itemprop"]?.lowercased() == "datepublished", !text.aside[index] {
                    meta["datepublished"] = meta["datepublished"] ?? element["content"] ?? tree.text(in: index)
                }
            }
        }
    }

    private func isInside(_ index: Int, _ tag: String) -> Bool {
        var at = tree.elements[index].parent
        while at >= 0 {
            if tree.elements[at].tag == tag { return true }
            at = tree.elements[at].parent
        }
        return false
    }

    /// Offers what the page says to a document, the most reliable source of each field first.
    func offer(to draft: inout Draft, linked: LinkedData?) {
        func offer(_ field: Draft.Field, _ names: [String]) {
            for name in names { draft.offer(meta[name], as: field, from: name) }
        }
        if let canonical, DocumentURL.host(canonical) != nil {
            draft.offer(canonical, as: .url, from: "canonical link")
        }
        offer(.url, ["og:url"])
        draft.offer(linked?.url, as: .url, from: "JSON-LD: url")
        if draft[.url].flatMap(DocumentURL.host) == nil { draft.remove(.url) }

        draft.offer(linked?.headline.map(HTMLText.withoutEntities), as: .title, from: "JSON-LD: headline")
        offer(.title, ["og:title", "twitter:title", "dc.title"])
        if headings.count == 1 { draft.offer(headings.first, as: .title, from: "h1") }
        draft.offer(titles.first, as: .title, from: "title element")

        draft.offer(linked?.publisher, as: .outlet, from: "JSON-LD: publisher")
        offer(.outlet, ["og:site_name", "application-name", "dc.publisher", "publisher"])

        draft.offer(linked?.authors, as: .author, from: "JSON-LD: author")
        offer(.author, ["author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author"])

        draft.offer(language, as: .language, from: "html: lang")
        offer(.language, ["og:locale", "content-language", "dc.language"])
        draft.offer(linked?.language, as: .language, from: "JSON-LD: inLanguage")
        offerDate(to: &draft, linked: linked)
    }

    private static let dateNames = [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate",
        "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
    ]

    private func offerDate(to draft: inout Draft, linked: LinkedData?) {
        var candidates: [(value: String, origin: String)] = []
        if let published = linked?.published { candidates.append((published, "JSON-LD: datePublished")) }
        for name in Self.dateNames {
            if let value = meta[name] { candidates.append((value, name)) }
        }
        candidates += times
        // A page cannot have been published after its last change: such a date belongs to something else.
        let changes = [
            (linked?.modified, "JSON-LD: dateModified"), (meta["article:modified_time"], "article:modified_time"),
            (meta["og:updated_time"], "og:updated_time"),
        ]
        for (value, origin) in changes { draft.offer(date: value, as: .updated, from: origin) }
        let changed = draft[.updated].flatMap(CalendarDate.init(iso:))
        for (value, origin) in candidates {
            if let changed, let text = DocumentDate.normalized(TextCleaner.cleanLine(value)),
                let day = CalendarDate(iso: text), day.dayNumber > changed.dayNumber + 1
            {
                draft.warn("the date \(text) (\(origin)) lies after the page's last change; it was dropped")
                continue
            }
            draft.offer(date: value, from: origin)
        }
    }
}
