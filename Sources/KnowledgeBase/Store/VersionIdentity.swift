internal import Record

/// The content-derived names of a document and of its version.
struct VersionIdentity: Hashable {
    /// What stays the same while the rest changes: the canonical URL, or else the text and who publishes it. One text in two
    /// outlets is two documents (and one independent text); the same file with a date is a new version of it.
    let documentKey: String
    /// SHA-256 of text and metadata, in hexadecimal.
    let hash: String
    /// The public key of the version: 48 bits, so that among 20,000 documents the chance of two alike is one in a million.
    var key: String { String(hash.prefix(12)) }

    /// One that is in a store.
    init(documentKey: String, hash: String) {
        self.documentKey = documentKey
        self.hash = hash
    }

    /// - Parameter canonicalURL: the document's URL without what varies between links to one page.
    init(_ record: AnnotationRecord, canonicalURL: String?) {
        documentKey =
            if let canonicalURL, !canonicalURL.isEmpty { canonicalURL } else {
                "text:" + ContentHash.hexadecimal(of: (record.outlet ?? "") + "\u{0}" + record.text, digits: 24)
            }
        var content = ContentHash()
        for field in [
            record.title, record.outlet, canonicalURL ?? record.url, record.author, record.language, record.published,
        ] {
            content.update(field: field ?? "\u{1}")
        }
        content.update(field: record.text)
        hash = content.hexadecimal()
    }
}
