internal import Reading
internal import Record

/// What the reading of dates, addresses and formats promises.
enum MetadataPromises {
    /// A date read is a day of the calendar, and reading it again gives itself.
    static func checkDate(_ input: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: input, as: UTF8.self)
        if let date = DocumentDate.normalized(text) {
            try promise(CalendarDate(iso: date) != nil, "`\(date)` is no day")
            try promise(DocumentDate.normalized(date) == date, "`\(date)` reads otherwise again")
        }
        if let number = Double(text), let date = DocumentDate.normalized(unixTime: number) {
            try promise(DocumentDate.normalized(date) == date, "`\(date)` reads otherwise again")
        }
    }

    /// The one form of an address is its own one form, has a host, and holds no user and no mark that cannot be seen.
    static func checkAddress(_ input: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: input, as: UTF8.self)
        guard let canonical = DocumentURL.canonical(text) else { return }
        try promise(
            DocumentURL.canonical(canonical) == canonical,
            "`\(canonical)` becomes `\(DocumentURL.canonical(canonical) ?? "nothing")`")
        let host = DocumentURL.host(canonical) ?? ""
        try promise(!host.isEmpty, "`\(canonical)` has no host")
        try promise(!host.utf8.contains(UInt8(ascii: "@")), "`\(canonical)` names a user")
        try promise(TextPromises.isPlain(canonical), "the address holds characters that cannot be seen")
    }

    /// Whatever the name, a format is found or refused in words, and naming a file never makes less of it.
    static func checkFormat(_ input: [UInt8]) throws(BrokenPromise) {
        for name in ["a", "a.txt", "a.md", "a.html", "a.jsonl", "a.xml", "a.png", "../.a", "", "/", "."] {
            let asked = FormatSniffer.verdict(on: input, path: name, isAsked: true)
            let found = FormatSniffer.verdict(on: input, path: name, isAsked: false)
            if case .format(let format) = found {
                try promise(asked == .format(format), "`\(name)` is \(format) in a folder only")
            }
        }
    }
}
