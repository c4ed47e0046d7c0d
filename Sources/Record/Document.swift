/// A document as a reader found it: normalised text, what is known about it, and where each piece came from.
public struct Document: Sendable, Equatable {
    /// Unique in its batch: the path, or path and position for files that hold many documents.
    public var id: String
    /// Normalised once (line ends, byte-order mark, NFC, control characters); every offset points into this.
    public var text: String
    public var metadata: Metadata

    public init(id: String, text: String, metadata: Metadata = Metadata()) {
        self.id = id
        self.text = text
        self.metadata = metadata
    }
}

/// What is known about a document beside its text.
public struct Metadata: Sendable, Equatable {
    public var title: String?
    /// The publisher: the voice of a statement that names no speaker.
    public var outlet: String?
    public var url: String?
    public var author: String?
    /// A BCP 47 language tag.
    public var language: String?
    /// ISO 8601 date or date-time. Nil where nothing says it: a document is never dated by its file or the clock.
    public var published: String?
    /// ISO 8601 date or date-time of the latest change of this text, where the document says it: of two texts of one
    /// address the one changed later counts.
    public var updated: String?
    /// Where each field was found: field name to a phrase such as `front matter: date` or `--published`.
    public var origins: [String: String]

    public init(
        title: String? = nil, outlet: String? = nil, url: String? = nil, author: String? = nil,
        language: String? = nil, published: String? = nil, updated: String? = nil,
        origins: [String: String] = [:]
    ) {
        self.title = title
        self.outlet = outlet
        self.url = url
        self.author = author
        self.language = language
        self.published = published
        self.updated = updated
        self.origins = origins
    }

    /// The day of publication.
    public var publishedDate: CalendarDate? { published.flatMap(CalendarDate.init(iso:)) }
}
