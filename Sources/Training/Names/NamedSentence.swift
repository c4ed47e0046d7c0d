public import Language

/// A sentence with its names, as a name finder learns it.
public struct NamedSentence: Equatable, Sendable {
    /// Where a sentence comes from.
    public enum Source: String, Sendable {
        case uner, gum, crossner, re3d, template
    }

    /// The treebank's `sent_id`, or the document and a number; copies with other names add a letter and a number.
    public var id: String
    /// The id of its document, by which cross-validation divides.
    public var document: String
    public var source: Source
    public var words: [String]
    /// In order and apart from each other.
    public var names: [NameSpan]
    /// Words of which the corpus does not say by our scheme what they are: a learner takes no lesson from them.
    public var unknown: [Range<Int>]

    public init(
        id: String, document: String, source: Source, words: [String], names: [NameSpan] = [],
        unknown: [Range<Int>] = []
    ) {
        self.id = id
        self.document = document
        self.source = source
        self.words = words
        self.names = names
        self.unknown = unknown
    }

    /// A label for each word: `B-person`, `I-person`, … , `O`, and `_` where it is not known.
    public var labels: [String] {
        var labels = Array(repeating: "O", count: words.count)
        for range in unknown {
            for at in range.clamped(to: 0..<words.count) { labels[at] = "_" }
        }
        for name in names {
            for at in name.words.clamped(to: 0..<words.count) {
                labels[at] = (at == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue
            }
        }
        return labels
    }
}
