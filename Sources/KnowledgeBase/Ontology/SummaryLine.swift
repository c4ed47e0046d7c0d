/// A sentence that a kind of disagreement is told in, from `data/ontology/disagreement-lines.tsv`.
public struct SummaryLine: Sendable, Hashable {
    /// number, date, place, participant, polarity, denial or rank; `any` for all.
    public var kind: String
    /// conflict, revision, change or refinement.
    public var nature: String
    /// A course of predicates; `any` for all.
    public var course: String
    /// The sentence, with slots in braces.
    public var line: String
}
