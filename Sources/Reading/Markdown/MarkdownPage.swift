/// A Markdown file: its front matter as metadata, its words without the marks as text.
struct MarkdownPage {
    let furniture: Furniture

    func draft(_ bytes: [UInt8]) -> Draft {
        let decoded = TextDecoder.decode(bytes)
        var draft = Draft()
        draft.warn(decoded.warning)
        let text = Self.withPlainLineEnds(decoded.text)
        let (front, body) = FrontMatter.split(text)
        if let front {
            draft.warn(front.warning)
            offer(front, to: &draft)
        }
        let stripped = MarkdownText(String(body))
        let heading = stripped.heading
        draft.text = ArticleLines.cleaned(stripped.plain(), furniture: furniture)
        if let heading {
            draft.offer(heading, as: .title, from: "first heading")
        } else {
            draft.offer(PlainText.headline(draft.text), as: .title, from: "first line")
        }
        if !draft.text.isEmpty, !ArticleLines.holdsProse(draft.text), draft.text.utf8.count > 1000 {
            draft.warn("no paragraph of sentences was found; the page may be a list of other pages")
        }
        return draft
    }

    private func offer(_ front: FrontMatter, to draft: inout Draft) {
        func offer(_ field: Draft.Field, _ names: [String]) {
            guard let (name, value) = front.first(names) else { return }
            draft.offer(value, as: field, from: "front matter: \(name)")
        }
        offer(.title, ["title", "headline"])
        for name in ["url", "link", "canonical", "canonical_url", "source_url", "permalink", "source", "original"] {
            if let (_, value) = front.first([name]), DocumentURL.host(value) != nil {
                draft.offer(value, as: .url, from: "front matter: \(name)")
            }
        }
        for name in ["outlet", "site", "sitename", "site_name", "publisher", "publication", "source", "newspaper"] {
            if let (_, value) = front.first([name]), DocumentURL.host(value) == nil {
                draft.offer(value, as: .outlet, from: "front matter: \(name)")
            }
        }
        offer(.author, ["author", "authors", "byline", "creator"])
        offer(.language, ["language", "lang", "locale"])
        for name in [
            "published", "date", "pubdate", "date_published", "datepublished", "published_at", "publish_date",
            "publication_date",
        ] {
            if let (_, value) = front.first([name]) { draft.offer(date: value, from: "front matter: \(name)") }
        }
        for name in ["updated", "modified", "lastmod", "date_modified", "datemodified", "updated_at"] {
            if let (_, value) = front.first([name]) {
                draft.offer(date: value, as: .updated, from: "front matter: \(name)")
            }
        }
    }

    private static func withPlainLineEnds(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                bytes.append(byte)
            }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
