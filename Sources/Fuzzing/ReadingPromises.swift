internal import Reading
internal import Record

/// What every reader promises, whatever it is given.
enum ReadingPromises {
    /// Reads the input twice: the same must come of it, and each document and failure must be fit to be stored and shown.
    static func check(_ input: [UInt8], _ reader: DocumentReader) throws(BrokenPromise) {
        let first = results(input, reader)
        try promise(first == results(input, reader), "two readings differ")
        for result in first {
            switch result {
            case .success(let item):
                try check(item)
            case .failure(let failure):
                try promise(!failure.reason.isEmpty, "a failure has no reason")
            }
        }
    }

    private static func results(_ input: [UInt8], _ reader: DocumentReader) -> [Result<ReadItem, ReadFailure>] {
        var results: [Result<ReadItem, ReadFailure>] = []
        reader.read(bytes: input, name: "input") { results.append($0) }
        return results
    }

    private static func check(_ item: ReadItem) throws(BrokenPromise) {
        let document = item.document
        try promise(!document.text.utf8.contains(0), "the text holds a zero byte")
        let metadata = document.metadata
        for (name, value) in [
            ("title", metadata.title), ("outlet", metadata.outlet), ("url", metadata.url), ("author", metadata.author),
            ("language", metadata.language), ("published", metadata.published),
        ] {
            guard let value else { continue }
            try promise(!value.isEmpty, "the \(name) is empty")
            try promise(TextPromises.isPlain(value), "the \(name) holds characters that cannot be seen")
        }
        switch item.content {
        case .document:
            try TextPromises.check(stored: document.text)
            if let published = metadata.published {
                try promise(CalendarDate(iso: published) != nil, "`\(published)` is no date")
            }
            if let url = metadata.url { try promise(DocumentURL.canonical(url) != nil, "`\(url)` is no address") }
        case .record(let record): try RecordPromises.check(record)
        }
    }
}
