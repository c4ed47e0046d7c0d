/// A type of event, from `data/ontology/events.tsv`.
public struct EventType: Sendable, Hashable {
    public var name: String
    /// The upper level of the ontology: conflict, custody, diplomacy …
    public var group: String
    public var definition: String
    /// PLOVER root and mode, CAMEO root, ACLED type; empty where it has none.
    public var plover: String
    public var mode: String
    public var cameo: String
    public var acled: String
    /// The role that plain numbers count; empty where none does.
    public var numberRole: String
    /// The predicate that such numbers feed, so that figures of different accounts become comparable; may be empty.
    public var measure: String
    /// How it is named in a sentence: "the strike[ by {agent}][ on {patient}]"; empty where no table says.
    public var phrase: String
}
