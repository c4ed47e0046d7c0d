/// A sourced page about an event or an entity: what is agreed, what is disputed, what is open. Every line names the texts it was
/// read from.
public struct Brief: Sendable, Hashable, Codable {
    /// Words of a source, as they were read.
    public struct Quotation: Sendable, Hashable, Codable {
        /// Whose answer it is, in words: "about 12,000 — South Korea's spy agency".
        public var says: String?
        public var words: String
        /// Numbers of sources.
        public var sources: [Int]
    }

    /// A point of a section.
    public struct Item: Sendable, Hashable, Codable {
        /// What it is about, or when it was: printed first.
        public var label: String?
        public var text: String
        /// The key that `annals why` takes.
        public var key: String?
        /// Numbers of sources.
        public var sources: [Int] = []
        public var quotations: [Quotation] = []
    }

    public struct Section: Sendable, Hashable, Codable {
        public var title: String
        public var items: [Item]
        /// How many items did not fit the page.
        public var more = 0
    }

    /// A text that is cited.
    public struct Source: Sendable, Hashable, Codable {
        /// From 1, in the order of the first citation.
        public var number: Int
        /// The version's key.
        public var key: String
        public var outlet: String?
        public var title: String?
        /// ISO 8601, as the text gives it.
        public var published: String?
        public var url: String?
        /// Outlets that carry the same text; together they count once.
        public var copies: [String] = []
    }

    public var title: String
    /// What it is, in a few lines.
    public var lead: [String]
    /// Those without items are left out.
    public var sections: [Section]
    public var sources: [Source]
}
