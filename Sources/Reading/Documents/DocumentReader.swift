internal import Record
public import Tables

/// Reads files to documents.
///
///     let reader = try DocumentReader(data: .locate())
///     reader.read("articles") { result in
///         switch result {
///         case .success(let item): print(item.document.metadata.title ?? item.document.id)
///         case .failure(let failure): print(failure)
///         }
///     }
///
/// Plain text, Markdown, saved web pages, JSON Lines, RSS and Atom are told apart by their content, with the file's
/// name as a hint. Items of a file come one after another; no more than one document of JSON Lines is held at a time.
/// What cannot be read becomes a `ReadFailure`, and reading goes on. A reader holds no state: any number of tasks may
/// use one at a time.
public struct DocumentReader: Sendable {
    /// What each item or failure is handed to.
    public typealias Receiver = (Result<ReadItem, ReadFailure>) throws -> Void

    let overrides: Overrides
    let limits: ReadLimits
    let rules: MetadataRules
    let furniture: Furniture
    let pageBlocks: PageBlocks

    /// - Parameters:
    ///   - data: the folder with the tables of page furniture and host names.
    ///   - overrides: what a person says about all documents read.
    /// - Throws: `DataError` if a table is missing or malformed.
    public init(data: DataFolder, overrides: Overrides = Overrides(), limits: ReadLimits = ReadLimits())
        throws(DataError)
    {
        self.overrides = overrides
        self.limits = limits
        rules = MetadataRules(
            suffixes: try data.table("reading/suffixes.tsv", columns: ["suffix"]),
            notAuthors: try data.table("reading/not-authors.tsv", columns: ["words", "match"]))
        furniture = try Furniture(data.table("reading/furniture.tsv", columns: ["words", "match"]))
        pageBlocks = try PageBlocks(data.table("reading/page-blocks.tsv", columns: ["words", "kind"]))
    }

    /// Reads a file, all files under a folder, or standard input for `-`.
    /// - Throws: only what `receive` throws, which ends the reading.
    public func read(_ path: String, into receive: Receiver) rethrows {
        guard path != "-", FileTree.isFolder(path) else {
            try read(file: path, isAsked: true, into: receive)
            return
        }
        try FileTree(depth: limits.folderDepth).walk(path) { entry in
            switch entry {
            case .file(let file): try read(file: file, isAsked: false, into: receive)
            case .failure(let failure): try receive(.failure(failure))
            }
        }
    }

    /// The files that `read` would open for a path, in its order: the path itself, or what its folder holds.
    public func files(at path: String) -> [String] {
        guard path != "-", FileTree.isFolder(path) else { return [path] }
        var files: [String] = []
        FileTree(depth: limits.folderDepth).walk(path) { entry in
            if case .file(let file) = entry { files.append(file) }
        }
        return files
    }

    /// Reads the documents in bytes that are already in memory.
    /// - Parameter name: what stands for the path in ids and messages.
    public func read(bytes: [UInt8], name: String, into receive: Receiver) rethrows {
        let format: DocumentFormat
        switch verdict(on: bytes.prefix(FormatSniffer.sampleSize), path: name, isAsked: true) {
        case .success(let found): format = found
        case .failure(let failure):
            try receive(.failure(failure))
            return
        }
        try read(bytes: bytes, as: format, path: name, into: receive)
    }

    private func read(file path: String, isAsked: Bool, into receive: Receiver) rethrows {
        let source: ByteSource
        do throws(ByteSource.Problem) {
            source = try ByteSource(path: path)
        } catch {
            try receive(.failure(error.failure(path)))
            return
        }
        try read(source, path: path, isAsked: isAsked, into: receive)
    }

    private func read(_ source: consuming ByteSource, path: String, isAsked: Bool, into receive: Receiver) rethrows {
        let sample: [UInt8]
        do throws(ByteSource.Problem) {
            sample = Array(try source.peek(FormatSniffer.sampleSize))
        } catch {
            try receive(.failure(error.failure(path)))
            return
        }
        let format: DocumentFormat
        switch verdict(on: sample, path: path, isAsked: isAsked) {
        case .success(let found): format = found
        case .failure(let failure):
            try receive(.failure(failure))
            return
        }
        // Line ends of UTF-16 and UTF-32 can be seen only once all is decoded.
        if format == .jsonl, !TextDecoder.isWide(sample[...]) {
            try readLines(of: &source, path: path, into: receive)
            return
        }
        if format == .feed {
            try readFeed(source, path: path, into: receive)
            return
        }
        let bytes: [UInt8]?
        do throws(ByteSource.Problem) {
            bytes = try source.rest(limit: limits.documentBytes)
        } catch {
            try receive(.failure(error.failure(path)))
            return
        }
        if let bytes {
            try read(bytes: bytes, as: format, path: path, into: receive)
        } else {
            try receive(.failure(tooLarge(path)))
        }
    }

    private func verdict(
        on sample: some Collection<UInt8>, path: String, isAsked: Bool
    ) -> Result<DocumentFormat, ReadFailure> {
        switch FormatSniffer.verdict(on: sample, path: path, isAsked: isAsked) {
        case .format(let format): .success(overrides.format ?? format)
        case .empty:
            .failure(ReadFailure(kind: .empty, path: path, reason: "it is empty"))
        case .other(let kind):
            .failure(
                ReadFailure(
                    kind: isAsked ? .malformed : .skipped, path: path, reason: "it is \(kind)",
                    advice: "Plain text, Markdown, HTML, JSON Lines, RSS and Atom are read."))
        }
    }

    /// A file of one document, or of items that are parted by more than line ends.
    private func read(
        bytes: [UInt8], as format: DocumentFormat, path: String, into receive: Receiver
    ) rethrows {
        switch format {
        case .text: try receive(finished(plainText(bytes), path: path))
        case .markdown: try receive(finished(MarkdownPage(furniture: furniture).draft(bytes), path: path))
        case .html:
            let page = WebPage(furniture: furniture, names: pageBlocks, nesting: limits.nesting)
            let bounded = PageBounds.bounded(bytes)
            guard bounded.elements <= limits.elements else {
                try receive(
                    .failure(
                        ReadFailure(
                            kind: .tooLarge, path: path,
                            reason: "the page has \(bounded.elements) elements, more than \(limits.elements)",
                            advice: "Save the article's own page.")))
                return
            }
            guard let draft = page.draft(bounded.bytes) else {
                try receive(.failure(ReadFailure(kind: .malformed, path: path, reason: "the page cannot be parsed")))
                return
            }
            try receive(finished(draft, path: path))
        case .jsonl:
            var number = 0
            let bytes = TextDecoder.isWide(bytes[...]) ? Array(TextDecoder.decode(bytes).text.utf8) : bytes
            for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                number += 1
                if let result = item(line: Array(line), number: number, path: path) { try receive(result) }
            }
        case .feed: try readFeed(ByteSource(bytes: bytes), path: path, into: receive)
        }
    }

    private func plainText(_ bytes: [UInt8]) -> Draft {
        let decoded = TextDecoder.decode(bytes)
        var draft = Draft()
        draft.warn(decoded.warning)
        draft.text = PlainText.unwrapped(TextCleaner.clean(decoded.text))
        draft.offer(PlainText.headline(draft.text), as: .title, from: "first line")
        return draft
    }

    private func readFeed(_ source: consuming ByteSource, path: String, into receive: Receiver) rethrows {
        let drafts = FeedDrafts(furniture: furniture, names: pageBlocks, nesting: limits.nesting)
        let feed: Feed
        do throws(ByteSource.Problem) {
            feed = try Feed(source, drafts: drafts, limits: limits)
        } catch {
            try receive(.failure(error.failure(path)))
            return
        }
        var number = 0
        var isBroken = false
        while true {
            let entry: Feed.Entry?
            do throws(ByteSource.Problem) {
                entry = try feed.next()
            } catch {
                try receive(.failure(error.failure(path)))
                return
            }
            guard let entry else { break }
            number += 1
            switch entry {
            case .item(let draft): try receive(finished(draft, path: path, position: number))
            case .tooLarge: try receive(.failure(tooLarge(path, position: number)))
            case .broken(let reason):
                isBroken = true
                try receive(
                    .failure(
                        ReadFailure(
                            kind: .malformed, path: path, position: number, reason: reason,
                            advice: number > 1 ? "The items before it were read." : nil)))
            }
        }
        if number == 0, !isBroken {
            try receive(.failure(ReadFailure(kind: .empty, path: path, reason: "the feed has no items")))
        }
    }

    private func readLines(of source: inout ByteSource, path: String, into receive: Receiver) rethrows {
        var number = 0
        while true {
            number += 1
            let line: ByteSource.Line
            do throws(ByteSource.Problem) {
                line = try source.line(limit: limits.documentBytes)
            } catch {
                try receive(.failure(error.failure(path)))
                return
            }
            switch line {
            case .bytes(let bytes):
                if let result = item(line: bytes, number: number, path: path) { try receive(result) }
            case .tooLong: try receive(.failure(tooLarge(path, position: number)))
            case .end: return
            }
        }
    }

    /// What a line of JSON Lines gives; nil for a blank one.
    private func item(line: [UInt8], number: Int, path: String) -> Result<ReadItem, ReadFailure>? {
        guard line.contains(where: { $0 > 0x20 }) else { return nil }
        do throws(JSONLine.Problem) {
            switch try JSONLine.read(line, nesting: limits.nesting) {
            case .draft(let draft, let id): return finished(draft, path: path, position: number, id: id)
            case .record(var record):
                guard record.text.utf8.count <= limits.textBytes else {
                    return .failure(longText(path, position: number))
                }
                let warnings = apply(to: &record).map { ReadWarning(path: path, position: number, message: $0) }
                record.id = named(record.id) ?? "\(path)#\(number)"
                return .success(
                    ReadItem(content: .record(record), warnings: warnings, path: path, position: number))
            }
        } catch {
            return .failure(
                ReadFailure(
                    kind: .malformed, path: path, position: number, reason: error.reason, advice: error.advice))
        }
    }

    /// What a person says over what a record says, with names and addresses fit to be stored and shown.
    private func apply(to record: inout AnnotationRecord) -> [String] {
        var draft = Draft()
        for (field, value) in [
            (Draft.Field.title, record.title), (.outlet, record.outlet), (.url, record.url), (.author, record.author),
            (.language, record.language), (.published, record.published), (.updated, record.updated),
        ] {
            draft.replace(field, with: value, from: record.origins[field.rawValue] ?? "record")
        }
        if let outlet = overrides.outlet { draft.replace(.outlet, with: outlet, from: "--outlet") }
        if let url = overrides.url { draft.replace(.url, with: url, from: "--url") }
        if let date = overrides.published.flatMap(DocumentDate.normalized) {
            draft.replace(.published, with: date, from: "--published")
        }
        if let date = overrides.updated.flatMap(DocumentDate.normalized) {
            draft.replace(.updated, with: date, from: "--updated")
        }
        MetadataRules.bound(&draft, limits: limits)
        record.title = draft[.title]
        record.outlet = draft[.outlet]
        record.url = draft[.url]
        record.author = draft[.author]
        record.language = draft[.language]
        record.published = draft[.published]
        record.updated = draft[.updated]
        record.origins = draft.metadata.origins
        return draft.warnings
    }

    private func finished(
        _ draft: Draft, path: String, position: Int? = nil, id: String? = nil
    ) -> Result<ReadItem, ReadFailure> {
        var draft = draft
        // Under a title a figure says something: a closing price, a result.
        let isTitled = draft[.title] != nil
        let isText = draft.text.unicodeScalars.contains {
            $0.properties.isAlphabetic || isTitled && $0.properties.numericType != nil
        }
        guard isText else {
            return .failure(
                ReadFailure(kind: .empty, path: path, position: position, reason: "no text was found in it"))
        }
        guard draft.text.utf8.count <= limits.textBytes else {
            return .failure(longText(path, position: position))
        }
        rules.settle(&draft, overrides: overrides, limits: limits)
        let document = Document(
            id: id.flatMap(named) ?? position.map { "\(path)#\($0)" } ?? path, text: draft.text,
            metadata: draft.metadata)
        let warnings = draft.warnings.map { ReadWarning(path: path, position: position, message: $0) }
        return .success(
            ReadItem(content: .document(document), warnings: warnings, path: path, position: position))
    }

    /// An id from outside on one line of bounded length; nil where nothing is left of it.
    private func named(_ id: String) -> String? {
        let line = TextCleaner.cleanLine(id)
        return line.isEmpty ? nil : String(String.UnicodeScalarView(line.unicodeScalars.prefix(limits.lineLength)))
    }

    private func longText(_ path: String, position: Int?) -> ReadFailure {
        ReadFailure(
            kind: .tooLarge, path: path, position: position,
            reason: "its text is longer than \(limits.textBytes) bytes", advice: "Split it into articles.")
    }

    private func tooLarge(_ path: String, position: Int? = nil) -> ReadFailure {
        ReadFailure(
            kind: .tooLarge, path: path, position: position,
            reason: "it is larger than \(limits.documentBytes) bytes", advice: "Split it into documents.")
    }
}

extension ByteSource.Problem {
    fileprivate func failure(_ path: String) -> ReadFailure {
        ReadFailure(kind: .unreadable, path: path, reason: reason, advice: advice)
    }
}
