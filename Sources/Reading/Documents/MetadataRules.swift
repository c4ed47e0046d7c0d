internal import Record
internal import Tables

/// What metadata is worth: which authors are none, what a title says beside the title, what an address tells.
struct MetadataRules: Sendable {
    let hosts: HostNames
    private let authorsThatAreNone: Set<String>
    private let wordsOfNoAuthor: Set<String>

    init(suffixes: Table, notAuthors: Table) {
        hosts = HostNames(suffixes)
        authorsThatAreNone = Set(
            notAuthors.rows.filter { $0["match"] == "whole" }.map { NameKey.of($0["words"]) })
        wordsOfNoAuthor = Set(notAuthors.rows.filter { $0["match"] == "word" }.map { NameKey.of($0["words"]) })
    }

    /// Cleans what the document says, then lets the overrides and the address add what they know.
    func settle(_ draft: inout Draft, overrides: Overrides, limits: ReadLimits) {
        if let url = overrides.url { draft.replace(.url, with: url, from: "--url") }
        Self.bound(&draft, limits: limits)
        settleAuthor(&draft)
        let host = draft[.url].flatMap(DocumentURL.host)
        settleTitle(&draft, host: host)
        if let outlet = overrides.outlet { draft.replace(.outlet, with: outlet, from: "--outlet") }
        if let outlet = draft[.outlet], let named = DocumentURL.host(outlet) {
            draft.replace(.outlet, with: hosts.registrable(named), from: draft.metadata.origins["outlet"] ?? "address")
        }
        if let host { draft.offer(hosts.registrable(host), as: .outlet, from: "address: host") }
        settleDate(&draft, overrides: overrides)
        settleChange(&draft, overrides: overrides)
        if let language = draft[.language] { settleLanguage(&draft, language) }
    }

    /// Cuts names to a bounded length, and drops addresses that are none.
    static func bound(_ draft: inout Draft, limits: ReadLimits) {
        settleAddress(&draft, limits: limits)
        for field in [Draft.Field.title, .outlet, .author] {
            guard let value = draft[field], value.unicodeScalars.count > limits.lineLength else { continue }
            let start = String(String.UnicodeScalarView(value.unicodeScalars.prefix(limits.lineLength)))
            draft.warn("the \(field.rawValue) is longer than \(limits.lineLength) characters; it was cut")
            draft.replace(field, with: start, from: draft.metadata.origins[field.rawValue] ?? "document")
        }
    }

    /// Keeps web addresses of a sane length, without the user and password that some hold.
    private static func settleAddress(_ draft: inout Draft, limits: ReadLimits) {
        guard let url = draft[.url] else { return }
        if url.utf8.count > limits.addressBytes {
            draft.warn("the address is longer than \(limits.addressBytes) bytes; it was dropped")
            draft.remove(.url)
        } else if DocumentURL.canonical(url) == nil {
            draft.warn("the address `\(url.prefix(100))` is no web address; it was dropped")
            draft.remove(.url)
        } else if let plain = DocumentURL.withoutUser(url) {
            draft.warn("the address held a user's name; it was taken out")
            draft.replace(.url, with: plain, from: draft.metadata.origins["url"] ?? "document")
        }
    }

    private func settleAuthor(_ draft: inout Draft) {
        guard let author = draft[.author], let origin = draft.metadata.origins["author"] else { return }
        let names = author.split(separator: ",").compactMap { part -> String? in
            var name = part.drop { $0 == " " }
            if name.lowercased().hasPrefix("by ") { name = name.dropFirst(3) }
            while name.last == " " { name.removeLast() }
            let key = NameKey.of(String(name))
            let isAddress = name.contains("://") || name.contains("@") || name.hasPrefix("www.")
            if key.isEmpty || isAddress || authorsThatAreNone.contains(key) { return nil }
            let padded = " " + key + " "
            if wordsOfNoAuthor.contains(where: { padded.contains(" " + $0 + " ") }) { return nil }
            return name.utf8.count <= 200 ? String(name) : nil
        }
        if names.isEmpty {
            draft.remove(.author)
        } else {
            draft.replace(.author, with: names.joined(separator: ", "), from: origin)
        }
    }

    /// Takes the outlet's name off the end of a title: "Talks end | Example News" of example.com.
    private func settleTitle(_ draft: inout Draft, host: String?) {
        guard let title = draft[.title], let origin = draft.metadata.origins["title"] else { return }
        let outletKey = draft[.outlet].map { squeezed($0) }
        let hostKey = host.map { squeezed(hosts.label($0)) }
        guard let (rest, name, mark) = Self.lastPart(of: title) else { return }
        let key = squeezed(name)
        let isOutlet = !key.isEmpty && (key == outletKey || hostKey.map { Self.agree(key, $0) } == true)
        guard isOutlet, rest.split(separator: " ").count >= 2 else { return }
        draft.offer(name, as: .outlet, from: "title")
        if draft.metadata.origins["outlet"]?.hasPrefix("address") == true {
            draft.replace(.outlet, with: name, from: "title")
        }
        var short = rest
        // Between a title and its site often stand the sections it is filed under.
        while let (before, section, between) = Self.lastPart(of: short), between == mark, mark == "|",
            section.split(separator: " ").count <= 4, before.split(separator: " ").count >= 3
        {
            short = before
        }
        draft.replace(.title, with: short, from: origin)
    }

    /// What stands before and after the last mark that parts a title from its site.
    private static func lastPart(of title: String) -> (before: String, after: String, mark: String)? {
        let words = title.split(separator: " ")
        guard let at = words.lastIndex(where: { ["|", "-", "–", "—", "·", "::", "»"].contains($0) }),
            at > 0, at + 1 < words.count, words.count - at <= 7
        else { return nil }
        return (
            words[..<at].joined(separator: " "), words[(at + 1)...].joined(separator: " "), String(words[at])
        )
    }

    /// Letters and digits of a name, without spaces and without a leading article.
    private func squeezed(_ name: String) -> String {
        var words = NameKey.of(name).split(separator: " ")
        if words.count > 1, words.first == "the" { words.removeFirst() }
        let joined = words.joined()
        return joined.hasPrefix("the") && joined.count > 6 ? String(joined.dropFirst(3)) : joined
    }

    /// True where a name and a host's label are one, or one starts or ends the other: "BBC News" and `bbc`.
    private static func agree(_ name: String, _ label: String) -> Bool {
        if name == label { return true }
        let (short, long) = name.utf8.count < label.utf8.count ? (name, label) : (label, name)
        return short.utf8.count >= 3 && (long.hasPrefix(short) || long.hasSuffix(short))
    }

    /// Keeps the moment of the latest change where it says more than the moment of publication.
    private func settleChange(_ draft: inout Draft, overrides: Overrides) {
        if let updated = overrides.updated {
            if let date = DocumentDate.normalized(updated) {
                draft.replace(.updated, with: date, from: "--updated")
                return
            }
            draft.warn("the date `\(updated.prefix(60))` (--updated) cannot be read; it was not used")
        }
        if let published = draft[.published], let updated = draft[.updated], updated <= published {
            draft.remove(.updated)
        }
    }

    private func settleDate(_ draft: inout Draft, overrides: Overrides) {
        if let published = overrides.published {
            if let date = DocumentDate.normalized(published) {
                draft.replace(.published, with: date, from: "--published")
                return
            }
            draft.warn("the date `\(published.prefix(60))` (--published) cannot be read; it was not used")
        }
        guard let day = draft[.url].flatMap(DocumentURL.date) else { return }
        guard let said = draft[.published], let saidDay = CalendarDate(iso: said) else {
            draft.replace(.published, with: day.description, from: "address: path")
            return
        }
        // Crawlers often take the date of another page or of a related story; the address is made on the day.
        if abs(saidDay.dayNumber - day.dayNumber) > 31 {
            draft.warn(
                "the date \(said) (\(draft.metadata.origins["published"] ?? "document")) is far from the date in the "
                    + "address; \(day) was used")
            draft.replace(.published, with: day.description, from: "address: path")
        }
    }

    /// Keeps language tags (BCP 47) in their usual form: `en`, `en-GB`.
    private func settleLanguage(_ draft: inout Draft, _ language: String) {
        let parts = language.split { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
        else {
            draft.remove(.language)
            return
        }
        var tag = first.lowercased()
        if parts.count > 1, parts[1].utf8.count == 2 { tag += "-" + parts[1].uppercased() }
        draft.replace(.language, with: tag, from: draft.metadata.origins["language"] ?? "document")
    }
}
