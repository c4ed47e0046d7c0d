/// One document with all that was read from it: what an extractor puts out, what the knowledge base loads,
/// one JSON object a line.
///
/// All offsets are code points into `text`. Layers refer to each other by index.
public struct AnnotationRecord: Hashable, Codable, Sendable {
    public var id: String
    public var text: String
    public var title: String?
    public var outlet: String?
    public var url: String?
    public var author: String?
    public var language: String?
    public var published: String?
    /// When this text was last changed; see `Metadata.updated`.
    public var updated: String?
    /// Where each metadata field was found.
    public var origins: [String: String]
    /// The extractor that made the layers; nil where the record does not say.
    public var extractor: ExtractorVersion?

    public var sentences: [Span]
    public var mentions: [Mention]
    /// The reference entries that mentions are linked to.
    public var entities: [EntityReference]
    public var times: [TimeExpression]
    public var quantities: [Quantity]
    public var attributions: [Attribution]
    public var events: [Event]
    public var relations: [Relation]

    public init(document: Document) {
        id = document.id
        text = document.text
        title = document.metadata.title
        outlet = document.metadata.outlet
        url = document.metadata.url
        author = document.metadata.author
        language = document.metadata.language
        published = document.metadata.published
        updated = document.metadata.updated
        origins = document.metadata.origins
        sentences = []
        mentions = []
        entities = []
        times = []
        quantities = []
        attributions = []
        events = []
        relations = []
    }

    /// A layer that is missing is read as empty.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        text = try values.decode(String.self, forKey: .text)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        outlet = try values.decodeIfPresent(String.self, forKey: .outlet)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        author = try values.decodeIfPresent(String.self, forKey: .author)
        language = try values.decodeIfPresent(String.self, forKey: .language)
        published = try values.decodeIfPresent(String.self, forKey: .published)
        updated = try values.decodeIfPresent(String.self, forKey: .updated)
        origins = try values.decodeIfPresent([String: String].self, forKey: .origins) ?? [:]
        extractor = try values.decodeIfPresent(ExtractorVersion.self, forKey: .extractor)
        sentences = try values.decodeIfPresent([Span].self, forKey: .sentences) ?? []
        mentions = try values.decodeIfPresent([Mention].self, forKey: .mentions) ?? []
        entities = try values.decodeIfPresent([EntityReference].self, forKey: .entities) ?? []
        times = try values.decodeIfPresent([TimeExpression].self, forKey: .times) ?? []
        quantities = try values.decodeIfPresent([Quantity].self, forKey: .quantities) ?? []
        attributions = try values.decodeIfPresent([Attribution].self, forKey: .attributions) ?? []
        events = try values.decodeIfPresent([Event].self, forKey: .events) ?? []
        relations = try values.decodeIfPresent([Relation].self, forKey: .relations) ?? []
    }

    /// The document without its layers.
    public var document: Document {
        Document(
            id: id, text: text,
            metadata: Metadata(
                title: title, outlet: outlet, url: url, author: author, language: language, published: published,
                updated: updated, origins: origins))
    }
}

/// What made a record: two records of one text are comparable only if this is equal.
public struct ExtractorVersion: Hashable, Codable, Sendable {
    public var name: String
    public var version: String
    /// The content hash of all data tables that took part.
    public var resources: String

    public init(name: String, version: String, resources: String) {
        self.name = name
        self.version = version
        self.resources = resources
    }
}
