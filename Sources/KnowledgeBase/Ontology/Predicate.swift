/// Something that can be said, from `data/ontology/predicates.tsv`.
public struct Predicate: Sendable, Hashable {
    public var name: String
    /// For people: "troops deployed".
    public var label: String
    /// `event`, or the kinds of entity it is said of.
    public var subject: String
    /// `entity`, `quantity`, `time`, `text` or `boolean`.
    public var object: String
    /// Whether two different values conflict.
    public var isFunctional: Bool
    /// Relative: numbers closer than this agree.
    public var tolerance: Double
    /// The kind of disagreement it can raise: `number`, `date`, `place`, `participant`, `polarity`, `rank` or `none`.
    public var conflict: String
    /// From this number on it is also said of a country as a whole, so that totals of different events can be compared:
    /// troops dispatched in one account, stationed in another. Nil: never.
    public var comparedFrom: Double?
    public var definition: String
    /// How a figure goes with time: `fixed`, `cumulative`, `varying` or `age`; empty: fixed.
    public var course: String
    /// Of what varies: figures given within so many days are of one time.
    public var days: Int?
    /// What accounts differ on, as a clause with slots: "how many {people} were killed"; empty if they cannot.
    public var question: String
    /// What rises or falls: "the death toll"; empty where it has no course.
    public var figure: String
}
