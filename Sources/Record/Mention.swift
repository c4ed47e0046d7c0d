/// What kind of thing a mention stands for.
public enum EntityKind: String, Codable, Sendable, CaseIterable {
    case person
    /// An organisation that can act: a ministry, an intelligence service, a party, a company, a news agency.
    case agency
    case place
    /// A military formation.
    case unit
    /// People taken together without being an organisation: "two North Korean soldiers", "Ukrainians".
    case group
    /// Any other thing: a document, a vehicle, a weapon.
    case object

    /// Kinds this version does not know are read as `object`, so that records of other extractors load.
    public init(from decoder: any Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        self = EntityKind(rawValue: word) ?? .object
    }
}

/// How a mention refers.
public enum MentionForm: String, Codable, Sendable {
    case name, nominal, pronoun

    public init(from decoder: any Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        self = MentionForm(rawValue: word) ?? .nominal
    }
}

/// Words that stand for a person, agency, place, unit, group or object.
public struct Mention: Hashable, Codable, Sendable, Spanned {
    public var start: Int
    public var end: Int
    public var kind: EntityKind
    public var form: MentionForm
    /// The coreference chain: the same number for every mention of one thing in this document.
    public var chain: Int
    /// The head word.
    public var head: Span?
    /// The id of an `EntityReference` of this record, where the mention is linked to one.
    public var entity: String?
    /// ISO 3166-1 alpha-2: where a place lies, which country a group, agency or unit belongs to.
    public var country: String?
    /// Degrees, WGS 84, where a place is resolved.
    public var latitude: Double?
    public var longitude: Double?
    /// True where a place stands for its government ("Moscow is reportedly bolstering its forces").
    public var metonym: Bool?
    /// Index into the record's quantities: how many are meant ("two soldiers").
    public var quantity: Int?

    public init(
        span: Span, kind: EntityKind, form: MentionForm, chain: Int, head: Span? = nil, entity: String? = nil,
        country: String? = nil, latitude: Double? = nil, longitude: Double? = nil, metonym: Bool? = nil,
        quantity: Int? = nil
    ) {
        self.start = span.start
        self.end = span.end
        self.kind = kind
        self.form = form
        self.chain = chain
        self.head = head
        self.entity = entity
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
        self.metonym = metonym
        self.quantity = quantity
    }
}
