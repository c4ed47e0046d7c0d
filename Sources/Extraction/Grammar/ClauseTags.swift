internal import Language

/// Tags of small words as those who read clauses want them.
///
/// The treebanks call a preposition a subordinator where a clause follows ("accused of killing"), and the first half of
/// a pair a conjunction ("neither confirmed nor denied"); they go by the form, as the tree tells
/// what stands after them.
enum ClauseTags {
    /// The sentence with such tags.
    static func settled(_ sentence: Sentence) -> Sentence {
        var sentence = sentence
        for at in sentence.tokens.indices {
            if let tag = tag(of: at, sentence.tokens) { sentence.tokens[at].tag = tag }
        }
        return sentence
    }

    /// Another tag for a word; nil if it keeps its own.
    private static func tag(of at: Int, _ tokens: [Token]) -> PartOfSpeech? {
        let token = tokens[at]
        switch token.tag {
        case .subordinator:
            return token.penn == "IN" && !FunctionWords.subordinators.contains(token.lower) ? .adposition : nil
        case .conjunction where FunctionWords.firstOfPairs.contains(token.lower):
            return at + 1 < tokens.count && tokens[at + 1].tag == .verb ? .adverb : .determiner
        default: return nil
        }
    }
}
