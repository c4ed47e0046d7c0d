/// A sentence of a treebank.
public struct TreebankSentence: Sendable {
    public var id: String
    /// The document it stands in; empty if the file does not say.
    public var document: String
    /// True if a paragraph or a document begins with it.
    public var startsParagraph: Bool
    /// Its characters as written.
    public var text: String
    public var words: [TreebankWord]
    /// Words that are written as one, with the characters as written: `don't` for `do` and `n't`.
    public var multiwords: [(range: Range<Int>, form: String)]
}
