public import Record

/// Universal part-of-speech tags (UD v2).
public enum PartOfSpeech: String, Codable, Sendable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case conjunction = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// A word or a punctuation mark.
public struct Token: Hashable, Sendable {
    /// Where it stands, in code points.
    public var span: Span
    /// Its characters as written.
    public var text: String
    /// Its characters in lower case with straight quotes.
    public let lower: String
    public let lemma: String
    public var tag: PartOfSpeech
    /// The Penn Treebank tag: NN, NNP, VBD …
    public var penn: String
    /// Nil for what is not a verb.
    public var verbForm: VerbForm?
    /// The place of its head among the words of the sentence, -1 for the root and where nothing was parsed.
    public var head = -1
    /// The universal relation to the head, with its subtype: `nsubj:pass`; `root` for the root, empty where nothing
    /// was parsed.
    public var relation = ""
    /// False for a word that the text which taught the language stage has once at most: its tag is a guess by shape.
    public var isKnown = true
    /// True if white space or the start of a line stands before it.
    public var spaceBefore: Bool
    /// True if it was written as one word with the token before it: the `n't` of `don't`, the `'s` of `Kyiv's`.
    public var isJoined = false
    /// Of a verb, how sure readers are that what it says took place: from -3, certainly not, to 3, certainly. Nil for
    /// other words and where nothing was read.
    public var certainty: Float?
    private let lowerHash: UInt64
    private let lemmaHash: UInt64

    public init(
        span: Span, text: String, lower: String, lemma: String, tag: PartOfSpeech, penn: String = "",
        verbForm: VerbForm? = nil, spaceBefore: Bool = true
    ) {
        self.init(
            span: span, text: text, lower: HashedWord(lower), lemma: HashedWord(lemma), tag: tag, penn: penn,
            verbForm: verbForm, spaceBefore: spaceBefore)
    }

    init(
        span: Span, text: String, lower: HashedWord, lemma: HashedWord, tag: PartOfSpeech, penn: String,
        verbForm: VerbForm?, spaceBefore: Bool
    ) {
        self.span = span
        self.text = text
        self.lower = lower.text
        self.lemma = lemma.text
        self.tag = tag
        self.penn = penn
        self.verbForm = verbForm
        self.spaceBefore = spaceBefore
        lowerHash = lower.hash
        lemmaHash = lemma.hash
    }

    /// `lower` for looking it up in a `WordMap`.
    public var lowerWord: HashedWord { HashedWord(lower, hash: lowerHash) }
    /// `lemma` for looking it up in a `WordMap`.
    public var lemmaWord: HashedWord { HashedWord(lemma, hash: lemmaHash) }

    /// True if it starts with an upper-case letter.
    public var isCapitalized: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
}
