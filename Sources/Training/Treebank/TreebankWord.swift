/// A word of a treebank with its gold columns.
public struct TreebankWord: Hashable, Sendable {
    public var form: String
    public var lemma: String
    /// The universal part of speech: `PROPN`.
    public var universalTag: String
    /// The Penn Treebank tag: `NNP`.
    public var pennTag: String
    /// The index of its head in the sentence, -1 for the root.
    public var head: Int
    /// The universal relation to the head, with its subtype: `nsubj:pass`.
    public var relation: String
    /// False if the next word follows without white space.
    public var spaceAfter: Bool
}
