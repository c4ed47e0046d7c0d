/// Items of feeds to drafts.
struct FeedDrafts {
    let furniture: Furniture
    let names: PageBlocks
    let nesting: Int

    func draft(_ item: FeedItem, channel: FeedChannel, isDamaged: Bool) -> Draft {
        var draft = Draft()
        if isDamaged { draft.warn("some bytes are not of the feed's character set; they were read as U+FFFD") }
        func plain(_ text: String) -> String {
            HTMLText.plain(text, furniture: furniture, names: names, nesting: nesting)
        }
        func offer(_ field: Draft.Field, _ names: [String]) {
            guard let (name, value) = item.first(names) else { return }
            draft.offer(HTMLText.withoutEntities(value), as: field, from: "feed: \(name)")
        }
        if let (name, value) = item.first(["title"]) {
            draft.offer(
                value.contains("<") ? plain(value) : HTMLText.withoutEntities(value), as: .title, from: "feed: \(name)")
        }
        offer(.url, ["feedburner:origLink", "link", "guid"])
        offer(.outlet, ["source", "dc:publisher"])
        draft.offer(channel.title.map(HTMLText.withoutEntities), as: .outlet, from: "feed: channel title")
        offer(.author, ["dc:creator", "author", "itunes:author"])
        offer(.language, ["dc:language"])
        draft.offer(channel.language, as: .language, from: "feed: language")
        for name in ["pubDate", "published", "dc:date", "issued", "date", "updated"] {
            if let (_, value) = item.first([name]) { draft.offer(date: value, from: "feed: \(name)") }
        }
        if let (name, value) = item.first(["updated", "dcterms:modified"]) {
            draft.offer(date: value, as: .updated, from: "feed: \(name)")
        }
        for name in ["content:encoded", "content", "description", "summary"] {
            guard let (_, value) = item.first([name]) else { continue }
            let text = plain(value)
            // A full text beats a summary, wherever the feed puts it.
            if text.utf8.count > draft.text.utf8.count { draft.text = text }
        }
        if draft.text.isEmpty, let title = draft[.title] { draft.text = title }
        return draft
    }
}
