public import Record
internal import SQLite

/// A text of the store as a reader found it once, to be read again.
public struct StoredText: Sendable {
    /// The text with its metadata; its id is the version's key.
    public let document: Document
    /// Where it was read from.
    public let input: String
    let identity: VersionIdentity
}

/// Which texts are to be read again.
public enum TextSelection: Sendable, Equatable {
    /// All that count.
    case all
    /// Those that count and were read by an older extractor, or with older tables.
    case stale
    /// Those of documents by their keys, addresses or titles.
    case documents([String])
}

/// The texts of a selection.
public struct SelectedTexts: Sendable {
    /// Row numbers of versions, in the order of publication.
    public var versions: [Int64] = []
    /// Documents that another extractor read, whose reading goes before ours: their keys and its name.
    public var foreign: [(key: String, extractor: String)] = []
}

extension Store {
    /// Finds the texts that an extractor should read again.
    public func texts(_ selection: TextSelection, for extractor: ExtractorVersion) throws(StoreError) -> SelectedTexts {
        try guarded {
            var chosen: Set<String>?
            if case .documents(let names) = selection {
                var keys: Set<String> = []
                for name in names {
                    let key = try connection.text(
                        """
                        SELECT v.key FROM live_runs l JOIN versions v ON v.id = l.version_id
                        JOIN documents d ON d.id = v.document_id WHERE ?1 IN (v.key, d.key, d.url, v.title)
                        ORDER BY v.published DESC, v.key LIMIT 1
                        """, name)
                    guard let key else {
                        throw StoreError.notFound("There is no document “\(name)” by key, address or title.")
                    }
                    keys.insert(key)
                }
                chosen = keys
            }
            var selected = SelectedTexts()
            try connection.each(
                """
                SELECT v.id, v.key, x.name, x.version, x.resources FROM live_runs l JOIN versions v ON v.id = l.version_id
                JOIN runs r ON r.id = l.run_id JOIN extractors x ON x.id = r.extractor_id
                ORDER BY v.published IS NULL, v.published, v.key
                """
            ) { row in
                if let chosen, !chosen.contains(row.text(1)) { return }
                let isCurrent = row.text(3) == extractor.version && row.text(4) == extractor.resources
                if row.text(2) != extractor.name {
                    selected.foreign.append((row.text(1), row.text(2)))
                } else if selection != .stale || !isCurrent {
                    selected.versions.append(row.integer(0))
                }
            }
            return selected
        }
    }

    /// A text by its row number.
    public func storedText(_ version: Int64) throws(StoreError) -> StoredText? {
        try guarded {
            var text: StoredText?
            try connection.each(
                """
                SELECT v.key, v.hash, d.key, v.input, v.title, o.name, d.url, v.author, v.language, v.published, v.text
                FROM versions v JOIN documents d ON d.id = v.document_id LEFT JOIN sources o ON o.id = v.source_id
                WHERE v.id = ?
                """, version
            ) { row in
                let metadata = Metadata(
                    title: row.optionalText(4), outlet: row.optionalText(5), url: row.optionalText(6),
                    author: row.optionalText(7), language: row.optionalText(8), published: row.optionalText(9))
                text = StoredText(
                    document: Document(id: row.text(0), text: row.text(10), metadata: metadata), input: row.text(3),
                    identity: VersionIdentity(documentKey: row.text(2), hash: row.text(1)))
            }
            return text
        }
    }
}
