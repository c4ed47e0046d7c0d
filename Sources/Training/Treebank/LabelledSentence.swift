/// A sentence to learn from: its words and what its source says of them.
public struct LabelledSentence: Sendable {
    /// The document it stands in, for cross-validation.
    public var document: String
    public var forms: [String]
    /// Whether white space or the start of a line stands before each word.
    public var spaceBefore: [Bool]
    /// Gold columns; nil where the source has no trees.
    public var tree: [TreebankWord]?
    /// A label for each word, `B-person`, `I-person` or `O`; nil where the source has no names.
    public var names: [String]?

    public init(
        document: String, forms: [String], spaceBefore: [Bool], tree: [TreebankWord]? = nil, names: [String]? = nil
    ) {
        self.document = document
        self.forms = forms
        self.spaceBefore = spaceBefore
        self.tree = tree
        self.names = names
    }

    /// A sentence of a treebank, without names.
    public init(_ sentence: TreebankSentence) {
        document = sentence.document
        forms = sentence.words.map(\.form)
        spaceBefore = [true] + sentence.words.dropLast().map(\.spaceAfter)
        tree = sentence.words
    }

    /// A sentence with names, without a tree. Where its source does not keep white space, marks are taken to stand
    /// close to the word before them.
    public init(_ sentence: NamedSentence) {
        document = sentence.document
        forms = sentence.words
        spaceBefore = sentence.words.enumerated().map { at, word in
            at == 0 || !(word.hasPrefix("'") || word.hasPrefix("\u{2019}") || Self.closingMarks.contains(word))
        }
        names = sentence.labels
    }

    private static let closingMarks: Set<String> = [".", ",", ";", ":", "!", "?", ")", "]", "%", "n't", "n\u{2019}t"]
}
