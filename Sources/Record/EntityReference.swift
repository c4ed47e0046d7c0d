/// An entry of the reference tables that mentions of a record are linked to, with all that the knowledge base
/// needs of it, so that a record can be loaded where those tables are not.
public struct EntityReference: Hashable, Codable, Sendable {
    /// Stable across documents and files: `geonames:703448`, `wikidata:Q42`, or `annals:slug` for entries of our own tables.
    public var id: String
    public var kind: EntityKind
    /// The name to show.
    public var name: String
    /// Other names in any script.
    public var aliases: [String]
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// A few words for people: an office, what an agency does.
    public var summary: String?
    /// Degrees, WGS 84.
    public var latitude: Double?
    public var longitude: Double?
    /// Radius in metres within which the thing lies around its coordinates.
    public var precision: Double?
    /// GeoNames feature code, such as `PPLC`, `ADM1`, `PCLI`.
    public var feature: String?
    /// Its ids in other catalogues: `wikidata:Q212`; nil where none is known.
    public var sameAs: [String]?
    /// The ids of the places that hold this one, the nearest first.
    public var within: [String]

    public init(
        id: String, kind: EntityKind, name: String, aliases: [String] = [], country: String? = nil,
        summary: String? = nil, latitude: Double? = nil, longitude: Double? = nil, precision: Double? = nil,
        feature: String? = nil, sameAs: [String]? = nil, within: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.country = country
        self.summary = summary
        self.latitude = latitude
        self.longitude = longitude
        self.precision = precision
        self.feature = feature
        self.sameAs = sameAs
        self.within = within
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        kind = try values.decode(EntityKind.self, forKey: .kind)
        name = try values.decode(String.self, forKey: .name)
        aliases = try values.decodeIfPresent([String].self, forKey: .aliases) ?? []
        country = try values.decodeIfPresent(String.self, forKey: .country)
        summary = try values.decodeIfPresent(String.self, forKey: .summary)
        latitude = try values.decodeIfPresent(Double.self, forKey: .latitude)
        longitude = try values.decodeIfPresent(Double.self, forKey: .longitude)
        precision = try values.decodeIfPresent(Double.self, forKey: .precision)
        feature = try values.decodeIfPresent(String.self, forKey: .feature)
        sameAs = try values.decodeIfPresent([String].self, forKey: .sameAs)
        within = try values.decodeIfPresent([String].self, forKey: .within) ?? []
    }
}
