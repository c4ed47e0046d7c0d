/// A base noun phrase of a sentence: from its determiner to its head.
struct NounPhrase: Sendable {
    /// Tokens of the sentence.
    var range: Range<Int>
    var head: Int
    /// The token of the preposition before it.
    var preposition: Int?
    /// Index of the phrase that owns it: "Russia" in "Russia's strike".
    var possessor: Int?
    /// True if it stands before 's.
    var isPossessor = false
}
