/// What a person says about documents, over what the documents say themselves. Each value used is recorded in the
/// metadata's origins under the option's name, such as `--outlet`.
public struct Overrides: Sendable, Equatable {
    public var outlet: String?
    /// A date or date-time in any form that documents may use; it is normalised to ISO 8601.
    public var published: String?
    /// When the text was last changed, in the same forms: of two texts of one address the later one counts.
    public var updated: String?
    public var url: String?
    /// The format to read, whatever content and file name look like.
    public var format: DocumentFormat?

    public init(
        outlet: String? = nil, published: String? = nil, updated: String? = nil, url: String? = nil,
        format: DocumentFormat? = nil
    ) {
        self.outlet = outlet
        self.published = published
        self.updated = updated
        self.url = url
        self.format = format
    }
}
