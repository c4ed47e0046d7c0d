/// A lasting relation between two mentions, or between a mention and a value.
public struct Relation: Hashable, Codable, Sendable {
    /// Index into the record's mentions.
    public var subject: Int
    /// A predicate of `data/ontology/predicates.tsv`.
    public var predicate: String
    /// Index into the record's mentions. Nil where the object is not a mention; then `value` says it.
    public var object: Int?
    /// The object in words: an office such as "secretary of state".
    public var value: String?
    /// The words that say it.
    public var start: Int?
    public var end: Int?
    /// Index into the record's times: the object of what is a date, else a time at which it holds.
    public var time: Int?
    /// Indexes into the record's times: since when it holds, and until when.
    public var since: Int?
    public var until: Int?
    /// True where the text says that it no longer holds: "the former head".
    public var ended: Bool?
    /// Index into the record's attributions.
    public var attribution: Int?
    public var polarity: Polarity?
    public var certainty: Int?
    /// The line of the data table or the rule that made it.
    public var rule: String?

    public init(
        subject: Int, predicate: String, object: Int? = nil, value: String? = nil, span: Span? = nil,
        time: Int? = nil, since: Int? = nil, until: Int? = nil, ended: Bool? = nil, attribution: Int? = nil,
        polarity: Polarity? = nil, certainty: Int? = nil,
        rule: String? = nil
    ) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.value = value
        self.start = span?.start
        self.end = span?.end
        self.time = time
        self.since = since
        self.until = until
        self.ended = ended
        self.attribution = attribution
        self.polarity = polarity
        self.certainty = certainty
        self.rule = rule
    }
}
