/// A participant as event data sets code it.
struct CodedActor: Hashable {
    /// ISO 3166-1 alpha-3, or PLOVER's code for bodies that belong to no country (IGO, NGO, IMG); empty: unknown.
    var code: String
    /// A code of `ontology/sectors.tsv`; empty where a country acts as such, or nothing says it.
    var sector: String
    /// An item of Wikidata where the tables know it, else the entity's public key.
    var identifier: String
    /// The name to show.
    var name: String
    /// The office that says the sector; empty where something else does.
    var office: String
    /// Whether it is one of a kind that the text does not name: such actors of one code are one.
    var isAnonymous: Bool
}
