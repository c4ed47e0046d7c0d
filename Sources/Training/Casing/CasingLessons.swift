internal import Language

/// What teaches the case of words in text that is all capitals: mixed-case sentences in small letters, each word with
/// the letters that it had.
public struct CasingLessons: Sendable {
    public let training: [LabelledSentence]
    /// Sentences that it never learns from, by corpus.
    public let held: [(corpus: String, sentences: [LabelledSentence])]

    /// Makes them of the lessons of the network. Sentences whose own letters say nothing are left out: all small, all
    /// large, titles.
    public init(_ lessons: Lessons) {
        training = (lessons.trees + lessons.names).compactMap(Self.lesson)
        held = lessons.held.map { ($0.corpus, $0.sentences.compactMap(Self.lesson)) }
    }

    static func lesson(_ sentence: LabelledSentence) -> LabelledSentence? {
        guard tellsCase(sentence.forms) else { return nil }
        let lower = sentence.forms.map(WordFolding.folded)
        let tree = sentence.forms.map { form in
            // No head is no lesson for the parser, and one universal tag is none for the tagger.
            TreebankWord(
                form: form, lemma: "", universalTag: PartOfSpeech.other.rawValue, pennTag: WordCase(of: form).rawValue,
                head: -2, relation: "", spaceAfter: true)
        }
        return LabelledSentence(
            document: sentence.document, forms: lower, spaceBefore: sentence.spaceBefore, tree: tree)
    }

    /// Whether a sentence is written as prose is: it begins with a capital, and most long words after it are small.
    private static func tellsCase(_ forms: [String]) -> Bool {
        let shapes = forms.filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }.map {
            (shape: LetterShape($0), length: $0.unicodeScalars.count)
        }
        guard shapes.count >= 3, let first = shapes.first, first.shape != .small else { return false }
        let small = shapes.count { $0.shape == .small }
        let longSmall = shapes.count { $0.shape == .small && $0.length > 3 }
        return longSmall > 0 && small * 3 >= shapes.count
    }
}
