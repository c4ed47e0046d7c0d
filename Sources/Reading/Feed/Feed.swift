internal import CLibXML2

/// The items of an RSS (0.9x, 1.0, 2.0) or Atom file, read one after another by libxml2's streaming reader.
///
/// No network, no DTD, no entities but characters: a file that declares entities is refused.
final class Feed {
    /// An item, or why there are no more.
    enum Entry {
        case item(Draft)
        case broken(String)
    }

    private let reader: xmlTextReaderPtr
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private let warning: String?
    private let furniture: Furniture
    private let names: PageBlocks
    private let nesting: Int

    private var path: [String] = []
    private var channelTitle: String?
    private var channelLanguage: String?
    private var isDone = false

    init?(_ bytes: [UInt8], furniture: Furniture, names: PageBlocks, nesting: Int) {
        let decoded = TextDecoder.decode(bytes, declared: FeedText.declaredEncoding(bytes))
        let prepared = FeedText.prepared(decoded.text)
        guard let size = CInt(exactly: prepared.count), size > 0, !FeedText.declaresEntities(prepared) else {
            return nil
        }
        memory = .allocate(capacity: prepared.count)
        _ = memory.initialize(from: prepared)
        let options =
            CInt(bitPattern: XML_PARSE_RECOVER.rawValue) | CInt(bitPattern: XML_PARSE_NOERROR.rawValue)
            | CInt(bitPattern: XML_PARSE_NOWARNING.rawValue) | CInt(bitPattern: XML_PARSE_NONET.rawValue)
            | CInt(bitPattern: XML_PARSE_NOCDATA.rawValue)
        let opened = memory.baseAddress?.withMemoryRebound(to: CChar.self, capacity: prepared.count) {
            xmlReaderForMemory($0, size, nil, "UTF-8", options)
        }
        guard let opened else {
            memory.deallocate()
            return nil
        }
        reader = opened
        warning = decoded.warning
        self.furniture = furniture
        self.names = names
        self.nesting = nesting
    }

    deinit {
        xmlFreeTextReader(reader)
        memory.deallocate()
    }

    /// The next item; nil at the end.
    func next() -> Entry? {
        while !isDone {
            guard let step = advance() else { break }
            switch step {
            case .start(let name):
                if name == "item" || name == "entry" { return .item(item()) }
                let parent = path.dropLast().last
                if parent == "channel" || parent == "feed" {
                    if name == "title", channelTitle == nil { channelTitle = content() }
                    if name == "language", channelLanguage == nil { channelLanguage = content() }
                }
                if name == "feed", channelLanguage == nil { channelLanguage = attribute("xml:lang") }
            case .broken(let reason):
                isDone = true
                return .broken(reason)
            case .other: break
            }
        }
        isDone = true
        return nil
    }

    // MARK: Steps

    private enum Step {
        case start(String)
        case other
        case broken(String)
    }

    /// Reads one node and keeps the path of open elements.
    private func advance() -> Step? {
        switch xmlTextReaderRead(reader) {
        case 1: break
        case 0: return nil
        default:
            let line = xmlTextReaderGetParserLineNumber(reader)
            return .broken("the file is no well-formed XML at line \(line)")
        }
        let depth = max(0, Int(xmlTextReaderDepth(reader)))
        if path.count > depth { path.removeLast(path.count - depth) }
        guard xmlTextReaderNodeType(reader) == CInt(XML_READER_TYPE_ELEMENT.rawValue) else { return .other }
        let name = xmlTextReaderConstName(reader).map { String(cString: $0) } ?? ""
        // A prefix of its own for Atom or RSS elements means nothing; those of other vocabularies tell fields apart.
        let plain =
            name.hasPrefix("atom:") || name.hasPrefix("rss:") ? String(name.split(separator: ":").last ?? "") : name
        path.append(plain)
        return .start(plain)
    }

    private func attribute(_ name: String) -> String? {
        guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
        defer { annals_xml_free(value) }
        return String(cString: value)
    }

    /// The text inside the element that was just started, with the marks inside it where it holds any.
    private func content() -> String {
        guard xmlTextReaderIsEmptyElement(reader) == 0 else { return "" }
        let level = path.count
        var text = ""
        while let step = advance() {
            if case .broken = step {
                isDone = true
                break
            }
            // The end of the element takes it off the path.
            if path.count < level { break }
            let type = xmlTextReaderNodeType(reader)
            switch step {
            case .start(let name):
                // XHTML inside Atom: its marks are kept for the reader of fragments.
                text += "<" + (name.split(separator: ":").last.map(String.init) ?? name) + ">"
            default:
                if type == CInt(XML_READER_TYPE_END_ELEMENT.rawValue) {
                    let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
                    text += "</" + name + ">"
                } else if let value = xmlTextReaderConstValue(reader) {
                    text += String(cString: value)
                }
            }
        }
        return text
    }

    // MARK: Items

    private struct Fields {
        var values: [(name: String, value: String)] = []

        func first(_ names: [String]) -> (name: String, value: String)? {
            for name in names {
                if let found = values.first(where: { $0.name == name && !$0.value.isEmpty }) { return found }
            }
            return nil
        }
    }

    /// Reads the item that was just started to its end.
    private func item() -> Draft {
        var fields = Fields()
        let level = path.count
        if xmlTextReaderIsEmptyElement(reader) == 0 {
            while let step = advance() {
                if case .broken = step {
                    isDone = true
                    break
                }
                if path.count < level { break }
                if case .start(let name) = step { take(name, level: level, into: &fields) }
            }
        }
        return draft(fields)
    }

    private func take(_ name: String, level: Int, into fields: inout Fields) {
        guard path.count == level + 1, fields.values.count < 200 else { return }
        switch name {
        case "link":
            if let address = attribute("href") {
                let relation = attribute("rel") ?? "alternate"
                if relation == "alternate" { fields.values.append((name, address)) }
            } else {
                fields.values.append((name, content()))
            }
        case "guid":
            let isLink = attribute("isPermaLink") != "false"
            let value = content()
            if isLink, DocumentURL.host(value) != nil { fields.values.append((name, value)) }
        case "author":
            // Atom's holds elements, RSS's an address with the name in parentheses.
            if xmlTextReaderIsEmptyElement(reader) != 0 { return }
            let value = content()
            fields.values.append((name, FeedText.name(ofAuthor: value)))
        default: fields.values.append((name, content()))
        }
    }

    private func draft(_ fields: Fields) -> Draft {
        var draft = Draft()
        draft.warn(warning)
        func plain(_ text: String) -> String {
            HTMLText.plain(text, furniture: furniture, names: names, nesting: nesting)
        }
        func offer(_ field: Draft.Field, _ names: [String]) {
            guard let (name, value) = fields.first(names) else { return }
            draft.offer(HTMLText.withoutEntities(value), as: field, from: "feed: \(name)")
        }
        if let (name, value) = fields.first(["title"]) {
            draft.offer(
                value.contains("<") ? plain(value) : HTMLText.withoutEntities(value), as: .title, from: "feed: \(name)")
        }
        offer(.url, ["feedburner:origLink", "link", "guid"])
        offer(.outlet, ["source", "dc:publisher"])
        draft.offer(channelTitle.map(HTMLText.withoutEntities), as: .outlet, from: "feed: channel title")
        offer(.author, ["dc:creator", "author", "itunes:author"])
        offer(.language, ["dc:language"])
        draft.offer(channelLanguage, as: .language, from: "feed: language")
        for name in ["pubDate", "published", "dc:date", "issued", "date", "updated"] {
            if let (_, value) = fields.first([name]) { draft.offer(date: value, from: "feed: \(name)") }
        }
        for name in ["content:encoded", "content", "description", "summary"] {
            guard let (_, value) = fields.first([name]) else { continue }
            let text = plain(value)
            // A full text beats a summary, wherever the feed puts it.
            if text.utf8.count > draft.text.utf8.count { draft.text = text }
        }
        if draft.text.isEmpty, let title = draft[.title] { draft.text = title }
        return draft
    }
}
