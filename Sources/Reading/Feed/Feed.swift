internal import CLibXML2

/// The items of an RSS (0.9x, 1.0, 2.0) or Atom file, read one after another by libxml2's SAX parser.
///
/// No tree is made and no more than an item is held, however large the file is. Document types and comments never
/// reach the parser (`FeedFilter`): no network, no DTD, no entities but characters.
final class Feed {
    /// An item, why one is left out, or why there are no more.
    enum Entry {
        case item(Draft)
        /// The item is larger than the limit.
        case tooLarge
        /// What follows cannot be read.
        case broken(String)
    }

    private var bytes: FeedBytes
    private let drafts: FeedDrafts
    private let limits: ReadLimits
    private var parser: xmlParserCtxtPtr?
    private var ready: [Entry] = []
    private var isDone = false

    /// The names of the open elements, the outermost first, down to the bound on nesting.
    private var path: [String] = []
    private var depth = 0
    private var hasRoot = false
    private var channel = FeedChannel()
    private var item: FeedItem?
    private var field: FeedField?

    /// Elements inside elements, after which no more is read: each takes memory in the parser.
    private static let greatestDepth = 250_000

    /// - Throws: `ByteSource.Problem` if the file cannot be read.
    init(_ source: consuming ByteSource, drafts: FeedDrafts, limits: ReadLimits) throws(ByteSource.Problem) {
        bytes = try FeedBytes(source)
        self.drafts = drafts
        self.limits = limits
    }

    deinit {
        if let parser { xmlFreeParserCtxt(parser) }
    }

    /// The next item; nil at the end.
    /// - Throws: `ByteSource.Problem` if the file cannot be read any further.
    func next() throws(ByteSource.Problem) -> Entry? {
        while ready.isEmpty, !isDone {
            if parser == nil { parser = makeParser() }
            guard let parser, let piece = try bytes.next() else {
                finish()
                break
            }
            parse(piece, parser)
        }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    // MARK: The parser

    private func makeParser() -> xmlParserCtxtPtr? {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { context, name, prefix, _, _, _, count, _, attributes in
            Feed.of(context)?.start(Feed.text(name), prefix.map { Feed.text($0) }, Int(count), attributes)
        }
        handler.endElementNs = { context, name, _, _ in Feed.of(context)?.end(Feed.text(name)) }
        handler.characters = { context, text, count in Feed.of(context)?.characters(text, Int(count)) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        let parser = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        guard let parser else { return nil }
        let options = [
            XML_PARSE_RECOVER, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET, XML_PARSE_IGNORE_ENC,
            // The bounds are our own: the parser's end the whole file where ours leave out an item.
            XML_PARSE_HUGE,
        ]
        xmlCtxtUseOptions(parser, options.reduce(0) { $0 | CInt(bitPattern: $1.rawValue) })
        return parser
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Feed? {
        context.map { Unmanaged<Feed>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private func parse(_ piece: [UInt8], _ parser: xmlParserCtxtPtr) {
        guard let size = CInt(exactly: piece.count) else { return }
        piece.withUnsafeBytes { _ = xmlParseChunk(parser, $0.bindMemory(to: CChar.self).baseAddress, size, 0) }
        if bytes.declaresEntities {
            stop(.broken("it declares entities of its own, which are not read"))
        } else if parser.pointee.disableSAX != 0, !isDone {
            stop(.broken("the file is no well-formed XML at line \(line)"))
        }
    }

    private var line: Int { parser.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } ?? 0 }

    private func stop(_ entry: Entry) {
        ready.append(entry)
        isDone = true
    }

    private func finish() {
        if let parser { xmlParseChunk(parser, nil, 0, 1) }
        guard !isDone else { return }
        if item != nil {
            stop(.broken("the file ends inside an item at line \(line)"))
        } else if depth > 0 || !hasRoot {
            stop(.broken("the file is no well-formed XML at line \(line)"))
        }
        isDone = true
    }

    // MARK: Elements

    private func start(
        _ local: String, _ prefix: String?, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        hasRoot = true
        depth += 1
        guard depth <= Self.greatestDepth else {
            stop(.broken("its elements are nested more than \(Self.greatestDepth) deep at line \(line)"))
            if let parser { xmlStopParser(parser) }
            return
        }
        guard depth <= limits.nesting else { return }
        // A prefix of its own for Atom or RSS elements means nothing; those of other vocabularies tell fields apart.
        let name = prefix.map { $0 == "atom" || $0 == "rss" ? local : "\($0):\(local)" } ?? local
        path.append(name)
        if name == "item" || name == "entry" {
            // An item inside another: the first was not closed.
            finishItem()
            item = FeedItem(level: depth)
            return
        }
        if field != nil {
            // XHTML inside Atom: its marks are kept for the reader of fragments.
            field?.append("<\(local)>".utf8, limit: limits.documentBytes)
            return
        }
        func attribute(_ name: String) -> String? { Self.attribute(name, count, attributes) }
        if let item {
            if depth == item.level + 1, item.fields.count < 200 {
                field = FeedField(name: name, level: depth, attribute: attribute)
            }
            return
        }
        let parent = path.dropLast().last
        if parent == "channel" || parent == "feed", name == "title" || name == "language" {
            field = FeedField(name: name, level: depth, attribute: attribute)
        }
        if name == "feed", channel.language == nil { channel.language = attribute("xml:lang") }
    }

    private func end(_ local: String) {
        defer {
            if depth <= limits.nesting, !path.isEmpty { path.removeLast() }
            depth = max(0, depth - 1)
        }
        if let ended = field {
            if depth == ended.level {
                take(ended)
                field = nil
            } else if depth <= limits.nesting {
                field?.append("</\(local)>".utf8, limit: limits.documentBytes)
            }
            return
        }
        if depth == item?.level { finishItem() }
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        guard field != nil, let text, count > 0 else { return }
        field?.append(UnsafeBufferPointer(start: text, count: count), limit: limits.documentBytes)
    }

    private func take(_ field: FeedField) {
        if item == nil {
            if field.name == "title", channel.title == nil { channel.title = field.text }
            if field.name == "language", channel.language == nil { channel.language = field.text }
        } else {
            item?.take(field)
        }
    }

    private func finishItem() {
        if let field, item != nil { take(field) }
        field = nil
        guard let finished = item else { return }
        item = nil
        ready.append(
            finished.isTooLarge
                ? .tooLarge : .item(drafts.draft(finished, channel: channel, isDamaged: bytes.isDamaged)))
    }

    /// An attribute's value; libxml2 hands out five pointers for each.
    private static func attribute(
        _ name: String, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> String? {
        guard let attributes else { return nil }
        for index in 0..<count {
            let prefix = text(attributes[index * 5 + 1])
            let local = text(attributes[index * 5])
            guard (prefix.isEmpty ? local : "\(prefix):\(local)") == name, let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4], start <= end
            else { continue }
            return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }
}
