/// A saved web page: metadata from JSON-LD, meta elements and marks, the text from JSON-LD or the page's main part.
struct WebPage {
    let furniture: Furniture
    let names: PageBlocks
    let nesting: Int

    func draft(_ bytes: [UInt8]) -> Draft? {
        let decoded = TextDecoder.decode(bytes, declared: Self.declaredCharset(bytes), fallback: "WINDOWS-1252")
        guard let tree = PageTree(decoded.text, nesting: nesting) else { return nil }
        let page = PageText(tree, names: names)
        let metadata = PageMetadata(tree, text: page)
        let linked = LinkedData(scripts: metadata.scripts, address: metadata.canonical, nesting: nesting)
        var draft = Draft()
        draft.warn(decoded.warning)
        metadata.offer(to: &draft, linked: linked)
        let article = page.article(furniture)
        draft.text = article
        if let body = linked?.body {
            let text = HTMLText.plain(body, furniture: furniture, names: names, nesting: nesting)
            // Many scripts carry the body without paragraphs or only its start; then the page's own blocks are better.
            let isWhole = text.utf8.count * 10 >= article.utf8.count * 7
            if text.utf8.count >= 250, isWhole, text.contains("\n") || article.utf8.count * 5 < text.utf8.count * 3 {
                draft.text = text
            }
        }
        if !draft.text.isEmpty, !ArticleLines.holdsProse(draft.text), draft.text.utf8.count > 1000 {
            draft.warn("no paragraph of sentences was found; the page may be a list of other pages")
        }
        return draft
    }

    /// The character set that a meta element near the start names.
    private static func declaredCharset(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { byte -> UInt8 in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
        for mark in ["charset", "encoding"] {
            let word = Array(mark.utf8)
            guard head.count > word.count else { return nil }
            var at = 0
            while at + word.count < head.count {
                defer { at += 1 }
                guard head[at] == word[0], head[at..<at + word.count].elementsEqual(word) else { continue }
                var from = at + word.count
                while from < head.count, [0x20, 0x3D, 0x22, 0x27].contains(head[from]) { from += 1 }
                var to = from
                while to < head.count, to < from + 40, head[to] > 0x20, !"\"'>;/?".utf8.contains(head[to]) { to += 1 }
                if to > from { return String(decoding: head[from..<to], as: UTF8.self) }
            }
        }
        return nil
    }
}
